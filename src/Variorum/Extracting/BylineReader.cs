using System.Buffers;
using System.Collections.Frozen;
using Variorum.Lexicons;

namespace Variorum.Extracting;

/// <summary>Reads who wrote an article from a line that says so.</summary>
internal static class BylineReader
{
    private static readonly Lazy<FrozenSet<string>> Desks = new(() => Lexicon.Words("byline-desks"));

    private static readonly Lazy<FrozenSet<string>> Roles = new(() => Lexicon.Words("byline-roles"));

    private static readonly Lazy<FrozenSet<string>> Noise = new(() => Lexicon.Words("byline-noise"));

    private static readonly Lazy<FrozenSet<string>> OutletNames = new(() => Lexicon.Words("outlet-names"));

    private static readonly string[] Openers =
        ["by ", "by: ", "by\u00A0", "written by ", "author: ", "authors: ", "reported by ", "story by ", "text by ", "words by ", "reporting by ", "posted by ", "published by ", "from our correspondent"];

    private static readonly string[] Parting = [" and ", " & ", ";", " / ", "/", " | ", "|", " • ", " · ", " with ", ", "];

    private static readonly string[] Places = [" in ", " for ", " at ", " from ", " reporting from "];

    private static readonly string[] PersonalRoles = ["editor", "correspondent", "reporter", "writer", "columnist", "producer", "analyst", "journalist", "contributor"];

    private static readonly string[] NoiseOpeners = ["published ", "updated ", "more stories", "more from ", "view all", "about the ", "follow ", "subscribe", "sign up", "read more", "click ", "contact ", "email ", "see all", "all posts", "posted "];

    private static readonly SearchValues<char> SentenceMarks = SearchValues.Create("!?\"“”:");

