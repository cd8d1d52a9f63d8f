using System.Diagnostics;

namespace Variorum.Tests;

/// <summary>Nothing repeated without end makes a step's work grow with the square of the text. Run alone: the guard counts the whole process's work.</summary>
[Collection(nameof(HostileTexts))]
[CollectionDefinition(nameof(HostileTexts), DisableParallelization = true)]
public sealed class HostileTexts
{
    private const int Length = 150_000;

    /// <summary>Many times what each takes, and a fraction of what each took where a step was quadratic.</summary>
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("the minister, who, ")]
    [InlineData("said ")]
    [InlineData("\"no\" said Oak, ")]
    [InlineData("Ann Oak and Bo Elm and ")]
    [InlineData("1,")]
    [InlineData("a-")]
    [InlineData("a+")]
    [InlineData("U.")]
    public void AreReadInProportionToTheirLength(string piece)
    {
        var reading = Within(() => Reports.Read(Repeat(piece)));
        Assert.Equal(Length, reading.Document.Text.Length);
        Assert.All(reading.Document.Sentences, sentence => Assert.InRange(sentence.End - sentence.First, 1, 500));
    }

    [Theory]
    [InlineData("'a said s' b, ")]
    [InlineData("Police said 12 people were killed and 3 injured in Velm on Monday. ")]
    public void AreToldInProportionToTheirLength(string piece)
    {
        var story = Within(() => Reports.Story(Repeat(piece), "It began on Friday. " + Repeat(piece)));
        Assert.Equal(2, Within(() => Reports.Pipeline.Tell(story)).Story.Readings.Length);
    }

    private static string Repeat(string piece) => string.Concat(Enumerable.Repeat(piece, (Length / piece.Length) + 1))[..Length];

    private static T Within<T>(Func<T> work)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var made = work();
        process.Refresh();
        Assert.InRange(process.TotalProcessorTime - before, TimeSpan.Zero, Guard);
        return made;
    }
}
