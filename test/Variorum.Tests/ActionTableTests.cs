using Variorum.Lab.Training;
using Variorum.Learning;

namespace Variorum.Tests;

public sealed class ActionTableTests
{
    [Fact]
    public void FeaturesSayWhatTheyWereGivenAndOthersNothing()
    {
        var dice = new Dice(7);
        var rows = Enumerable.Range(0, 50_000).Select(i => ((uint)dice.Next(), i % 7 - 3f, i % 11 - 5f, i % 13 - 6f)).DistinctBy(row => row.Item1).ToArray();
        var table = ActionTable.Read(ActionTable.Write(rows));
        uint[] both = [rows[0].Item1, rows[1].Item1];
        Assert.Equal((64 * ((int)rows[0].Item2 + (int)rows[1].Item2), 64 * ((int)rows[0].Item3 + (int)rows[1].Item3), 64 * ((int)rows[0].Item4 + (int)rows[1].Item4)), table.Score(both));
        var wrong = 0;
        foreach (var row in rows)
        {
            uint[] one = [row.Item1];
            wrong += table.Score(one) == (64 * (int)row.Item2, 64 * (int)row.Item3, 64 * (int)row.Item4) ? 0 : 1;
        }

        for (var i = 0; i < 50_000; i++)
        {
            uint[] unknown = [(uint)dice.Next()];
            wrong += table.Score(unknown) == (0, 0, 0) ? 0 : 1;
        }

        Assert.InRange(wrong, 0, 20);
    }

    [Fact]
    public void ADamagedTableIsRefused() => Assert.Throws<InvalidDataException>(() => ActionTable.Read(new byte[100]));
}
