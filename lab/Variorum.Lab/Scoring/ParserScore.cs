using Variorum.Annotating;
using Variorum.Lab.Corpora;
using Variorum.Lab.Training;
using Variorum.Learning;

namespace Variorum.Lab.Scoring;

/// <summary>Measures the parser: on gold words with predicted tags, and from raw text.</summary>
internal static class ParserScore
{
    public static IEnumerable<Figure> Score(DirectoryInfo data, DirectoryInfo models)
    {
        var clusters = Clusters.Read(Parts.Read("clusters", models));
        var parser = Parser.Read(Parts.Read("parser", models).Section, clusters);
        var tagger = Tagger.Read(Parts.Read("tagger", models));
        var lemmatizer = Lemmatizer.Read(Parts.Read("lemmas", models));
        var annotator = new Annotator(tagger, lemmatizer, parser, SentenceSplitter.Read(Parts.Read("sentences", models)));
        return [.. Corpus(Treebank.EwtDev(data), "ewt-dev"), .. Corpus(Treebank.GumDev(data), "gum-dev")];

        IEnumerable<Figure> Corpus(IReadOnlyList<TreebankSentence> sentences, string name) =>
        [
            .. Score(parser, sentences, sentence => Jackknife.Tag(tagger, sentence), lemmatizer, name),
            .. new RawTreebank(sentences).Score(annotator, name),
        ];
    }

    /// <summary>Shares of words with the right head, and with the right relation to it (what stands after a colon left out).</summary>
    public static IEnumerable<Figure> Score(Parser parser, IEnumerable<TreebankSentence> sentences, Func<TreebankSentence, TagPair[]> tag, Lemmatizer lemmatizer, string corpus)
    {
        var (all, right, both) = (0, 0, 0);
        var table = new RelationTable();
        var state = new ParserState();
        foreach (var sentence in sentences)
        {
            var (text, spans) = TaggerTrainer.Lay(sentence.Words.Select(word => word.Form));
            var tags = tag(sentence);
            var (heads, relations) = (new int[spans.Length], new Relation[spans.Length]);
            parser.Parse(state, new TaggedWords(text, spans, tags, ParserTrainer.Lemmas(sentence, tags, lemmatizer)), heads, relations);
            for (var i = 0; i < heads.Length; i++)
            {
                all++;
                var isHead = heads[i] == sentence.Words[i].Head;
                right += isHead ? 1 : 0;
                both += isHead && Coarse(relations[i]) == Coarse(sentence.Words[i].Relation) ? 1 : 0;
                table.Add(sentence.Words[i].Relation, relations[i], isHead);
            }
        }

        Console.WriteLine($"{corpus}: {table}");
        return [new Figure($"parser.uas.{corpus}", (double)right / all), new Figure($"parser.las.{corpus}", (double)both / all)];
    }

    /// <summary>The relation without what stands after the colon.</summary>
    public static Relation Coarse(Relation relation) => Relations.Parse(relation.Name().Split(':')[0]);
}
