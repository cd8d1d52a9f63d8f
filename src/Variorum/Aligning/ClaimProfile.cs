using System.Collections.Immutable;

namespace Variorum.Aligning;

/// <summary>What a claim speaks of, freed from its wording: weighted terms, each a lemma, an entity, a number or a day.</summary>
/// <param name="Evidence">The claim.</param>
/// <param name="Terms">Ids of its terms, ascending, each once.</param>
/// <param name="Weights">What each term tells, in nats.</param>
/// <param name="Total">Sum of the weights.</param>
/// <param name="Entities">How many of the terms, counted from the first, are entities: entity ids are the lowest.</param>
/// <param name="IsNegated">Whether the claim's verb is negated or the claim is denied.</param>
internal sealed record ClaimProfile(
    ClaimEvidence Evidence,
    ImmutableArray<int> Terms,
    ImmutableArray<float> Weights,
    float Total,
    int Entities,
    bool IsNegated);
