using System.Collections.Immutable;

namespace Variorum.Composing;

/// <summary>Finds the different names that accounts give to one thing.</summary>
/// <remarks><b>Order.</b> The sets that most articles have a part in first.</remarks>
internal sealed class LabelFinder(Models models)
{
    private const int MostSets = 8;

    public ImmutableArray<LabelSet> Find(Story story, ImmutableArray<ClaimGroup> claims) =>
        [.. new EntityLabels(models, story).Find()
            .Concat(new KindLabels(models, story, claims).Find())
            .Concat(new VerbLabels(story, claims).Find())
            .OrderByDescending(s => s.Variants.Select(v => v.Article).Distinct().Count())
            .ThenByDescending(s => s.Variants.Length)
            .ThenBy(s => s.Variants[0])
            .DistinctBy(s => s.Variants[0])
            .Take(MostSets)];
}
