namespace Variorum.App.Fetching;

/// <summary>An address was not fetched, and why.</summary>
internal sealed class FetchException(string code, string message) : Exception(message)
{
    /// <summary>One of <see cref="InputCodes"/> or <see cref="ProblemCodes"/>.</summary>
    public string Code { get; } = code;

    /// <summary>How long the server asks to wait before it is asked again; null where asking again is of no use.</summary>
    public TimeSpan? Wait { get; init; }
}
