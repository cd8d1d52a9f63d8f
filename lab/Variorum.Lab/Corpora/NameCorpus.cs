using System.Collections.Frozen;
using System.Collections.Immutable;
using Variorum.Annotating;
using Variorum.Learning;
using Variorum.Lexicons;

namespace Variorum.Lab.Corpora;

/// <summary>Texts whose names are marked, with what the marks say and what they leave open.</summary>
/// <remarks><b>Shape.</b> No corpus marks all that the tagger tells apart: what a corpus does not mark may stand wherever its texts
/// have a capital, and a mark may mean several kinds.</remarks>
/// <param name="Texts">The texts.</param>
/// <param name="KindsOf">The kinds that a label may mean.</param>
/// <param name="Unmarked">The kinds that the corpus does not mark.</param>
internal sealed record NameCorpus(IEnumerable<NamedText> Texts, Func<string, string, NameKind[]> KindsOf, params ImmutableArray<NameKind> Unmarked)
{
    private static readonly NameKind[] Miscellaneous = [NameKind.Group, NameKind.Event, NameKind.Work, NameKind.Other];
    private static readonly FrozenSet<string> EventWords = Lexicon.Words("event-words", ignoreCase: false);

    /// <summary>Universal NER on the English Web Treebank, train part: persons, organisations, places.</summary>
    public static NameCorpus Ewt(DirectoryInfo data) =>
        new(NamedText.Read(data, "ner/uner-ewt.train.iob2.gz"), (label, _) => Three(label), [.. Miscellaneous]);

    /// <summary>WikiGold: the same and all other names.</summary>
    public static NameCorpus WikiGold(DirectoryInfo data) =>
        new(NamedText.Read(data, "ner/wikigold.iob2.gz", 12), (label, name) => label == "MISC" ? OfMiscellaneous(name) : Three(label));

    /// <summary>CrossNER's political part, train.</summary>
    public static NameCorpus Politics(DirectoryInfo data) =>
        new(NamedText.Read(data, "ner/crossner-politics.train.iob2.gz", 1), (label, name) => label == "misc" ? OfMiscellaneous(name) : Political(label));

    /// <summary>GUM's free genres: what is no name for certain is left open.</summary>
    public static NameCorpus Gum(DirectoryInfo data) =>
        new(GumNames.Train(data), (label, name) => Entity(label, name), [.. Enum.GetValues<NameKind>()]);

    /// <summary>News with the names that another program found.</summary>
    public static NameCorpus Silver(DirectoryInfo data, int oneIn) =>
        new(SilverNames.Read(data, "train", oneIn), (label, name) => label == "MISC" ? OfMiscellaneous(name) : Three(label));

    private static NameKind[] Entity(string label, string name) => label switch
    {
        "person" => Nations.Contains(name) || Peoples.Contains(name) ? [NameKind.Group] : [NameKind.Person],
        "organization" => [NameKind.Organisation],
        "place" => [NameKind.Place],
        "event" => [NameKind.Event],
        "time" => [],
        _ => Miscellaneous,
    };

    private static NameKind[] Three(string label) => label switch
    {
        "PER" => [NameKind.Person],
        "ORG" => [NameKind.Organisation],
        _ => [NameKind.Place],
    };

    private static NameKind[] Political(string label) => label switch
    {
        "person" or "politician" => [NameKind.Person],
        "organisation" or "politicalparty" => [NameKind.Organisation],
        "event" or "election" => [NameKind.Event],
        _ => [NameKind.Place],
    };

    /// <summary>A miscellaneous name is what its words show: a nation, an event; else a work or anything.</summary>
    private static NameKind[] OfMiscellaneous(string name)
    {
        if (Nations.Contains(name) || Peoples.Contains(name))
        {
            return [NameKind.Group];
        }

        return name.Split(' ', '-').Any(EventWords.Contains) ? [NameKind.Event] : [NameKind.Work, NameKind.Other];
    }

