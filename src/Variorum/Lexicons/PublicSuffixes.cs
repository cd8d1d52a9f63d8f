using System.Collections.Frozen;
using System.Text;
using Variorum.Learning;

namespace Variorum.Lexicons;

/// <summary>Under which suffixes of hosts anybody can register a name ("co.uk", "blogspot.com"), after the Public Suffix List.</summary>
internal sealed class PublicSuffixes
{
    private readonly Lazy<FrozenSet<string>> rules;

    private PublicSuffixes(Func<byte[]> section) =>
        rules = new Lazy<FrozenSet<string>>(() => Encoding.UTF8.GetString(section()).Split('\n', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal));

    /// <summary>Takes the rules out of a model; they are decoded when first asked for.</summary>
    public static PublicSuffixes Read(ModelFile file)
    {
        var section = file.Section("rules");
        return new PublicSuffixes(() => section);
    }

    /// <summary>The registrable part of a host in lower case ("news.example.co.uk" is "example.co.uk"); the host itself where it is a suffix or has one label.</summary>
    /// <remarks><b>Method.</b> The list's own: the longest rule wins, an exception before a wildcard, and an unknown top level is a suffix.</remarks>
    public string Registrable(string host)
    {
        var labels = host.Split('.');
        for (var start = 0; start < labels.Length; start++)
        {
            var suffix = string.Join('.', labels[start..]);
            if (rules.Value.Contains("!" + suffix))
            {
                return suffix;
            }

            if (rules.Value.Contains(suffix) || (start + 1 < labels.Length && rules.Value.Contains("*." + string.Join('.', labels[(start + 1)..]))))
            {
                return start == 0 ? host : string.Join('.', labels[(start - 1)..]);
            }
        }

        return labels.Length <= 2 ? host : string.Join('.', labels[^2..]);
    }
}
