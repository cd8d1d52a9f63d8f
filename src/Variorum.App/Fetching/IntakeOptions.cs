namespace Variorum.App.Fetching;

/// <summary>How inputs are taken in.</summary>
/// <param name="Fetch">How addresses are fetched.</param>
/// <param name="Follow">Whether the articles of feeds in files that give only summaries are fetched.</param>
/// <param name="Save">A web archive that gets what was fetched; null for none.</param>
internal sealed record IntakeOptions(FetchOptions Fetch, bool Follow = false, string? Save = null);
