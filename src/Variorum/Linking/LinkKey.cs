using System.Text;
using Variorum.Annotating;

namespace Variorum.Linking;

/// <summary>What stays of a name when two houses' spellings are set aside.</summary>
internal static class LinkKey
{
    /// <summary>The key of a name: <see cref="NameKey"/> in American spelling.</summary>
    public static string Of(string name)
    {
        var words = NameKey.Words(NameKey.Of(name));
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = American(words[i]);
        }

        return string.Join(' ', words);
    }

    /// <summary>One form for the usual transliterations of a name: "Pezeshkyan" and "Pezeshkian", "Kadyrov" and "Kadirov".</summary>
    public static string Sound(string word)
    {
        var text = word.Replace("'", "", StringComparison.Ordinal).Replace("kh", "h", StringComparison.Ordinal).Replace("ou", "u", StringComparison.Ordinal)
            .Replace("oo", "u", StringComparison.Ordinal).Replace("ee", "i", StringComparison.Ordinal).Replace("ph", "f", StringComparison.Ordinal)
            .Replace("ck", "k", StringComparison.Ordinal).Replace("ks", "x", StringComparison.Ordinal);
        var sound = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            var c = letter switch { 'y' or 'j' => 'i', 'q' => 'k', 'w' => 'v', 'ı' => 'i', _ => letter };
            if (sound.Length == 0 || sound[^1] != c)
            {
                sound.Append(c);
            }
        }

        return sound.ToString();
    }

    /// <summary>Whether two words of names are one word in two spellings.</summary>
    public static bool SoundsLike(string left, string right) => string.Equals(left, right, StringComparison.Ordinal)
        || (left.Length > 3 && right.Length > 3 && string.Equals(Sound(left), Sound(right), StringComparison.Ordinal))
        || (left.Length > 5 && right.Length > 5 && string.Equals(Consonants(left), Consonants(right), StringComparison.Ordinal) && Consonants(left).Length > 3);

    private static string Consonants(string word) => string.Concat(Sound(word).Where(c => c is not ('a' or 'e' or 'i' or 'o' or 'u')));

    private static string American(string word) => word switch
    {
        "centre" => "center",
        "defence" => "defense",
        "labour" => "labor",
        "theatre" => "theater",
        "harbour" => "harbor",
        "programme" => "program",
        _ => word.Length > 8 && word.Contains("isation", StringComparison.Ordinal) ? word.Replace("isation", "ization", StringComparison.Ordinal) : word,
    };
}
