using System.Collections.Frozen;
using Variorum.Extracting;
using Variorum.Lexicons;

namespace Variorum.Quoting;

/// <summary>The names of agencies, outlets and platforms through which words reach a page.</summary>
internal static class MediaTable
{
    private static readonly Lazy<FrozenDictionary<string, string>> Outlets = new(ReadOutlets);
    private static readonly Lazy<FrozenSet<string>> Nouns = new(() => Lexicon.Words("outlet-nouns"));
    private static readonly Lazy<FrozenSet<string>> NameWords = new(() => Lexicon.Words("outlet-names", ignoreCase: false));

    /// <summary>The usual name behind a name in running text; null where it is no known agency or outlet.</summary>
    public static string? UsualName(string name) => WireTable.FindName(name)?.Name ?? WireTable.FindCredit(name)?.Name ?? Outlets.Value.GetValueOrDefault(name) ?? (IsAddress(name) ? name : null);

    /// <summary>"Norrby.com": a site named by its address.</summary>
    private static bool IsAddress(string name) => !name.Contains(' ', StringComparison.Ordinal) && (name.EndsWith(".com", StringComparison.Ordinal) || name.EndsWith(".org", StringComparison.Ordinal) || name.EndsWith(".net", StringComparison.Ordinal) || name.EndsWith(".co.uk", StringComparison.Ordinal));

    /// <summary>What a channel is, by its usual name or by the last of its words.</summary>
    public static ViaKind KindOf(string name)
    {
        if (WireTable.FindName(name) is not null || WireTable.FindCredit(name) is not null)
        {
            return ViaKind.Agency;
        }

        return name switch
        {
            "Twitter" or "X" or "Facebook" or "Instagram" or "Telegram" or "YouTube" or "TikTok" or "Truth Social" or "WhatsApp" or "WeChat" or "Weibo" or "LinkedIn" or "Reddit" or "Snapchat" or "Threads" or "Bluesky" or "Mastodon" => ViaKind.Platform,
            _ when Last(name) is "translation" or "translator" or "interpreter" => ViaKind.Translation,
            _ when Last(name) is var noun && (SourceNouns.IsDocument(noun) || noun is "readout" or "footage" or "recording") && !IsOutletNoun(noun) => ViaKind.Document,
            _ when Outlets.Value.ContainsKey(name) || IsAddress(name) || IsNoun(Last(name)) || name.Split(' ').Any(IsNameWord) => ViaKind.Outlet,
            _ => ViaKind.Other,
        };
    }

    private static string Last(string name) => name[(name.LastIndexOf(' ') + 1)..];

    private static bool IsOutletNoun(string noun) => noun is "newspaper" or "paper" or "magazine" or "press" or "publication" or "website" or "blog" or "source" or "video" or "dispatch";

    /// <summary>Whether a common noun makes its phrase an outlet or channel ("newspaper", "translation").</summary>
    public static bool IsNoun(string word) => Nouns.Value.Contains(word);

    /// <summary>Whether a capitalised word makes the name it stands in an outlet's ("Gazette").</summary>
    public static bool IsNameWord(string word) => NameWords.Value.Contains(word);

    private static FrozenDictionary<string, string> ReadOutlets()
    {
        var outlets = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in Lexicon.Rows("outlets"))
        {
            outlets.TryAdd(row[0], row[0]);
            foreach (var name in row[1].Split('|').Where(name => name != "-"))
            {
                outlets.TryAdd(name, row[0]);
            }
        }

        return outlets.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
