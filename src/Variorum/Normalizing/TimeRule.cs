namespace Variorum.Normalizing;

/// <summary>One way to read a time.</summary>
/// <param name="Name">Short kebab-case name; it travels with what the rule reads.</param>
/// <param name="Read">Reads the time that opens at a piece; null where none does.</param>
internal sealed record TimeRule(string Name, Func<TimeScan, int, TimeReading?> Read);
