using Variorum.Annotating;
using Variorum.Lab.Training;
using Variorum.Learning;

namespace Variorum.Tests;

public sealed class PronounTrainerTests
{
    private static readonly PronounExample[] Examples =
    [
        .. Enumerable.Repeat(new PronounExample([[1, 2], [1, 3]], [9], 0), 5),
        .. Enumerable.Repeat(new PronounExample([[1, 3], [4, 5]], [9], 1), 5),
        .. Enumerable.Repeat(new PronounExample([[6, 7]], [9], -1), 5),
    ];

    [Fact]
    public void LearnsItsExamplesAndReadsThemBack()
    {
        var model = LinearModel.Read(new BinaryReader(new MemoryStream(PronounTrainer.Learn(Examples))), classes: 1);
        foreach (var example in Examples)
        {
            uint[][] rows = [.. example.Candidates, example.None!];
            var scores = rows.Select(row => Score(model, row)).ToArray();
            Assert.Equal(scores.Max(), scores[example.Truth < 0 ? ^1 : example.Truth]);
            Assert.Single(scores, scores.Max());
        }
    }

    [Fact]
    public void TheSameExamplesGiveTheSameBytes() => Assert.Equal(PronounTrainer.Learn(Examples), PronounTrainer.Learn(Examples));

    [Fact]
    public void GendersAreKeptByNameThenGivenThenFamilyName()
    {
        using var file = new MemoryStream();
        var names = new Dictionary<uint, bool> { [NameGenders.KeysOf("Robin Elm")[0]] = true, [NameGenders.KeysOf("Robin Elm")[1]] = false, [NameGenders.KeysOf("Oak")[0]] = true };
        ModelFile.Write(file, "coreference", [("genders", NameGenders.Write(names))]);
        var genders = NameGenders.Read(ModelFile.Read("coreference", _ => new MemoryStream(file.ToArray())));
        Assert.Equal(Gender.Feminine, genders.Of("Robin Elm"));
        Assert.Equal(Gender.Masculine, genders.Of("Robin Oak"));
        Assert.Equal(Gender.Feminine, genders.Of("Oak"));
        Assert.Equal(Gender.Unknown, genders.Of("Ash"));
        Assert.Equal(Gender.Unknown, genders.Of(""));
    }

    private static int Score(LinearModel model, uint[] row)
    {
        Span<int> score = [0];
        model.Score(row, score);
        return score[0];
    }
}
