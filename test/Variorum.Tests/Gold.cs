using System.Text.Json;

namespace Variorum.Tests;

/// <summary>What a careful reader found in a story's reports.</summary>
/// <remarks><b>Shape.</b> As in <c>samples/gold/*.json</c>; every snippet stands character for character on its page.</remarks>
internal sealed record Gold(
    List<GoldArticle> Accounts,
    List<List<string>> Copies,
    List<GoldQuote> Quotes,
    List<List<GoldPlace>> SameUtterance,
    List<GoldFact> Facts,
    List<GoldConflict> Conflicts,
    List<GoldStance> Stance,
    List<GoldPlace> OnlyOne,
    List<GoldLabels> Labels)
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static Gold Load(string name) =>
        JsonSerializer.Deserialize<Gold>(File.ReadAllText(Repository.At("samples", "gold", name + ".json")), Options)!;
}

internal sealed record GoldPlace(string File, string Snippet)
{
    public override string ToString() => $"{File}: {Snippet}";
}

internal sealed record GoldArticle(string File, string? Outlet, List<string> Wire, string? Published)
{
    public override string ToString() => File;
}

internal sealed record GoldQuote(string File, string Snippet, string Speaker, string? SaidTo)
{
    public override string ToString() => $"{File}: {Snippet} ({Speaker}; via {SaidTo})";
}

internal sealed record GoldFact(string Fact, List<GoldPlace> Evidence)
{
    public override string ToString() => Fact;
}

internal sealed record GoldConflict(string About, string Type, List<GoldValue> Values)
{
    public override string ToString() => $"{About} ({Type})";
}

internal sealed record GoldValue(string Value, List<GoldPlace> Evidence);

internal sealed record GoldStance(string Claim, List<GoldStancePlace> ByAccount);

internal sealed record GoldStancePlace(string File, string Snippet, string Stance)
{
    public override string ToString() => $"{File}: {Snippet} is {Stance}";
}

internal sealed record GoldLabels(string Thing, List<GoldLabel> ByAccount)
{
    public override string ToString() => Thing;
}

internal sealed record GoldLabel(string File, string Label);
