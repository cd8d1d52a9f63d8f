using System.Net;
using System.Net.Sockets;

namespace Variorum.App.Fetching;

/// <summary>Tells addresses of the open internet from those that lead into the reader's own network or machine.</summary>
internal static class AddressRules
{
    /// <summary>Blocks that are nobody's on the open internet: this machine, private networks, links, benchmarks, documentation, multicast.</summary>
    private static readonly IPNetwork[] Closed =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
            "::/127", "100::/64", "2001::/23", "2001:db8::/32", "fc00::/7", "fe80::/9", "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork[] Wrapping = [IPNetwork.Parse("64:ff9b::/96"), IPNetwork.Parse("::/96"), IPNetwork.Parse("::ffff:0:0:0/96")];

    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");

    /// <summary>Whether an address may be connected to. One that wraps another is judged by that.</summary>
    public static bool IsOpen(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            var bytes = address.GetAddressBytes();
            if (Wrapping.Any(network => network.Contains(address)) && !address.Equals(IPAddress.IPv6Loopback) && !address.Equals(IPAddress.IPv6Any))
            {
                return IsOpen(new IPAddress(bytes.AsSpan(12, 4)));
            }

            if (SixToFour.Contains(address))
            {
                return IsOpen(new IPAddress(bytes.AsSpan(2, 4)));
            }
        }

        return !Closed.Any(network => network.BaseAddress.AddressFamily == address.AddressFamily && network.Contains(address));
    }
}
