using Variorum.Lexicons;

namespace Variorum.Extracting;

/// <summary>Finds who published an article.</summary>
internal sealed class OutletFinder(Gazetteer gazetteer, PublicSuffixes suffixes)
{
    /// <summary>The outlet: by its address first, since a name may be a section's; else by what the page calls it.</summary>
    public Outlet? Find(Draft draft)
    {
        var host = HostOf(draft.Url) ?? HostOf(draft.OutletHost);
        var known = host is null || IsArchive(host) ? null : Known(host);
        var name = draft.OutletName ?? draft.Bylines.Select(BylineReader.OutletOf).FirstOrDefault(found => found is not null);
        if (host is null || IsArchive(host))
        {
            return name is null ? null : new Outlet(name);
        }

        return known is null
            ? new Outlet(name, suffixes.Registrable(host))
            : known with { Name = known.Name ?? name };
    }

    /// <summary>The host of an address or of a bare domain, in lower case, without "www."; null for none.</summary>
    public static string? HostOf(string? address)
    {
        if (string.IsNullOrWhiteSpace(address))
        {
            return null;
        }

        var full = address.Contains("://", StringComparison.Ordinal) ? address : address.StartsWith("//", StringComparison.Ordinal) ? "http:" + address : "http://" + address;
        if (!Uri.TryCreate(full.Trim(), UriKind.Absolute, out var uri) || !uri.Host.Contains('.', StringComparison.Ordinal) || uri.HostNameType != UriHostNameType.Dns)
        {
            return null;
        }

        var host = uri.Host.ToLowerInvariant();
        return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }

    private static bool IsArchive(string host) => host is "web.archive.org" or "archive.org" or "archive.ph" or "archive.is" or "webcache.googleusercontent.com";

    private Outlet? Known(string host)
    {
        for (var name = host; name.Contains('.', StringComparison.Ordinal); name = name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            if (gazetteer.FindOutlet(name) is { } outlet)
            {
                return outlet;
            }
        }

        return null;
    }
}
