namespace Variorum.Extracting;

/// <summary>Reads the agencies that a credit names.</summary>
/// <remarks><b>Method.</b> Longest name first at each word, read as a credit: "AP" counts here and nowhere else.</remarks>
internal static class CreditReader
{
    private const int LongestName = 5;

    private const int LongestCredit = 90;

    private static readonly char[] Marks = [' ', ',', ';', '/', '|', '(', ')', '[', ']', '—', '–', '&', '\u00A0', '©', '.', ':'];

    private static readonly string[] Joiners = ["-", "and", "with", "via", "from"];

    /// <summary>The agencies in a line, each once, in order.</summary>
    public static List<Wire> Find(string line)
    {
        var found = new List<Wire>();
        var words = line[..Math.Min(line.Length, LineRules.LongestLine)].Split(Marks, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length;)
        {
            var taken = Longest(words, i, out var wire);
            if (wire is not null && !found.Contains(wire))
            {
                found.Add(wire);
            }

            i += taken;
        }

        return found;
    }

    /// <summary>Whether a line is nothing but names of agencies and outlets' initials: "(Anadolu, PC)", "— AFP", "Reuters/AP".</summary>
    public static bool IsBareCredit(string line)
    {
        var text = line.Trim(' ', '*', '_');
        if (text.Length > LongestCredit)
        {
            return false;
        }

        var words = text.Split(Marks, StringSplitOptions.RemoveEmptyEntries).Where(word => !Joiners.Contains(word)).ToArray();
        if (words.Length is 0 or > 9 || !words.All(IsNameWord))
        {
            return false;
        }

        var wires = Find(line);
        return wires.Count > 0
            ? IsMarked(text) || words.Length <= 2 * wires.Count || line.Contains('/', StringComparison.Ordinal)
            : IsMarked(text) && words.All(IsInitials);
    }

    private static bool IsMarked(string text) =>
        text.Length > 2 && ((text[0] == '(' && text[^1] == ')') || (text[0] == '[' && text[^1] == ']') || text[0] is '—' or '–' or '-');

    private static bool IsNameWord(string word) => char.IsUpper(word[0]) || word == "agencies" || WireTable.FindCredit(word) is not null;

    private static bool IsInitials(string word) => word == "Agencies" || (word.Length <= 6 && word.All(c => char.IsUpper(c) || char.IsAsciiDigit(c)));

    private static int Longest(string[] words, int at, out Wire? wire)
    {
        for (var count = Math.Min(LongestName, words.Length - at); count > 0; count--)
        {
            wire = WireTable.FindCredit(string.Join(' ', words, at, count));
            if (wire is not null)
            {
                return count;
            }
        }

        wire = null;
        return 1;
    }
}
