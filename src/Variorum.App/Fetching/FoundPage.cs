namespace Variorum.App.Fetching;

/// <summary>An input that is there, not yet read.</summary>
/// <param name="Path">As the user knows it; <c>-</c> for standard input.</param>
/// <param name="File">Its full path; null for standard input.</param>
/// <param name="Problems">What was met while finding it.</param>
/// <param name="IsAddress">Whether the path is an address of the web.</param>
internal sealed record FoundPage(string Path, string? File, IReadOnlyList<Problem> Problems, bool IsAddress = false);

/// <summary>All inputs of a call.</summary>
/// <param name="Pages">In the order given, folders walked in ordinal order; each file once.</param>
/// <param name="Refusals">What was named and is not there.</param>
internal sealed record FoundPages(IReadOnlyList<FoundPage> Pages, IReadOnlyList<(string Path, Problem Problem)> Refusals);
