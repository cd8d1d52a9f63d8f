using System.Collections.Immutable;

namespace Variorum.Aligning;

/// <summary>Joins the quotes of one act of speech, also when cut, translated, or once direct and once indirect.</summary>
internal sealed class UtteranceAligner(Models models)
{
    public ImmutableArray<Utterance> Align(Story story) => models is null || story is null ? throw new InvalidOperationException() : [];
}
