namespace Variorum;

/// <summary>The bytes that were fetched or found, and what was said of them on the way.</summary>
/// <param name="Path">The path or name by which the user knows the input.</param>
/// <param name="Content">The bytes, unchanged.</param>
/// <param name="Url">Where they were fetched; null for a file.</param>
/// <param name="MediaType">From the carrier (<c>text/html</c>); null to judge by the path's ending and the bytes.</param>
/// <param name="Charset">From the carrier; null to judge by the bytes.</param>
public sealed record Page(string Path, ReadOnlyMemory<byte> Content, string? Url = null, string? MediaType = null, string? Charset = null);
