using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Variorum.Extracting;

/// <summary>What a site's robots.txt lets a program fetch.</summary>
/// <remarks><b>Method.</b> RFC 9309 (2022): the groups that name the program, else those for all; of the rules that fit a path the
/// longest decides, and of equals the one that allows.</remarks>
public sealed class RobotsRules
{
    /// <summary>Bytes of a robots.txt that are read.</summary>
    public const int MostBytes = 500 * 1024;

    private const int MostRules = 10_000;

    private readonly ImmutableArray<(string Pattern, bool Allows)> rules;

    private RobotsRules(ImmutableArray<(string Pattern, bool Allows)> rules, TimeSpan? delay)
    {
        this.rules = rules;
        Delay = delay;
    }

    /// <summary>Everything may be fetched.</summary>
    public static RobotsRules AllowAll { get; } = new([], null);

    /// <summary>Nothing may be fetched.</summary>
    public static RobotsRules DenyAll { get; } = new([("/", false)], null);

    /// <summary>How long the site asks to wait between requests; null where it does not.</summary>
    public TimeSpan? Delay { get; }

    /// <summary>Reads a robots.txt.</summary>
    /// <param name="content">Its bytes.</param>
    /// <param name="program">The program's name ("variorum"), without version.</param>
    public static RobotsRules Read(ReadOnlySpan<byte> content, string program)
    {
        ArgumentNullException.ThrowIfNull(program);
        var own = new List<(string Pattern, bool Allows)>();
        var all = new List<(string Pattern, bool Allows)>();
        TimeSpan? ownDelay = null, allDelay = null;
        var (isOwn, isAll, inAgents, hasOwn) = (false, false, false, false);
        foreach (var line in Encoding.UTF8.GetString(content[..Math.Min(content.Length, MostBytes)]).TrimStart('\uFEFF').Split(['\n', '\r']))
        {
            var (key, value) = Field(line);
            if (key == "user-agent")
            {
                (isOwn, isAll) = inAgents ? (isOwn, isAll) : (false, false);
                isOwn |= value.Equals(program, StringComparison.OrdinalIgnoreCase) || value.StartsWith(program + "/", StringComparison.OrdinalIgnoreCase);
                isAll |= value == "*";
                hasOwn |= isOwn;
                inAgents = true;
            }
            else if (key is "allow" or "disallow")
            {
                inAgents = false;
                Add(isOwn ? own : null, key, value);
                Add(isAll ? all : null, key, value);
            }
            else if (key == "crawl-delay" && double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < 1000)
            {
                inAgents = false;
                (ownDelay, allDelay) = (isOwn ? TimeSpan.FromSeconds(seconds) : ownDelay, isAll ? TimeSpan.FromSeconds(seconds) : allDelay);
            }
        }

        return hasOwn ? new RobotsRules([.. own], ownDelay) : new RobotsRules([.. all], allDelay);
    }

    /// <summary>Whether a path with its query may be fetched.</summary>
    public bool Allows(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        path = Normal(path);
        var (longest, allows) = (-1, true);
        foreach (var (pattern, isAllowed) in path == "/robots.txt" ? [] : rules)
        {
            if ((pattern.Length > longest || (pattern.Length == longest && isAllowed)) && Fits(pattern, path))
            {
                (longest, allows) = (pattern.Length, isAllowed);
            }
        }

        return allows;
    }

    private static void Add(List<(string Pattern, bool Allows)>? rules, string key, string value)
    {
        if (rules is not null && value.Length > 0 && rules.Count < MostRules)
        {
            rules.Add((Normal(value), key == "allow"));
        }
    }

    private static (string Key, string Value) Field(string line)
    {
        var comment = line.IndexOf('#', StringComparison.Ordinal);
        line = comment < 0 ? line : line[..comment];
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? ("", "") : (line[..colon].Trim().ToLowerInvariant(), line[(colon + 1)..].Trim());
    }

    /// <summary>Percent signs only where they are needed, so that two writings of one path are equal.</summary>
    private static string Normal(string path)
    {
        var normal = new StringBuilder(path.Length);
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] == '%' && i + 2 < path.Length && int.TryParse(path.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                normal.Append(char.IsAsciiLetterOrDigit((char)value) || value is '-' or '_' or '.' or '~' ? ((char)value).ToString() : "%" + path.Substring(i + 1, 2).ToUpperInvariant());
                i += 2;
            }
            else
            {
                normal.Append(path[i] < 128 ? path[i].ToString() : Uri.EscapeDataString(char.IsHighSurrogate(path[i]) && i + 1 < path.Length ? path.Substring(i++, 2) : char.IsSurrogate(path[i]) ? "?" : path[i].ToString()));
            }
        }

        return normal.ToString();
    }

    /// <summary>An asterisk stands for anything, a dollar sign at the end for the end. Each piece is looked for once, behind the one before it.</summary>
    private static bool Fits(string pattern, string path)
    {
        var isWhole = pattern.EndsWith('$');
        var pieces = (isWhole ? pattern[..^1] : pattern).Split('*');
        if (!path.StartsWith(pieces[0], StringComparison.Ordinal))
        {
            return false;
        }

        var at = pieces[0].Length;
        for (var i = 1; i < pieces.Length; i++)
        {
            var isLast = isWhole && i == pieces.Length - 1;
            var next = isLast ? (path.Length - pieces[i].Length >= at && path.EndsWith(pieces[i], StringComparison.Ordinal) ? path.Length - pieces[i].Length : -1) : path.IndexOf(pieces[i], at, StringComparison.Ordinal);
            if (next < 0)
            {
                return false;
            }

            at = next + pieces[i].Length;
        }

        return !isWhole || at == path.Length;
    }
}
