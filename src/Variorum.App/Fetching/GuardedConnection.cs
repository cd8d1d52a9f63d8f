using System.Net;
using System.Net.Sockets;

namespace Variorum.App.Fetching;

/// <summary>Connects to a host, and to no address that must not be asked.</summary>
/// <remarks><b>Method.</b> Name and connection are one step: the address that is judged is the one connected to, so a name that
/// changes its meaning between two looks gains nothing.</remarks>
internal sealed class GuardedConnection(FetchOptions options)
{
    public async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        var host = context.DnsEndPoint.Host.Trim('[', ']');
        var addresses = IPAddress.TryParse(host, out var own) ? [own] : await options.Resolve(host, stop).ConfigureAwait(false);
        var open = addresses.Where(options.IsOpen).ToArray();
        if (open.Length == 0)
        {
            throw addresses.Length == 0
                ? new FetchException(InputCodes.Unreachable, $"{host} has no address")
                : new FetchException(InputCodes.RefusedAddress, $"{host} leads to this machine or a private network ({addresses[0]}); --allow-private permits that");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(open, context.DnsEndPoint.Port, stop).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
