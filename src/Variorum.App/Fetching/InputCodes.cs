using System.Collections.Immutable;

namespace Variorum.App.Fetching;

/// <summary>The problem codes of inputs as files, beside those of what is in them (<see cref="ProblemCodes"/>).</summary>
internal static class InputCodes
{
    /// <summary>The same input was given more than once.</summary>
    public const string Duplicate = "duplicate-input";

    /// <summary>A folder holds nothing that can be read.</summary>
    public const string EmptyFolder = "empty-folder";

    /// <summary>A mistake in the program.</summary>
    public const string Internal = "internal-error";

    /// <summary>An address was given.</summary>
    public const string NotFetched = "not-fetched";

    /// <summary>There is no such file or folder.</summary>
    public const string NotFound = "not-found";

    /// <summary>A folder holds files with other endings.</summary>
    public const string PassedOver = "passed-over";

    /// <summary>The file is there and cannot be opened or read.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>All codes, in ordinal order.</summary>
    public static ImmutableArray<string> All { get; } = [Duplicate, EmptyFolder, Internal, NotFetched, NotFound, PassedOver, Unreadable];
}
