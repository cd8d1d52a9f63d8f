using Variorum.Lab.Training;
using Variorum.Learning;

namespace Variorum.Tests;

public sealed class ChainModelTests
{
    private const int Kinds = 2;

    private static readonly (string Words, string Labels)[] Two =
    [
        ("the mayor of New Oakham met Ana Ruiz", "O O O B0 E0 O B1 E1"),
        ("Ana Ruiz saw Oakham .", "B1 E1 O S0 O"),
    ];

    [Fact]
    public void LearnsTwoRowsByHeartAndKeepsThemWhenReloaded()
    {
        var model = Trained(Two.Select(Example));
        foreach (var row in Two)
        {
            Assert.Equal(row.Labels, Labels(model, row.Words));
        }
    }

    [Fact]
    public void TheSameRowsGiveTheSameBytes() => Assert.Equal(Bytes(Two.Select(Example)), Bytes(Two.Select(Example)));

    [Fact]
    public void WhereLabelsAreLeftOpenTheOthersDecide()
    {
        var open = Example(("Ana Ruiz saw New Oakham .", "? ? ? ? ? ?"));
        var model = Trained([.. Two.Select(Example), open]);
        Assert.Equal("B1 E1 O B0 E0 O", Labels(model, "Ana Ruiz saw New Oakham ."));
    }

    [Fact]
    public void NeverLeavesASpanOpen()
    {
        var model = Trained(Two.Select(Example));
        foreach (var words in new[] { "New", "New New New", "Ruiz Ana", "Ana", "x", "Oakham Ana New Ruiz Oakham" })
        {
            var labels = Decode(model, words);
            var before = ChainLabels.Outside;
            foreach (var label in labels.Append(ChainLabels.Outside))
            {
                Assert.True(ChainLabels.CanFollow(before, label), $"{before} before {label} in {words}");
                before = label;
            }
        }
    }

    [Fact]
    public void ManyWordsAreLabelledLikeFew()
    {
        var model = Trained(Two.Select(Example));
        var labels = Decode(model, string.Join(' ', Enumerable.Repeat("Ana Ruiz saw Oakham .", 20_000)));
        Assert.Equal(20_000, labels.Count(label => label == ChainLabels.Of(0, ChainPlace.Single)));
        Assert.Equal(20_000, labels.Count(label => label == ChainLabels.Of(1, ChainPlace.End)));
    }

    [Fact]
    public void AModelOfOtherLabelsIsRefused()
    {
        var bytes = Bytes(Two.Select(Example));
        Assert.Throws<InvalidDataException>(() => ChainModel.Read(bytes, ChainLabels.Count(3)));
        Assert.Throws<InvalidDataException>(() => ChainModel.Read(bytes.AsSpan(0, bytes.Length - 1), ChainLabels.Count(Kinds)));
    }

    [Fact]
    public void SpansAreMarkedAndFoundAgain()
    {
        var labels = new byte[6];
        ChainLabels.Mark(labels, 0, 1, 1);
        ChainLabels.Mark(labels, 1, 4, 0);
        Assert.Equal(1, ChainLabels.SpanEnd(labels, 0));
        Assert.Equal(4, ChainLabels.SpanEnd(labels, 1));
        Assert.Equal([1, 0, 0, 0, -1, -1], labels.Select(label => ChainLabels.Kind(label)));
    }

    private static byte[] Bytes(IEnumerable<ChainExample> rows) =>
        ChainTrainer.Train([.. rows], ChainLabels.Count(Kinds), ChainLabels.CanFollow, new ChainOptions { RarestFeature = 1, Epochs = 30 });

    private static ChainModel Trained(IEnumerable<ChainExample> rows) => ChainModel.Read(Bytes(rows), ChainLabels.Count(Kinds));

    private static ChainExample Example((string Words, string Labels) row)
    {
        var features = row.Words.Split(' ').Select(FeaturesOf).ToArray();
        var starts = new int[features.Length + 1];
        for (var i = 0; i < features.Length; i++)
        {
            starts[i + 1] = starts[i] + features[i].Length;
        }

        return new ChainExample(starts, [.. features.SelectMany(f => f)], [.. row.Labels.Split(' ').Select(name => name == "?" ? ulong.MaxValue : 1UL << Label(name))]);
    }

    private static uint[] FeaturesOf(string word) => [FeatureHash.Of(1, FeatureHash.Of(word)), FeatureHash.Of(2, char.IsUpper(word[0]) ? 1u : 0)];

    private static int Label(string name) => name == "O" ? ChainLabels.Outside : ChainLabels.Of(name[1] - '0', (ChainPlace)"BIES".IndexOf(name[0], StringComparison.Ordinal));

    private static byte[] Decode(ChainModel model, string words)
    {
        var all = words.Split(' ');
        var scores = new short[all.Length * model.Width];
        for (var i = 0; i < all.Length; i++)
        {
            model.Score(FeaturesOf(all[i]), scores.AsSpan(i * model.Width));
        }

        var labels = new byte[all.Length];
        model.Decode(scores, labels);
        return labels;
    }

    private static string Labels(ChainModel model, string words) =>
        string.Join(' ', Decode(model, words).Select(label => label == ChainLabels.Outside ? "O" : $"{"BIES"[(int)ChainLabels.Place(label)]}{ChainLabels.Kind(label)}"));
}