    private static readonly HashSet<string> Nations = [.. Lexicon.Rows("country-names").Where(row => row[2] is "adjective" or "people").Select(row => row[0])];

    /// <summary>A text's tokens and sentences, without tags.</summary>
    public static Document Cut(string text)
    {
        var paragraphs = ParagraphSplitter.Split(text);
        var spans = new List<TextSpan>();
        var sentences = new List<Sentence>();
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var first = spans.Count;
            Tokenizer.Split(text, paragraphs[i], spans);
            SentenceSplitter.ByRule.Split(text, spans, first, i, sentences);
        }

        return new Document(text, [.. spans.Select(span => new Token(span.Start, span.End, PartOfSpeech.X, ""))], [.. sentences], [.. paragraphs]);
    }

    /// <summary>For each token of a document the labels that may be right, a bit each.</summary>
    public ulong[] Allowed(NamedText text, NameView view)
    {
        var document = view.Document;
        var allowed = new ulong[document.Tokens.Length];
        foreach (var (sentence, number) in document.Sentences.Select((sentence, number) => (sentence, number)))
        {
            for (var i = sentence.First; i < sentence.End; i++)
            {
                allowed[i] = Unmarked.Where(kind => MayBe(kind, view, sentence, number, i)).Aggregate(1UL, (mask, kind) => mask | Mask(kind));
            }
        }

        foreach (var (span, label) in text.Names)
        {
            var (first, end) = document.TokensOf(span);
            var kinds = KindsOf(label, span.Of(text.Text));
            if (kinds.Length == 0)
            {
                allowed.AsSpan(first, end - first).Fill(1);
                continue;
            }

            for (var i = first; i < end; i++)
            {
                var place = end - first == 1 ? ChainPlace.Single : i == first ? ChainPlace.Begin : i == end - 1 ? ChainPlace.End : ChainPlace.Inside;
                allowed[i] = kinds.Aggregate(0UL, (mask, kind) => mask | 1UL << ChainLabels.Of((int)kind, place));
            }
        }

        return allowed;
    }

    private static ulong Mask(NameKind kind) => 15UL << ChainLabels.Of((int)kind, ChainPlace.Begin);

    /// <summary>Whether a word outside all marks may be of a name of a kind that the corpus does not mark.</summary>
    private static bool MayBe(NameKind kind, NameView view, Sentence sentence, int number, int token)
    {
        var (document, lists) = (view.Document, view.Phrases[token].Lists);
        if (!IsOfName(document, token) || view.Cases[number] != SentenceCase.Mixed)
        {
            return false;
        }

        return kind switch
        {
            NameKind.Group => (lists & (NameList.Nationality | NameList.People | NameList.Faction)) != NameList.None,
            NameKind.Event => IsNear(view, sentence, token, NameList.EventWord),
            NameKind.Work => document.Text.AsSpan(sentence.Span.Start, sentence.Span.Length).IndexOfAny('"', '“', '‘') >= 0,
            NameKind.Other => token > sentence.First && (lists & (NameList.Calendar | NameList.Given | NameList.Surname | NameList.Person | NameList.Title)) == NameList.None,
            _ => true,
        };
    }

    private static bool IsNear(NameView view, Sentence sentence, int token, NameList list)
    {
        for (var i = Math.Max(sentence.First, token - 4); i < Math.Min(sentence.End, token + 5); i++)
        {
            if (HasCapital(view.Document, i) && view.Forms[view.FormOf[i]].Lists.HasFlag(list))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A capital, or a word between two.</summary>
    private static bool IsOfName(Document document, int token) =>
        HasCapital(document, token) || ((HasCapital(document, token - 1) || HasCapital(document, token - 2)) && (HasCapital(document, token + 1) || HasCapital(document, token + 2)));

    private static bool HasCapital(Document document, int token) =>
        token >= 0 && token < document.Tokens.Length && document.Form(token).ContainsAnyInRange('A', 'Z');
}
