namespace Variorum.App.Fetching;

/// <summary>A page of an input, or why there is none.</summary>
/// <param name="Path">As the user knows it.</param>
/// <param name="Page">Null where it cannot be read.</param>
/// <param name="Problems">What was met on the way; the last says why there is no page.</param>
internal sealed record LoadedPage(string Path, Page? Page, params IReadOnlyList<Problem> Problems);
