namespace Variorum.App.Fetching;

/// <summary>A page that was fetched, with all that is needed to keep it.</summary>
/// <param name="Page">The page; its path is the address as given, its address the one that answered.</param>
/// <param name="Date">When.</param>
/// <param name="Status">The answer's code and words.</param>
/// <param name="Headers">The answer's headers.</param>
internal sealed record FetchedPage(Page Page, DateTimeOffset Date, string Status, IReadOnlyList<KeyValuePair<string, string>> Headers);
