using System.Collections.Frozen;

namespace Variorum.Extracting;

/// <summary>An address without what does not tell which page it is: tracking parameters, fragments, the wrappings of AMP caches.</summary>
public static class CanonicalAddress
{
    private static readonly FrozenSet<string> Tracking = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "fbclid", "gclid", "dclid", "msclkid", "yclid", "twclid", "igshid", "mc_cid", "mc_eid", "cmpid", "cmp", "ito", "ocid", "ncid", "ref_src", "ref_url", "smid", "smtyp", "sref", "taid", "at_medium", "at_campaign", "ns_mchannel", "ns_source", "ns_campaign", "ns_linkname", "ns_fee", "xtor", "wt.mc_id", "partner", "emc", "feature", "guccounter", "__twitter_impression", "amp", "outputtype", "spm", "src_src", "intcid");

    private static readonly string[] Caches = [".cdn.ampproject.org", "www.google.com/amp/", "google.com/amp/"];

    /// <summary>The plain form of an address of the web; other text is returned as it is.</summary>
    public static string Of(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var plain = Unwrapped(address.Trim());
        if (!Uri.TryCreate(plain, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
        {
            return address;
        }

        var query = string.Join('&', uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(part => !IsTracking(part)));
        var isHashBang = uri.Fragment.StartsWith("#!", StringComparison.Ordinal);
        return uri.GetLeftPart(UriPartial.Authority) + uri.AbsolutePath + (query.Length > 0 ? "?" + query : "") + (isHashBang ? uri.Fragment : "");
    }

    /// <summary>What tells whether two addresses are of one page: the plain form without scheme, "www.", marks of mobile hosts and AMP, and a last slash.</summary>
    public static string KeyOf(string address)
    {
        if (!Uri.TryCreate(Of(address), UriKind.Absolute, out var uri))
        {
            return address;
        }

        var host = uri.Host;
        foreach (var mark in (ReadOnlySpan<string>)["www.", "m.", "mobile.", "amp."])
        {
            host = host.StartsWith(mark, StringComparison.Ordinal) && host.AsSpan().Count('.') > 1 ? host[mark.Length..] : host;
        }

        var path = uri.AbsolutePath.TrimEnd('/');
        path = path.EndsWith("/amp", StringComparison.OrdinalIgnoreCase) ? path[..^4] : path.StartsWith("/amp/", StringComparison.OrdinalIgnoreCase) ? path[4..] : path;
        return host + (uri.IsDefaultPort ? "" : ":" + uri.Port) + path.TrimEnd('/') + uri.Query;
    }

    private static bool IsTracking(string part)
    {
        var name = part.Split('=')[0];
        return name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) || Tracking.Contains(name);
    }

    /// <summary>The address that an AMP cache's address holds: ".../c/s/example.org/a" or "google.com/amp/s/example.org/a".</summary>
    private static string Unwrapped(string address)
    {
        foreach (var cache in Caches)
        {
            var at = address.IndexOf(cache, StringComparison.OrdinalIgnoreCase);
            if (at < 0 || at > 80)
            {
                continue;
            }

            var rest = address[(at + cache.Length)..].TrimStart('/');
            rest = rest is ['c' or 'v' or 'i', '/', .. var kind] ? kind : rest;
            return rest.StartsWith("s/", StringComparison.Ordinal) ? "https://" + rest[2..] : rest.Contains('.', StringComparison.Ordinal) ? "http://" + rest : address;
        }

        return address;
    }
}
