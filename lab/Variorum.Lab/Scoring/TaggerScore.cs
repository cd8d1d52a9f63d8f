using System.Diagnostics;
using Variorum.Annotating;
using Variorum.Lab.Corpora;
using Variorum.Lab.Training;

namespace Variorum.Lab.Scoring;

/// <summary>Measures the tagger on gold words.</summary>
internal static class TaggerScore
{
    private const int Warmup = 6;
    private const int Rounds = 10;

    public static IEnumerable<Figure> Score(DirectoryInfo data, DirectoryInfo models)
    {
        var tagger = Tagger.Read(Parts.Read("tagger", models));
        TellSpeed(data, tagger);
        return [.. Score(tagger, Treebank.EwtDev(data), "ewt-dev"), .. Score(tagger, Treebank.GumDev(data), "gum-dev")];
    }

    /// <summary>Says how many words a second are tagged, on one thread, of the articles of <c>attribution/</c>, by the processor's time: other work on the machine does not count.</summary>
    private static void TellSpeed(DirectoryInfo data, Tagger tagger)
    {
        var texts = DataFile.Lines(data, "attribution/polnear.dev.jsonl.gz").Select(ParserScore.TextOf).Select(text => (Text: text, Words: Words(text))).ToArray();
        var output = new TagPair[texts.Max(text => text.Words.Length)];
        var start = TimeSpan.Zero;
        for (var round = -Warmup; round < Rounds; round++)
        {
            start = round == 0 ? Environment.CpuUsage.TotalTime : start;
            foreach (var (text, words) in texts)
            {
                for (var at = 0; at < words.Length; at += 25)
                {
                    var length = Math.Min(25, words.Length - at);
                    tagger.Tag(text, words.AsSpan(at, length), output.AsSpan(at, length));
                }
            }
        }

        var seconds = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
        Console.WriteLine($"tagger: {texts.Sum(text => text.Words.Length) * Rounds / seconds:0} words of news a second of one core");
    }

    private static TextSpan[] Words(string text)
    {
        var words = new List<TextSpan>();
        Tokenizer.Split(text, new TextSpan(0, text.Length), words);
        return [.. words];
    }

    private static IEnumerable<Figure> Score(Tagger tagger, IReadOnlyCollection<TreebankSentence> sentences, string corpus)
    {
        var (words, universal, penn) = (0, 0, 0);
        var watch = Stopwatch.StartNew();
        foreach (var sentence in sentences)
        {
            var (text, spans) = TaggerTrainer.Lay(sentence.Words.Select(word => word.Form));
            var tags = new TagPair[spans.Length];
            tagger.Tag(text, spans, tags);
            for (var i = 0; i < tags.Length; i++)
            {
                var gold = TaggerTrainer.PairOf(sentence.Words[i]);
                words++;
                universal += gold.Universal == tags[i].Universal ? 1 : 0;
                penn += gold.Penn == tags[i].Penn ? 1 : 0;
            }
        }

        Console.WriteLine($"{corpus}: {words / watch.Elapsed.TotalSeconds:0} words a second");
        return [new Figure($"tagger.upos.{corpus}", (double)universal / words), new Figure($"tagger.xpos.{corpus}", (double)penn / words)];
    }
}
