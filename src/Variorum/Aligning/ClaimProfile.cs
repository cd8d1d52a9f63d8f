using System.Collections.Immutable;

namespace Variorum.Aligning;

/// <summary>What a claim speaks of, freed from its wording: weighted terms, each a lemma, an entity, a number or a day.</summary>
/// <param name="Evidence">The claim.</param>
/// <param name="Terms">Ids of its terms, ascending, each once.</param>
/// <param name="Weights">What each term tells, in nats.</param>
/// <param name="Total">Sum of the weights.</param>
/// <param name="Pairs">Pairs of terms that stand side by side, ascending, each once.</param>
/// <param name="IsNegated">Whether the claim's own words negate it.</param>
/// <param name="IsDenied">Whether the article reports it as false: a denial and what it denies are two claims.</param>
internal sealed record ClaimProfile(
    ClaimEvidence Evidence,
    ImmutableArray<int> Terms,
    ImmutableArray<float> Weights,
    float Total,
    ImmutableArray<long> Pairs,
    bool IsNegated,
    bool IsDenied);
