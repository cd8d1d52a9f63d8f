using Variorum.Learning;

namespace Variorum.Annotating;

/// <summary>What speaks for and against "he" or "she" meaning somebody.</summary>
/// <remarks>
/// <b>Method.</b> A ranking of antecedents by surface and syntax (Lappin and Leass, 1994; Durrett and Klein, 2013): how near, in
/// which part of its clause, how often and how lately told of, whether the clause forbids or invites it.
/// </remarks>
internal static class PronounFeatures
{
    /// <summary>Room for the features of one candidate.</summary>
    public const int Most = 40;

    private const int FarthestStep = 5;
    private const int FarthestParagraph = 3;

    /// <summary>Fills in the features of a candidate.</summary>
    /// <param name="pronoun">Where the pronoun stands.</param>
    /// <param name="candidate">What it may mean.</param>
    /// <param name="field">How the candidate stands among the others.</param>
    /// <param name="tree">The document's.</param>
    /// <param name="features">Receives at most <see cref="Most"/>.</param>
    /// <returns>How many there are.</returns>
    public static int Fill(in Place pronoun, Candidate candidate, in Standing field, Tree tree, Span<uint> features)
    {
        var list = new FeatureWriter(features);
        AddNearness(pronoun, candidate.Last, field, ref list);
        AddTelling(pronoun, candidate, field, ref list);
        AddSurroundings(pronoun, candidate, field, ref list);
        if (pronoun.Sentence == candidate.Last.Sentence)
        {
            AddClause(pronoun, candidate.Last, tree, ref list);
        }

        return list.Count;
    }

    /// <summary>Fills in the features of the pronoun's meaning none of the candidates.</summary>
    public static int FillNone(in Place pronoun, IReadOnlyList<Candidate> candidates, Span<uint> features)
    {
        var nearest = candidates.Count == 0 ? 0 : pronoun.Step - candidates[0].Last.Step;
        var first = candidates.Count == 0 ? default : Standing.Of(candidates, 0);
        var list = new FeatureWriter(features);
        list.Add(100, 1);
        list.Add(101, (uint)pronoun.Mention.Case);
        list.Add(102, (uint)Math.Min(candidates.Count, 4));
        list.Add(103, (uint)Math.Min(nearest, 5));
        list.Add(104, pronoun.IsQuoted ? 1u : 0);
        list.Add(105, (uint)pronoun.Part, (uint)Math.Min(nearest, 5));
        list.Add(106, first.IsLone ? 1u : 0u, (uint)Math.Min(nearest, 5));
        return list.Count;
    }

    /// <summary>Whether the candidate's gender is known to be the pronoun's; learnt where people marked it alone.</summary>
    public static uint Gendered(ChainDraft chain) => FeatureHash.Of(90, chain.Gender == Gender.Unknown ? 1u : 2u);

    /// <summary>How far back, and in which part of its clause, it was told of last.</summary>
    private static void AddNearness(in Place pronoun, in Place last, in Standing field, ref FeatureWriter list)
    {
        var distance = Steps(pronoun, last);
        var @case = (uint)pronoun.Mention.Case;
        var part = (uint)last.Part;
        var kind = KindOf(last.Mention);
        list.Add(1, distance);
        list.Add(2, distance, @case);
        list.Add(3, distance, part);
        list.Add(4, (distance << 4) | part, @case);
        list.Add(5, (distance << 4) | part, (uint)pronoun.Part);
        list.Add(6, (distance << 4) | kind, Opens(pronoun));
        list.Add(7, kind);
        list.Add(8, (uint)field.Recency, @case);
        list.Add(9, (uint)field.Recency, distance);
        list.Add(10, (uint)field.Order, distance);
        list.Add(11, ((uint)field.Order << 4) | part, distance);
    }

