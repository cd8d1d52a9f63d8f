using System.Collections.Immutable;

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
            new("What was taken", lines.Taken()),
        ];
        return new Outline(QuotedWords.OneLine(account.Title), Voices.Capital(Voices.Say(account.Story)), [.. sections.Where(section => !section.Items.IsEmpty)]);
    }
}
