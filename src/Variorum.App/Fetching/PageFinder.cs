namespace Variorum.App.Fetching;

/// <summary>Finds the files that paths stand for.</summary>
/// <remarks><b>Order.</b> As given; within a folder ordinal by path. Hidden files and links are not followed in a folder.</remarks>
internal sealed class PageFinder
{
    private static readonly string[] Endings = [".html", ".htm", ".xhtml", ".txt", ".md", ".json", ".mhtml", ".mht", ".xml", ".rss", ".atom", ".opml", ".warc", ".arc"];

    private static readonly EnumerationOptions Walk = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
    };

    private readonly List<FoundPage> pages = [];
    private readonly List<(string Path, Problem Problem)> refusals = [];
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    private PageFinder()
    {
    }

    public static FoundPages Find(IEnumerable<string> paths)
    {
        var finder = new PageFinder();
        foreach (var path in paths)
        {
            finder.Add(path);
        }

        return new FoundPages(finder.pages, finder.refusals);
    }

    /// <summary>Whether a file of a folder is one to read, by its ending.</summary>
    public static bool CanRead(string path)
    {
        var name = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
        return Endings.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);
    }

    private void Add(string path)
    {
        if (path == "-")
        {
            AddPage(path, null);
        }
        else if (path.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || path.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            AddPage(path, path, isAddress: true);
        }
        else if (Directory.Exists(path))
        {
            AddFolder(path);
        }
        else if (File.Exists(path))
        {
            AddPage(path, Path.GetFullPath(path));
        }
        else
        {
            Refuse(path, InputCodes.NotFound, "there is no such file or folder");
        }
    }

    private void AddFolder(string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*", Walk).ToArray();
        var readable = files.Where(CanRead).Select(file => file.Replace('\\', '/')).Order(StringComparer.Ordinal).ToArray();
        foreach (var file in readable)
        {
            AddPage(file, Path.GetFullPath(file));
        }

        if (readable.Length == 0)
        {
            Refuse(folder, InputCodes.EmptyFolder, "the folder holds no file that can be read");
        }
        else if (readable.Length < files.Length)
        {
            Refuse(folder, InputCodes.PassedOver, $"{files.Length - readable.Length} of {files.Length} files have other endings");
        }
    }

    /// <summary>A file named twice is read once, under the name that sorts first, so that the order of the call plays no part.</summary>
    private void AddPage(string path, string? file, bool isAddress = false)
    {
        var key = file ?? "-";
        if (!places.TryGetValue(key, out var place))
        {
            places[key] = pages.Count;
            pages.Add(new FoundPage(path, isAddress ? null : file, [], isAddress));
            return;
        }

        var name = string.CompareOrdinal(path, pages[place].Path) < 0 ? path : pages[place].Path;
        pages[place] = pages[place] with { Path = name, Problems = [new Problem(InputCodes.Duplicate, "The input was given more than once and is read once.")] };
    }

    private void Refuse(string path, string code, string message) => refusals.Add((path, new Problem(code, message)));
}
