using System.Globalization;
using System.Text;
using Variorum.Lab.Corpora;
using Variorum.Lab.Scoring;
using Variorum.Lexicons;

namespace Variorum.Lab.Compiling;

/// <summary>Compiles the Public Suffix List: its rules, one a line in ordinal order, those in other scripts also as they stand in addresses.</summary>
internal static class SuffixCompiler
{
    private static readonly (string Host, string Registrable)[] Known =
    [
        ("www.bbc.co.uk", "bbc.co.uk"), ("edition.cnn.com", "cnn.com"), ("www.smh.com.au", "smh.com.au"), ("g1.globo.com", "globo.com"), ("a.b.blogspot.com", "b.blogspot.com"),
        ("www.ck", "www.ck"), ("a.b.c.ck", "b.c.ck"), ("asahi.com", "asahi.com"), ("www.city.kobe.jp", "city.kobe.jp"), ("x.y.unknown", "y.unknown"), ("mirror.github.io", "mirror.github.io"),
    ];

    public static IEnumerable<(string Name, byte[] Content)> Compile(DirectoryInfo data)
    {
        var rules = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var line in DataFile.Lines(data, "lexicons/outlets/public_suffix_list.dat.gz").Select(line => line.Trim()))
        {
            if (line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal))
            {
                rules.Add(line);
                rules.Add(InAddresses(line));
            }
        }

        yield return ("rules", Encoding.UTF8.GetBytes(string.Join('\n', rules)));
    }

    public static IEnumerable<Figure> Score(DirectoryInfo models)
    {
        var suffixes = PublicSuffixes.Read(Parts.Read("suffixes", models));
        yield return new Figure("suffixes.known-hosts", (double)Known.Count(pair => suffixes.Registrable(pair.Host) == pair.Registrable) / Known.Length);
    }

    private static string InAddresses(string rule)
    {
        var mark = rule.StartsWith("*.", StringComparison.Ordinal) ? "*." : rule[0] == '!' ? "!" : "";
        return mark + new IdnMapping().GetAscii(rule[mark.Length..]);
    }
}
