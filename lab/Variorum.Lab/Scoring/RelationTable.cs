using System.Globalization;

namespace Variorum.Lab.Scoring;

/// <summary>How well each relation is found, head and name.</summary>
internal sealed class RelationTable
{
    private readonly int[] gold = new int[64];
    private readonly int[] found = new int[64];
    private readonly int[] right = new int[64];

    public void Add(Relation truth, Relation guess, bool isHead)
    {
        gold[(int)truth]++;
        found[(int)guess]++;
        right[(int)truth] += isHead && truth == guess ? 1 : 0;
    }

    /// <summary>F1 in percent and how many there are, most frequent first.</summary>
    public override string ToString() => string.Join(", ", Enum.GetValues<Relation>().Where(name => gold[(int)name] > 0).OrderByDescending(name => gold[(int)name])
        .Select(name => string.Create(CultureInfo.InvariantCulture, $"{name.Name()} {200.0 * right[(int)name] / (gold[(int)name] + found[(int)name]):0} ({gold[(int)name]})")));
}
