namespace Variorum.App.Commands;

/// <summary>The file in which <c>variorum group --index</c> keeps its stories from run to run.</summary>
internal static class IndexFile
{
    /// <summary>The index of an earlier run; an empty one where there is no file. <b>Errors.</b> A file that cannot be used is wrong use: it is never overwritten.</summary>
    public static StoryIndex Open(Pipeline pipeline, string path)
    {
        try
        {
            return File.Exists(path) ? pipeline.OpenIndex(File.ReadAllBytes(path)) : pipeline.NewIndex();
        }
        catch (InvalidDataException e)
        {
            throw new UsageException($"{path}: {e.Message}; name another file, or delete it to begin anew");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path}: cannot be read: {e.Message}");
        }
    }

    /// <summary>Writes beside the file and then puts the new one in its place: what is there stays whole whatever happens.</summary>
    public static void Save(StoryIndex index, string path)
    {
        var beside = path + ".new";
        try
        {
            using (var stream = File.Create(beside))
            {
                index.Save(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(beside, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"{path}: cannot be written: {e.Message}");
        }
    }
}
