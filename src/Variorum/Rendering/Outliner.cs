using System.Collections.Immutable;
using System.Globalization;

namespace Variorum.Rendering;

/// <summary>Lays an account out in lines.</summary>
public static class Outliner
{
    /// <summary>The lines of one story.</summary>
    public static Outline Lay(Edition edition, Account account)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(account);
        var lines = new OutlineLines(edition, account);
        ImmutableArray<OutlineSection> sections =
        [
            new("In brief", lines.Brief()),
            new("Who reported it", lines.Accounts()),
            new("Where they differ", lines.Conflicts()),
            new("What they agree on", lines.Agreed()),
            new("Who said what", lines.Speakers()),
            new("Under different names", lines.Labels()),
            new("When", lines.Timeline()),
            new("In one account alone", lines.Single()),
            new("Left out", lines.Omissions()),
        ];
        return new Outline(QuotedWords.OneLine(account.Title), Voices.Capital(Voices.Say(account.Story)), [.. sections.Where(section => !section.Items.IsEmpty)]);
    }

    /// <summary>"takes 82 % of its words from a1"</summary>
    public static string Debt(Edition edition, Story story, LineageLink link)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(link);
        var from = edition.Id(story, link.From);
        return link.Kind switch
        {
            LineageKind.Copy => $"takes {Math.Round(link.Share * 100).ToString(CultureInfo.InvariantCulture)} % of its words from {from}",
            LineageKind.Wire => $"draws on the same agency as {from}",
            _ => $"names {from} as its source",
        };
    }
}
