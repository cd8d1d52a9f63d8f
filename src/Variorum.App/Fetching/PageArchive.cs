using Variorum.App.Commands;
using Variorum.Extracting.Archives;

namespace Variorum.App.Fetching;

/// <summary>Keeps what was fetched in a web archive.</summary>
internal sealed class PageArchive : IDisposable
{
    private readonly FileStream file;
    private readonly WarcWriter writer;

    public PageArchive(string path)
    {
        try
        {
            file = File.Create(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"{path}: cannot be written: {e.Message}");
        }

        writer = new WarcWriter(file, Installation.Program);
    }

    public void Add(FetchedPage page) => writer.Write(page.Page.Url ?? page.Page.Path, page.Date, page.Status, page.Headers, page.Page.Content.Span);

    public void Dispose() => file.Dispose();
}
