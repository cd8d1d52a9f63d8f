namespace Variorum;

/// <summary>Who published an article.</summary>
/// <param name="Name">As it calls itself ("The Moscow Times"); null where only the domain is known.</param>
/// <param name="Domain">Registrable domain ("themoscowtimes.com"); null where only the name is known.</param>
/// <param name="Country">ISO 3166-1 alpha-2; null where unknown.</param>
public sealed record Outlet(string? Name, string? Domain = null, string? Country = null);
