namespace Variorum.Extracting;

/// <summary>A line of metadata: dates and names of authors, and nothing else.</summary>
/// <param name="Published">The date; null for none.</param>
/// <param name="Modified">The date that is said to be of a change; null for none.</param>
/// <param name="Bylines">The authors.</param>
/// <param name="IsLabelled">Whether a word says what the date is, or an author stands beside it.</param>
/// <param name="HasWeekday">Whether the date begins with a day of the week.</param>
internal sealed record MetaLine(Timestamp? Published, Timestamp? Modified, List<Byline> Bylines, bool IsLabelled, bool HasWeekday)
{
    private const int Longest = 240;

    private const string Separators = " |•·–—-/,;:.\u00A0()[]";

    private static readonly string[] ChangeLabels = ["last updated", "last modified", "updated on", "updated at", "updated", "modified", "edited", "last edited", "corrected"];

    private static readonly string[] Labels =
        ["published on", "published at", "published", "posted on", "posted", "first published", "publication date", "date published", "publish date", "created", "issued", "date", "release date", "publicerad", "veröffentlicht", "stand"];

    private static readonly string[] Fillers = ["on", "at", "am", "uhr", "by staff", "min read", "minute read", "minutes read", "mins read", "local time", "ist", "bst", "et", "pt", "est"];

    /// <summary>Reads a line; null where anything in it is neither date nor name.</summary>
    public static MetaLine? Read(string line)
    {
        if (line.Length is < 4 or > Longest)
        {
            return null;
        }

        var scan = new Scan(line);
        return scan.Run() && (scan.Published ?? scan.Modified) is not null | scan.Names.Count > 0
            ? new MetaLine(scan.Published, scan.Modified, scan.Names, scan.IsLabelled || scan.Names.Count > 0, scan.HasWeekday)
            : null;
    }

    private sealed class Scan(string line)
    {
        private int at;
        private bool isChange;

        public Timestamp? Published { get; private set; }

        public Timestamp? Modified { get; private set; }

        public List<Byline> Names { get; } = [];

        public bool IsLabelled { get; private set; }

        public bool HasWeekday { get; private set; }

        public bool Run()
        {
            while (true)
            {
                SkipSeparators();
                if (at >= line.Length)
                {
                    return true;
                }

                if (!TakeLabel() && !TakeDate() && !TakeByline() && !TakeLeadingWire() && !TakeFiller() && !TakeClock() && !TakeTrailingNames())
                {
                    return false;
                }
            }
        }

        private void SkipSeparators()
        {
            while (at < line.Length && Separators.Contains(line[at], StringComparison.Ordinal))
            {
                at++;
            }
        }

        private bool TakeLabel()
        {
            foreach (var (labels, change) in ((string[], bool)[])[(ChangeLabels, true), (Labels, false)])
            {
                if (TakeWord(labels))
                {
                    isChange = change;
                    IsLabelled = true;
                    return true;
                }
            }

            return false;
        }

        private bool TakeFiller()
        {
            if (TakeWord(Fillers))
            {
                return true;
            }

            var digits = at;
            while (digits < line.Length && char.IsAsciiDigit(line[digits]))
            {
                digits++;
            }

            var isCount = digits > at && line.AsSpan(digits).TrimStart(" -").StartsWith("min", StringComparison.OrdinalIgnoreCase);
            at = isCount ? digits : at;
            return isCount && (SkipSpaces() & (TakeWord(["min read", "mins read", "minute read", "minutes read", "min", "mins", "minutes"])));
        }

        private bool SkipSpaces()
        {
            SkipSeparators();
            return true;
        }

        private bool TakeDate()
        {
            var reader = new DateReader(line.AsSpan(at));
            if (reader.Read() is not { } date)
            {
                return false;
            }

            at += reader.Taken;
            HasWeekday |= reader.HasWeekday;
            Published = isChange ? Published : Published ?? date;
            Modified = isChange ? Modified ?? date : Modified;
            return true;
        }

        private bool TakeClock()
        {
            var reader = new DateReader(line.AsSpan(at));
            if (reader.ReadClock() is null)
            {
                return false;
            }

            at += reader.Taken;
            return true;
        }

        private bool TakeByline()
        {
            var opener = BylineReader.OpenerLength(line[at..]);
            return opener > 0 && TakeNames(at + opener);
        }

        /// <summary>An agency before a mark that parts it from what follows: "Reuters | 11 October 2024".</summary>
        private bool TakeLeadingWire()
        {
            var end = at == 0 ? line.AsSpan().IndexOfAny('|', '•', '·') : -1;
            return end > 0 && WireTable.FindCredit(line[..end]) is not null && TakeNames(0);
        }

        /// <summary>Names without "By", after a date and a mark that parts them.</summary>
        private bool TakeTrailingNames() =>
            (Published ?? Modified) is not null && Names.Count == 0 && at > 1 && "|•·–—-/".Contains(line[..at].TrimEnd()[^1], StringComparison.Ordinal)
            && line[at..].Split(' ').Length is >= 1 and <= 6 && TakeNames(at);

        private bool TakeNames(int start)
        {
            var end = start;
            while (end < line.Length && !StartsDate(end) && line[end] is not ('|' or '•' or '·'))
            {
                end++;
            }

            var words = line[start..end].TrimEnd(Separators.ToCharArray());
            var names = BylineReader.LooksLikeNames(words) ? BylineReader.Read(words) : [];
            if (names.Count == 0)
            {
                return false;
            }

            Names.AddRange(names);
            at = end;
            return true;
        }

        /// <summary>Whether a date or a label begins at a word's start.</summary>
        private bool StartsDate(int index)
        {
            if (index > 0 && char.IsLetterOrDigit(line[index - 1]))
            {
                return false;
            }

            var rest = line.AsSpan(index);
            return new DateReader(rest).Read() is not null || StartsWord(rest, ChangeLabels) > 0 || StartsWord(rest, Labels) > 0;
        }

        private bool TakeWord(string[] words)
        {
            var length = StartsWord(line.AsSpan(at), words);
            at += length;
            return length > 0;
        }

        private static int StartsWord(ReadOnlySpan<char> rest, string[] words)
        {
            foreach (var word in words)
            {
                if (rest.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (rest.Length == word.Length || !char.IsLetterOrDigit(rest[word.Length])))
                {
                    return word.Length;
                }
            }

            return 0;
        }
    }
}
