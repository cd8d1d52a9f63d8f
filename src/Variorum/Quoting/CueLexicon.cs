using System.Collections.Frozen;
using Variorum.Lexicons;

namespace Variorum.Quoting;

/// <summary>What a reporting verb does to the words around it.</summary>
[Flags]
internal enum CuePattern
{
    None = 0,

    /// <summary>A clause follows it.</summary>
    Clause = 1,

    /// <summary>A clause follows it even without "that".</summary>
    Bare = 2,

    /// <summary>Words in marks may stand beside it.</summary>
    Marked = 4,

    /// <summary>It may stand before its subject ("said the minister").</summary>
    Inverted = 8,

    /// <summary>A hearer stands between it and the content.</summary>
    Hearer = 16,

    /// <summary>Whatever follows is the content.</summary>
    Object = 32,

    /// <summary>An infinitive is the content.</summary>
    Infinitive = 64,
}

/// <summary>A reporting verb.</summary>
/// <param name="Class">What kind of report it makes ("say", "deny", "accuse", "believe").</param>
/// <param name="Pattern">How it stands to its content.</param>
internal sealed record CueVerb(string Class, CuePattern Pattern);

/// <summary>The reporting verbs by lemma, from <c>Lexicons/cues.txt</c>.</summary>
internal static class CueLexicon
{
    private static readonly Lazy<FrozenDictionary<string, CueVerb>> Verbs = new(() =>
        Lexicon.Rows("cues").ToFrozenDictionary(row => row[0], row => new CueVerb(row[1], Parse(row[2])), StringComparer.Ordinal));

    /// <summary>What the verb of a lemma reports; null where it reports nothing.</summary>
    public static CueVerb? Find(string lemma) => Verbs.Value.GetValueOrDefault(lemma);

    /// <summary>Whether who stands behind a verb is always who was told, never who tells ("told Lind").</summary>
    public static bool IsTelling(string lemma) => Find(lemma) is { } verb && (verb.Pattern & (CuePattern.Hearer | CuePattern.Inverted)) == CuePattern.Hearer;

    private static CuePattern Parse(string letters) => letters.Aggregate(CuePattern.None, (sum, letter) => sum | letter switch
    {
        'c' => CuePattern.Clause,
        's' => CuePattern.Bare,
        'q' => CuePattern.Marked,
        'i' => CuePattern.Inverted,
        'r' => CuePattern.Hearer,
        'o' => CuePattern.Object,
        't' => CuePattern.Infinitive,
        _ => throw new InvalidDataException($"The cue pattern {letter} is not known."),
    });
}
