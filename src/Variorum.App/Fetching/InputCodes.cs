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

    /// <summary>The server answered with an error.</summary>
    public const string HttpStatus = "http-status";

    /// <summary>A list of feeds was given and addresses are not to be fetched.</summary>
    public const string NotFetched = "not-fetched";

    /// <summary>There is no such file or folder.</summary>
    public const string NotFound = "not-found";

    /// <summary>A folder holds files with other endings.</summary>
    public const string PassedOver = "passed-over";

    /// <summary>An address leads to this machine or a private network, or is none of the web.</summary>
    public const string RefusedAddress = "refused-address";

    /// <summary>The site's robots.txt asks that the page is not fetched.</summary>
    public const string Robots = "robots";

    /// <summary>Fetching took too long.</summary>
    public const string TimedOut = "timed-out";

    /// <summary>An address leads from one to another without end.</summary>
    public const string TooManyRedirects = "too-many-redirects";

    /// <summary>A server cannot be reached, or breaks off.</summary>
    public const string Unreachable = "unreachable";

    /// <summary>The file is there and cannot be opened or read.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>All codes, in ordinal order.</summary>
    public static ImmutableArray<string> All { get; } = [Duplicate, EmptyFolder, HttpStatus, Internal, NotFetched, NotFound, PassedOver, RefusedAddress, Robots, TimedOut, TooManyRedirects, Unreachable, Unreadable];
}
