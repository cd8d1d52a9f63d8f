using System.Net;

namespace Variorum.App.Fetching;

/// <summary>How addresses are fetched.</summary>
/// <param name="AllowClosed">Whether this machine and private networks may be asked.</param>
internal sealed record FetchOptions(bool AllowClosed = false)
{
    /// <summary>How long one address may take, with its redirects.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The least time between two requests to one host.</summary>
    public TimeSpan Gap { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest time that a server can make us wait before it is asked again.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How often a failed request is repeated.</summary>
    public int Repeats { get; init; } = 2;

    /// <summary>How many redirects are followed.</summary>
    public int Redirects { get; init; } = 8;

    /// <summary>How many addresses are fetched at once, each from another host.</summary>
    public int AtOnce { get; init; } = 8;

    /// <summary>Whether an address may be connected to.</summary>
    public Func<IPAddress, bool> IsOpen { get; init; } = address => AllowClosed || AddressRules.IsOpen(address);

    /// <summary>Finds a host's addresses.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Dns.GetHostAddressesAsync;
}
