namespace Variorum.App.Commands;

/// <summary>A count of pages on standard error, for a person who waits; silent where nobody looks.</summary>
internal sealed class Progress(int total) : IDisposable
{
    private const int WorthTelling = 20;

    private readonly bool isSeen = total >= WorthTelling && !Console.IsErrorRedirected;
    private int done;

    public void Step()
    {
        done++;
        if (isSeen)
        {
            Console.Error.Write($"\r{done} of {total} read");
        }
    }

    public void Dispose()
    {
        if (isSeen && done > 0)
        {
            Console.Error.Write("\r" + new string(' ', 40) + "\r");
        }
    }
}