    private static readonly FrozenSet<string> Particles = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "and", "in", "of", "for", "the", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "van", "von", "der", "den", "bin", "ibn", "al", "el", "ben", "y", "with", "at", "from", "to", "&");

    /// <summary>The length of the words that open a byline ("By "); 0 for a line that is none.</summary>
    public static int OpenerLength(string line)
    {
        foreach (var opener in Openers)
        {
            if (line.StartsWith(opener, StringComparison.OrdinalIgnoreCase))
            {
                return opener.Length;
            }
        }

        return 0;
    }

    /// <summary>Whether words can be a list of names: all capitalised but particles, no sentence.</summary>
    public static bool LooksLikeNames(string text)
    {
        text = text.Trim();
        if (text.Length is 0 or > 160 || text.AsSpan().ContainsAny(SentenceMarks) || (text.EndsWith('.') && !EndsWithAbbreviation(text)))
        {
            return false;
        }

        var capitals = 0;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!char.IsUpper(word[0]) && !Particles.Contains(word.Trim(',')) && !Desks.Value.Contains(word) && !IsDomain(word))
            {
                return false;
            }

            capitals += char.IsUpper(word[0]) ? 1 : 0;
        }

        return capitals is > 0 and <= 16;
    }

    /// <summary>The names in what follows "By", or in a record's author field.</summary>
    public static List<Byline> Read(string text)
    {
        text = text[OpenerLength(text)..];
        var names = new List<Byline>();
        foreach (var part in text.Split(Parting, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (ReadName(part) is { } name && !names.Contains(name))
            {
                names.Add(name);
            }
        }

        return names;
    }

    /// <summary>Whether an entry of an author field begins the credits of photos.</summary>
    public static bool IsPhotoCredit(string author) =>
        author.StartsWith("image", StringComparison.OrdinalIgnoreCase) || author.StartsWith("photo", StringComparison.OrdinalIgnoreCase) || author.StartsWith("getty", StringComparison.OrdinalIgnoreCase);

    /// <summary>The agency that a byline's name is or ends with ("Reuters in Berlin", "Jane Doe Associated Press"); null for none.</summary>
    public static Wire? WireOf(string name)
    {
        if (WireTable.FindCredit(name) is { } whole)
        {
            return whole;
        }

        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var count = Math.Min(words.Length - 1, 4); count > 0; count--)
        {
            if (FindOpening(words, count) is { } wire)
            {
                return wire;
            }
        }

        return null;
    }

    /// <summary>The outlet that a desk's byline names ("Harbour Gazette Staff" is "Harbour Gazette"); null for none.</summary>
    public static string? OutletOf(Byline byline)
    {
        if (byline.Kind != BylineKind.Desk)
        {
            return null;
        }

        var words = byline.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        while (words.Count > 0 && IsDeskWord(words[^1]))
        {
            words.RemoveAt(words.Count - 1);
        }

        return words.Count is >= 2 and <= 5 && words.Count < byline.Name.Split(' ').Length && words.All(word => char.IsUpper(word[0]) || Particles.Contains(word)) && words[0] is not ("Our" or "Staff" or "Web" or "Special")
            ? string.Join(' ', words)
            : null;
    }

    private static bool IsDeskWord(string word) =>
        word is "Staff" or "Desk" or "Newsroom" or "Editorial" or "Editors" or "Team" or "Bureau" or "Reporter" or "Reporters" or "Correspondent" or "Correspondents"
            or "Newsdesk" or "Writer" or "Writers" or "Web" or "Board" or "Sports" or "Foreign";

    private static Wire? FindOpening(string[] words, int count)
    {
        var next = count < words.Length ? words[count] : "";
        var isFollowed = Desks.Value.Contains(next) || Roles.Value.Contains(next) || Particles.Contains(next);
        var opening = isFollowed ? WireTable.FindCredit(string.Join(' ', words[..count])) : null;
        return opening ?? WireTable.FindName(string.Join(' ', words[^count..]));
    }

    private static Byline? ReadName(string part)
    {
        var name = part.Trim(' ', '.', ',', ':', '*', '_', '\u00A0', '-', '–', '—', '(', ')', '[', ']');
        if (name.EndsWith(" Jr", StringComparison.Ordinal) || name.EndsWith(" Sr", StringComparison.Ordinal))
        {
            name += ".";
        }

        if (WireOf(name) is { } wire)
        {
            return new Byline(name, IsPlainWire(name, wire) ? BylineKind.Wire : BylineKind.Person);
        }

        name = WithoutRole(WithoutPlace(name));
        return name.Length is < 2 or > 60 || IsNoise(name) || IsRole(name) ? null
            : new Byline(name, IsDesk(name) ? BylineKind.Desk : BylineKind.Person);
    }

    /// <summary>Whether the name is the agency's own and not a person's at the agency.</summary>
    private static bool IsPlainWire(string name, Wire wire) =>
        WireTable.FindCredit(name) is not null
        || wire.Names.Concat(wire.CreditNames).Any(alias => name.StartsWith(alias, StringComparison.OrdinalIgnoreCase));

    private static string WithoutPlace(string name)
    {
        foreach (var place in Places)
        {
            var at = name.IndexOf(place, StringComparison.OrdinalIgnoreCase);
            if (at > 2)
            {
                name = name[..at];
            }
        }

        return name.Trim();
    }

    /// <summary>"Jane Doe Sports News Editor" is Jane Doe: what she does stands behind the two words of her name.</summary>
    private static string WithoutRole(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var count = words.Length;
        while (count > 2 && (Roles.Value.Contains(words[count - 1]) || (count < words.Length && words[count - 1].Equals("news", StringComparison.OrdinalIgnoreCase))))
        {
            count--;
        }

        var isPersonal = count < words.Length && !OutletNames.Value.Contains(words[count - 1]) && !(count == words.Length - 1 && IsDesk(name)) && PersonalRoles.Contains(words[^1], StringComparer.OrdinalIgnoreCase);
        return isPersonal ? string.Join(' ', words[..count]) : name;
    }

    private static bool IsNoise(string name)
    {
        return Noise.Value.Contains(name)
            || name.Any(char.IsAsciiDigit)
            || name.Contains('@', StringComparison.Ordinal)
            || name.Contains("http", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(" view", StringComparison.OrdinalIgnoreCase)
            || NoiseOpeners.Any(opener => name.StartsWith(opener, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsRole(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return !words[^1].Equals("staff", StringComparison.OrdinalIgnoreCase)
            && words.All(word => Roles.Value.Contains(word) || Particles.Contains(word))
            && words.Any(Roles.Value.Contains);
    }

    private static bool IsDesk(string name) => name.Split(' ', StringSplitOptions.RemoveEmptyEntries) is var words
        && (Desks.Value.Contains(words[^1]) || IsDeskWord(words[^1]) || words[0].Equals("our", StringComparison.OrdinalIgnoreCase) || IsDomain(words[^1]));

    private static bool IsDomain(string word) => word.EndsWith(".com", StringComparison.OrdinalIgnoreCase) || word.EndsWith(".co.uk", StringComparison.OrdinalIgnoreCase);

    private static bool EndsWithAbbreviation(string text) =>
        text.EndsWith("Jr.", StringComparison.Ordinal) || text.EndsWith("Sr.", StringComparison.Ordinal) || (text.Length > 2 && char.IsUpper(text[^2]) && !char.IsLetter(text[^3]));
}
