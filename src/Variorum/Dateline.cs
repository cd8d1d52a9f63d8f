namespace Variorum;

/// <summary>Where, when and for which agency a report was filed: "ASHGABAT, Oct 11 (Reuters) -".</summary>
/// <param name="Place">As printed; null where the text gives none.</param>
/// <param name="Date">As resolved; null where the text gives none.</param>
/// <param name="Wire">The agency in it, by its usual name; null where it gives none.</param>
/// <param name="Span">Where it stands in the article's text, its dash or colon included.</param>
public sealed record Dateline(string? Place, DateOnly? Date, string? Wire, TextSpan Span);
