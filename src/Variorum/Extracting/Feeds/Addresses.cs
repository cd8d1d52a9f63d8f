namespace Variorum.Extracting.Feeds;

/// <summary>Makes relative addresses absolute.</summary>
internal static class Addresses
{
    private const int Longest = 4096;

    /// <summary>The address against a base; as it stands where there is none or either is no address; null for none.</summary>
    public static string? Resolve(string? from, string? address)
    {
        address = address?.Trim();
        if (string.IsNullOrEmpty(address) || address.Length > Longest)
        {
            return null;
        }

        var isAbsolute = address.Contains(':', StringComparison.Ordinal) && Uri.TryCreate(address, UriKind.Absolute, out var own) && own.Scheme != "file";
        return isAbsolute || from is null || !Uri.TryCreate(from, UriKind.Absolute, out var root) || !Uri.TryCreate(root, address, out var whole) ? address : whole.AbsoluteUri;
    }
}
