namespace Variorum.Lab.Scoring;

/// <summary>Counts how often a field of an article is right, wrong or absent, of the pages whose field is known.</summary>
internal sealed class FieldTally(string set, string field, Action<string>? tell)
{
    private int right;
    private int wrong;
    private int absent;

    public void Add(string page, string? said, string? found, Func<string, string, bool> isRight)
    {
        if (string.IsNullOrWhiteSpace(said))
        {
            return;
        }

        var isFound = !string.IsNullOrWhiteSpace(found);
        var hit = isFound && isRight(said, found!);
        right += hit ? 1 : 0;
        wrong += isFound && !hit ? 1 : 0;
        absent += isFound ? 0 : 1;
        if (!hit)
        {
            tell?.Invoke($"{set} {field} {page}: \"{found}\" for \"{said}\"");
        }
    }

    /// <summary>Shares of the pages whose field is known; none where no page's is.</summary>
    public IEnumerable<Figure> Figures()
    {
        double all = right + wrong + absent;
        return all == 0 ? [] :
        [
            new Figure($"extraction.{set}.{field}.right", right / all),
            new Figure($"extraction.{set}.{field}.wrong", wrong / all),
            new Figure($"extraction.{set}.{field}.absent", absent / all),
        ];
    }
}
