using System.Text;

namespace Variorum.Tests;

public sealed class MentionFinderTests
{
    [Fact]
    public void FollowsTheWorkedExamples() => Specs.Run("annotating/mentions.txt", Print);

    [Fact]
    public void ResolvesPronouns() => Specs.Run("annotating/pronouns.txt", text =>
    {
        var reading = Reports.Read(text);
        return Specs.Lines(reading.Mentions.Where(mention => mention.Kind == MentionKind.Pronoun)
            .Select(mention => $"{mention.Span.Of(text)}: {(mention.Chain < 0 ? "open" : $"{reading.Chains[mention.Chain].Name} ({mention.Rule})")}"));
    });

    [Fact]
    public void LongTextsTakeTimeInProportion()
    {
        const string Paragraph = "Minister Ann Oak met the Ostrian president in Velm. She said he had told officials of the Oak Bank “we agree”.\n\n";
        var reading = Reports.Read(string.Concat(Enumerable.Repeat(Paragraph, 3000)));
        Assert.True(reading.Mentions.Length > 15000);
    }

    [Fact]
    public void APossessiveMayOpenAText() => Assert.NotEmpty(Reports.Read("His mother met Ann Oak.\n").Mentions);

    /// <summary>One chain a line: type, gender, number, name, roles, mentions; last the mentions that were joined to nothing.</summary>
    private static string Print(string text)
    {
        var reading = Reports.Read(text);
        var lines = new List<string>();
        foreach (var chain in reading.Chains)
        {
            var line = new StringBuilder($"{chain.Type.ToString().ToLowerInvariant()}: {chain.Name}");
            line.Append(chain.Gender == Gender.Unknown ? "" : chain.Gender == Gender.Feminine ? ", she" : ", he").Append(chain.IsPlural ? ", several" : "");
            line.Append(chain.Roles.IsEmpty ? "" : $" [{string.Join("; ", chain.Roles)}]");
            line.Append(" = ").AppendJoin(" | ", chain.Mentions.Select(m => reading.Mentions[m].Span.Of(text).Replace('\n', ' ')));
            lines.Add(line.ToString());
        }

        lines.AddRange(reading.Mentions.Where(m => m.Chain < 0).Select(m => $"nothing: {m.Span.Of(text)}"));
        return Specs.Lines(lines);
    }
}
