using System.Text;

namespace Variorum.Annotating;

/// <summary>What stays of a name when spelling is set aside: small letters without marks, stops, hyphens and "the".</summary>
internal static class NameKey
{
    private const string Marked = "àáâãäåāăąçćĉċčďđèéêëēĕėęěĝğġģĥħìíîïĩīĭįıĵķĺļľŀłñńņňòóôõöøōŏőŕŗřśŝşšșţťŧțùúûüũūŭůűųŵýÿŷźżž";
    private const string Plain = "aaaaaaaaacccccddeeeeeeeeegggghhiiiiiiiiijklllllnnnnooooooooorrrsssssttttuuuuuuuuuuwyyyzzz";

    public static string Of(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            Append(key, c);
        }

        var text = key.ToString().TrimEnd();
        return text.StartsWith("the ", StringComparison.Ordinal) ? text[4..] : text;
    }

    public static string[] Words(string key) => key.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The key without the words that close a company's name ("inc", "ltd").</summary>
    public static string WithoutSuffix(string key)
    {
        var words = Words(key);
        var end = words.Length;
        while (end > 1 && words[end - 1] is "inc" or "corp" or "corporation" or "co" or "company" or "ltd" or "limited" or "llc" or "plc" or "ag" or "gmbh" or "sa" or "nv" or "group" or "holdings")
        {
            end--;
        }

        return end == words.Length ? key : string.Join(' ', words[..end]);
    }

    /// <summary>The first letters of the words that have a capital ("IAEA"); small words do not count.</summary>
    public static string Initials(string name)
    {
        var initials = new StringBuilder();
        foreach (var word in name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (char.IsUpper(word[0]))
            {
                initials.Append(word[0]);
            }
        }

        return initials.ToString();
    }

    private static void Append(StringBuilder key, char c)
    {
        c = char.ToLowerInvariant(c);
        var at = c < 128 ? -1 : Marked.IndexOf(c);
        c = at >= 0 ? Plain[at] : c;
        switch (c)
        {
            case '.' or ',' or '"' or '(' or ')':
                break;
            case '’' or '\'' or '‘' or 'ʼ':
                key.Append('\'');
                break;
            case 'ß':
                key.Append("ss");
                break;
            case 'æ':
                key.Append("ae");
                break;
            case ' ' or '-' or '–' or '‐' or '‑' or '\n' or '\t' or '\u00A0':
                if (key.Length > 0 && key[^1] != ' ')
                {
                    key.Append(' ');
                }

                break;
            default:
                key.Append(c);
                break;
        }
    }
}
