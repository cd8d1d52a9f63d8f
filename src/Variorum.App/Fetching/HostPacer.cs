using System.Collections.Concurrent;
using System.Diagnostics;

namespace Variorum.App.Fetching;

/// <summary>Lets one request at a time to a host, with a pause between two.</summary>
internal sealed class HostPacer(TimeSpan gap)
{
    private readonly ConcurrentDictionary<string, Turn> turns = new(StringComparer.Ordinal);

    /// <summary>Runs a request when its host's turn has come.</summary>
    public async Task<T> Run<T>(string host, TimeSpan? asked, Func<Task<T>> request, CancellationToken stop)
    {
        var turn = turns.GetOrAdd(host, _ => new Turn());
        await turn.Gate.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            var pause = asked > gap ? asked.Value : gap;
            var waited = turn.Last == 0 ? pause : Stopwatch.GetElapsedTime(turn.Last);
            if (waited < pause)
            {
                await Task.Delay(pause - waited, stop).ConfigureAwait(false);
            }

            return await request().ConfigureAwait(false);
        }
        finally
        {
            turn.Last = Stopwatch.GetTimestamp();
            turn.Gate.Release();
        }
    }

    private sealed class Turn
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public long Last { get; set; }
    }
}
