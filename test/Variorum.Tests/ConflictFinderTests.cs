using System.Collections.Immutable;
using Variorum.Aligning;

namespace Variorum.Tests;

/// <summary>Conflicts: worked examples.</summary>
public sealed class ConflictFinderTests
{
    [Fact]
    public void ReadsTheWorkedExamples() => Specs.Run("aligning/conflicts.txt", Read);

    [Fact]
    public void EveryCitationShowsItsValue()
    {
        var story = Story(
            """
            [2031-10-07] Dunmark will host the summit of the Halland League in Port Selby on Oct 22-24, the ministry said.
            [2031-10-07] The minister invited the Dunmark leader to attend the October 23-24 Halland League summit in Port Selby, officials said.
            """);
        var conflicts = Find(story);
        Assert.NotEmpty(conflicts);
        Assert.All(conflicts, conflict =>
        {
            Assert.True(conflict.Values.Length >= 2);
            Assert.All(conflict.Values, value => Assert.Contains(value.Evidence, e => e.Span.Of(story.Readings[e.Article].Article.Text).Contains(value.Text, StringComparison.Ordinal)));
        });
    }

    private static string Read(string input) => Specs.Lines(Find(Story(input)).Select(conflict =>
        $"{conflict.Kind}: {conflict.About}\n{Specs.Lines(conflict.Values.Select(value => $"  {value.Value} | {value.Text} | {string.Join(", ", value.Evidence.Select(e => e.Article + 1))}"))}"));

    private static ImmutableArray<Conflict> Find(Story story)
    {
        var utterances = new UtteranceAligner(Reports.Models).Align(story);
        var groups = new ClaimAligner(Reports.Models).Align(story, utterances);
        return new ConflictFinder(Reports.Models).Find(story, utterances, groups).Conflicts;
    }

    /// <summary>One report a line, its day in brackets before it.</summary>
    private static Story Story(string lines) => Reports.Story(lines.Split('\n').Select(line => Reports.Read(line[13..], line[1..11])));
}
