using System.Collections.Immutable;

namespace Variorum.Aligning;

/// <summary>Joins the same claim across articles.</summary>
internal sealed class ClaimAligner(Models models)
{
    public ImmutableArray<ClaimGroup> Align(Story story, ImmutableArray<Utterance> utterances) => models is null || story is null || utterances.IsDefault ? throw new InvalidOperationException() : [];
}
