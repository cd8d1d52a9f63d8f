namespace Variorum.App.Commands;

/// <summary>What goes to standard error: one line each.</summary>
internal static class Complaints
{
    /// <summary>The exit code where nothing could be read.</summary>
    public const int NothingRead = 1;

    /// <summary>The exit code for wrong use and for a broken installation.</summary>
    public const int CannotWork = 2;

    public static void Say(string path, Problem problem) =>
        Console.Error.WriteLine($"variorum: {OneLine(path)}: {problem.Code}: {OneLine(problem.Message)}");

    public static int WrongUse(string message)
    {
        Console.Error.WriteLine($"variorum: {OneLine(message)} (variorum --help shows how)");
        return CannotWork;
    }

    public static int Broken(string message)
    {
        Console.Error.WriteLine($"variorum: {OneLine(message)}");
        return CannotWork;
    }

    /// <summary>Text from outside, without anything that could move a terminal's cursor or turn its text around.</summary>
    public static string OneLine(string text) => string.Create(text.Length, text, (line, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            line[i] = char.IsControl(source[i]) || source[i] is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') ? ' ' : source[i];
        }
    });
}
