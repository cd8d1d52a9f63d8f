namespace Variorum.Annotating;

/// <summary>A name that was found.</summary>
/// <param name="First">Its first token.</param>
/// <param name="End">One past its last.</param>
/// <param name="Kind">What kind of thing it names.</param>
/// <param name="Rule">The rule or model that found it.</param>
internal readonly record struct NameSpan(int First, int End, NameKind Kind, string Rule);
