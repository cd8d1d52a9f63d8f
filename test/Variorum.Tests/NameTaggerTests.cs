using Variorum.Annotating;
using Variorum.Lab.Corpora;
using Variorum.Lab.Training;
using Variorum.Learning;
using Variorum.Lexicons;

namespace Variorum.Tests;

public sealed class NameTaggerTests
{
    private static readonly NamedText[] Two =
    [
        Marked("[PER Ana Ruiz] of the [ORG Oakham Water Board] met the mayor of [LOC New Oakham] ."),
        Marked("The mayor told [PER Ruiz] that the [MISC Ostrian] boats had left [LOC Velm] ."),
    ];

    [Fact]
    public void LearnsTwoTextsByHeartAndKeepsThemWhenReloaded()
    {
        var tagger = Trained(Enumerable.Repeat(Two, 20).SelectMany(two => two));
        foreach (var text in Two)
        {
            Assert.Equal(text.Names.Select(name => name.Span.Of(text.Text)), Find(tagger, text.Text));
        }
    }

    [Fact]
    public void TheSameTextsGiveTheSameBytes() => Assert.Equal(Bytes(Two), Bytes(Two));

    [Fact]
    public void WhatASetDoesNotMarkIsLeftOpen()
    {
        var corpus = new NameCorpus([], (_, _) => [NameKind.Person], NameKind.Group, NameKind.Event);
        var text = Marked("[PER Ruiz] met Portuguese sailors .");
        var allowed = corpus.Allowed(text, Reports.Models.Names.Look(NameCorpus.Cut(text.Text)));
        Assert.Equal(1UL << ChainLabels.Of((int)NameKind.Person, ChainPlace.Single), allowed[0]);
        Assert.Equal(1UL, allowed[1]);
        Assert.NotEqual(0UL, allowed[2] & 1UL << ChainLabels.Of((int)NameKind.Group, ChainPlace.Single));
        Assert.Equal(0UL, allowed[2] & 1UL << ChainLabels.Of((int)NameKind.Event, ChainPlace.Single));
        Assert.Equal(1UL, allowed[3]);
    }

    [Fact]
    public void ListsHoldPhrasesWhateverTheirCase()
    {
        var (first, both) = (NameLists.Join(0, NameLists.HashOf("new")), NameLists.Join(NameLists.Join(0, NameLists.HashOf("NEW")), NameLists.Join(0, NameLists.HashOf("Velm"))));
        var lists = NameLists.Read(NameLists.Write(new Dictionary<uint, NameList> { [first] = NameList.Opening | NameList.Word, [both] = NameList.City | NameList.Region }));
        Assert.Equal(NameList.Opening | NameList.Word, lists.Find(first));
        Assert.Equal(NameList.City | NameList.Region, lists.Find(both));
        Assert.Equal(NameList.None, lists.Find(NameLists.Join(0, NameLists.HashOf("velm"))));
    }

    [Fact]
    public void ASentenceWithoutEndIsLabelledInPieces()
    {
        var labels = Reports.Models.Names.Tag(Reports.Models.Names.Look(NameCorpus.Cut(string.Concat(Enumerable.Repeat("John Smith and ", 20_000)))));
        Assert.InRange(labels.Count(label => ChainLabels.Kind(label) == (int)NameKind.Person), 39_000, 40_000);
    }

    private static List<string> Find(NameTagger tagger, string text)
    {
        var document = NameCorpus.Cut(text);
        var labels = tagger.Tag(tagger.Look(document));
        var found = new List<string>();
        for (var at = 0; at < labels.Length; at++)
        {
            if (labels[at] != ChainLabels.Outside)
            {
                var end = ChainLabels.SpanEnd(labels, at);
                found.Add(text[document.Tokens[at].Start..document.Tokens[end - 1].End]);
                at = end - 1;
            }
        }

        return found;
    }

    private static NameTagger Trained(IEnumerable<NamedText> texts) =>
        NameTagger.Read(ModelFile.Read("names", _ => new MemoryStream(Bytes(texts))), Reports.Models.Clusters);

    private static byte[] Bytes(IEnumerable<NamedText> texts)
    {
        var corpus = new NameCorpus(texts, (label, _) => [label switch { "PER" => NameKind.Person, "ORG" => NameKind.Organisation, "LOC" => NameKind.Place, _ => NameKind.Group }]);
        using var stream = new MemoryStream();
        ModelFile.Write(stream, "names", NameTrainer.Train(NameLists.Write(new Dictionary<uint, NameList>()), Reports.Models.Clusters, [corpus]));
        return stream.ToArray();
    }

    private static NamedText Marked(string marked)
    {
        var (text, names) = (new System.Text.StringBuilder(), new List<(TextSpan, string)>());
        foreach (var piece in marked.Split('[', ']'))
        {
            var cut = piece.IndexOf(' ', StringComparison.Ordinal);
            if (cut > 1 && piece[..cut].All(char.IsUpper))
            {
                names.Add((new TextSpan(text.Length, text.Length + piece.Length - cut - 1), piece[..cut]));
                text.Append(piece.AsSpan(cut + 1));
            }
            else
            {
                text.Append(piece);
            }
        }

        return new NamedText(text.ToString(), [.. names]);
    }
}
