namespace Variorum.App.Commands;

/// <summary>A bar of pages read on standard error, for a person who waits; silent where nobody looks.</summary>
/// <param name="total">How many inputs there are; archives and feeds hold more pages.</param>
internal sealed class Progress(int total) : IDisposable
{
    private const int WorthTelling = 20;

    private const int Width = 30;

    private readonly bool canBeSeen = !Console.IsErrorRedirected;
    private int done;

    public void Step()
    {
        done++;
        if (canBeSeen && Math.Max(total, done) >= WorthTelling)
        {
            Console.Error.Write("\r" + Line());
        }
    }

    public void Dispose()
    {
        if (canBeSeen && Math.Max(total, done) >= WorthTelling)
        {
            Console.Error.Write("\r" + new string(' ', Width + 30) + "\r");
        }
    }

    private string Line()
    {
        var filled = done > total ? Width : Width * done / total;
        return done > total ? $"{done} pages read" : $"[{new string('#', filled)}{new string('.', Width - filled)}] {done} of {total}";
    }
}
