using System.Collections.Immutable;
using Variorum.Extracting;
using Variorum.Lexicons;

namespace Variorum.Tracing;

/// <summary>Finds where an article says that it has something from an outlet ("the Herald reported", "told the Herald").</summary>
internal static class OutletCitation
{
    /// <summary>Room for "newspaper's website" between the name and its verb.</summary>
    private const int Reach = 24;

    /// <summary>"the Islamic Republic News Agency"</summary>
    private const int MostWordsOfName = 5;

    private static readonly string[] Told = ["told ", "speaking to ", "spoke to ", "interview with "];

    private static readonly Lazy<ImmutableArray<string>> Before = new(() => Cues("before"));

    private static readonly Lazy<ImmutableArray<string>> After = new(() => Cues("after"));

    /// <summary>The first place where <paramref name="text"/> names the outlet beside a word of reporting; null without one.</summary>
    public static TextSpan? Find(string text, string outlet) => Find(text, outlet, Before.Value, After.Value);

    /// <summary>The first place where someone speaks to the outlet; null without one.</summary>
    public static TextSpan? FindToldTo(string text, string outlet) => Find(text, outlet, [.. Told.Select(cue => cue.TrimEnd())], []);

    /// <summary>The agencies that someone speaks to, by their usual names.</summary>
    public static HashSet<string> FindHearers(string text)
    {
        var hearers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cue in Told)
        {
            for (var at = text.IndexOf(cue, StringComparison.Ordinal); at >= 0; at = text.IndexOf(cue, at + cue.Length, StringComparison.Ordinal))
            {
                if (Hearer(text, at + cue.Length) is { } name)
                {
                    hearers.Add(name);
                }
            }
        }

        return hearers;
    }

    /// <summary>The agency whose name begins at a place, the longest first.</summary>
    private static string? Hearer(string text, int start)
    {
        Span<int> ends = stackalloc int[MostWordsOfName];
        var words = 0;
        for (var i = start; i <= text.Length && words < MostWordsOfName; i++)
        {
            if (i == text.Length || !(char.IsLetterOrDigit(text[i]) || text[i] == '-'))
            {
                ends[words++] = i;
                if (i == text.Length || text[i] != ' ')
                {
                    break;
                }
            }
        }

        while (words > 0)
        {
            if (ends[--words] > start && WireTable.FindName(text[start..ends[words]]) is { } wire)
            {
                return wire.Name;
            }
        }

        return null;
    }

    private static TextSpan? Find(string text, string outlet, ImmutableArray<string> before, ImmutableArray<string> after)
    {
        foreach (var name in Names(outlet))
        {
            for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
            {
                var end = at + name.Length;
                if (IsWord(text, at, end) && (Precedes(text, at, before) || Follows(text, end, after)))
                {
                    return new TextSpan(at, end);
                }
            }
        }

        return null;
    }

    /// <summary>The names by which running text calls an outlet: "The Daily Herald" is "the Daily Herald", "BBC News" the "BBC".</summary>
    private static IEnumerable<string> Names(string outlet)
    {
        var name = outlet.StartsWith("The ", StringComparison.Ordinal) ? outlet[4..] : outlet;
        yield return name;
        if (name.EndsWith(" News", StringComparison.Ordinal))
        {
            yield return name[..^5];
        }
    }

    private static bool IsWord(string text, int start, int end) =>
        (start == 0 || !char.IsLetterOrDigit(text[start - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]));

    private static bool Precedes(string text, int at, ImmutableArray<string> cues)
    {
        var head = text.AsSpan(Math.Max(0, at - Reach), at - Math.Max(0, at - Reach)).TrimEnd();
        if (head.EndsWith("the", StringComparison.OrdinalIgnoreCase))
        {
            head = head[..^3].TrimEnd();
        }

        foreach (var cue in cues)
        {
            if (head.EndsWith(cue, StringComparison.OrdinalIgnoreCase) && (head.Length == cue.Length || !char.IsLetter(head[^(cue.Length + 1)])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Follows(string text, int end, ImmutableArray<string> cues)
    {
        var tail = text.AsSpan(end, Math.Min(Reach, text.Length - end));
        var stop = tail.IndexOfAny(".;\n");
        tail = stop < 0 ? tail : tail[..stop];
        foreach (var cue in cues)
        {
            var at = tail.IndexOf(cue, StringComparison.OrdinalIgnoreCase);
            if (at > 0 && tail[at - 1] == ' ' && (at + cue.Length == tail.Length || !char.IsLetter(tail[at + cue.Length])))
            {
                return true;
            }
        }

        return false;
    }

    private static ImmutableArray<string> Cues(string place) => [.. Lexicon.Rows("citing-cues").Where(r => r[0] == place).Select(r => r[1])];
}