    /// <summary>How much the text has told of it, as a subject and as a speaker.</summary>
    private static void AddTelling(in Place pronoun, Candidate candidate, in Standing field, ref FeatureWriter list)
    {
        var distance = Steps(pronoun, candidate.Last);
        var sinceSubject = candidate.Subject is { } subject ? Steps(pronoun, subject) : FarthestStep + 1u;
        var speaks = Bit(pronoun.Speaks);
        list.Add(12, Bin(candidate.Count), Bit(field.IsMostTold));
        list.Add(13, Bit(field.IsMostTold), distance);
        list.Add(27, Bin(candidate.Told), Bit(field.IsMostNamed));
        list.Add(28, Bit(field.IsMostNamed), distance);
        list.Add(14, Bin(candidate.Subjects), Bit(field.IsMostSubject));
        list.Add(15, sinceSubject, (uint)pronoun.Mention.Case);
        list.Add(16, sinceSubject, Opens(pronoun));
        list.Add(17, speaks | (Bit(candidate.Last.Speaks) << 1), distance);
        list.Add(18, speaks | (Bit(candidate.Subject?.Speaks == true) << 1), sinceSubject);
    }

    /// <summary>What lies between, and who else stands near.</summary>
    private static void AddSurroundings(in Place pronoun, Candidate candidate, in Standing field, ref FeatureWriter list)
    {
        var last = candidate.Last;
        var distance = Steps(pronoun, last);
        var paragraphs = (uint)Math.Min(pronoun.Paragraph - last.Paragraph, FarthestParagraph);
        var alone = Bit(field.IsLone) | (Bit(field.IsLoneSubject) << 1);
        list.Add(19, paragraphs, Opens(pronoun));
        list.Add(20, paragraphs, (uint)last.Part);
        list.Add(21, Bit(pronoun.IsQuoted) | (Bit(last.IsQuoted) << 1) | (Bit(pronoun.Sentence == last.Sentence) << 2), (uint)last.Part);
        list.Add(22, Bit(candidate.Chain.IsNamed), distance);
        list.Add(24, alone, distance);
        list.Add(25, alone, (uint)pronoun.Mention.Case);
        list.Add(26, Bit(field.IsFirst), distance);
    }

    /// <summary>What the clause says: a subject is not its own object, but often the owner of what its verb is done to.</summary>
    private static void AddClause(in Place pronoun, in Place last, Tree tree, ref FeatureWriter list)
    {
        var @case = (uint)pronoun.Mention.Case;
        var same = pronoun.Clause == last.Clause ? 1u : 0u;
        var subject = tree.Subject(pronoun.Clause);
        var above = tree.ClauseAbove(pronoun.Clause);
        var isSubject = subject == last.Head ? 1u : 0u;
        var isAbove = above >= 0 && tree.Subject(above) == last.Head ? 1u : 0u;
        list.Add(30, (same << 2) | (isSubject << 1) | isAbove, @case);
        list.Add(31, (same << 2) | (isSubject << 1) | isAbove, ((uint)pronoun.Part << 4) | (uint)last.Part);
        list.Add(32, (same << 1) | (last.Speaks ? 1u : 0), ((pronoun.IsQuoted ? 1u : 0) << 1) | (last.IsQuoted ? 1u : 0));
        list.Add(33, tree.IsIn(pronoun.Head, last.Head) ? 1u : 0u, @case);
        list.Add(36, tree.Subject(last.Clause) == pronoun.Head ? 1u : 0u, @case);
        list.Add(35, tree.Noun(pronoun.Clause) == last.Head ? 1u : 0u, @case);
        list.Add(34, tree.IsIn(last.Head, pronoun.Clause) ? 1u : 0u, ((uint)pronoun.Part << 4) | (uint)last.Part);
    }

    private static uint KindOf(MentionDraft mention) => mention.Kind switch
    {
        MentionKind.Pronoun => 3u + (mention.Case == PronounCase.Possessive ? 1u : 0u),
        MentionKind.Role => 2u,
        _ => mention.NameEnd - mention.NameFirst > 1 ? 1u : 0u,
    };

    private static uint Bin(int count) => count switch { < 4 => (uint)count, < 6 => 4, < 10 => 5, _ => 6 };

    private static uint Bit(bool holds) => holds ? 1u : 0u;

    private static uint Steps(in Place pronoun, in Place other) => (uint)Math.Min(pronoun.Step - other.Step, FarthestStep);

    private static uint Opens(in Place pronoun) => Bit(pronoun.Part == ClausePart.MainSubject);

    /// <summary>Writes features one after another.</summary>
    private ref struct FeatureWriter(Span<uint> features)
    {
        private readonly Span<uint> features = features;

        public int Count { get; private set; }

        public void Add(uint template, uint value) => Add(template, value, 0);

        public void Add(uint template, uint first, uint second) => features[Count++] = FeatureHash.Of(template, first + 1, second + 1);
    }
}
