using Variorum.Learning;

namespace Variorum.Quoting;

/// <summary>What the cue spotter looks at to tell whether a word makes a report.</summary>
internal static class CueFeatures
{
    /// <summary>How many features a word has.</summary>
    public const int Count = 56;

    private const uint Edge = 7;

    /// <summary>Whether a word of this tag may be a cue at all.</summary>
    public static bool MayBeCue(PennTag tag) =>
        tag.IsVerb() || tag is PennTag.NN or PennTag.NNS or PennTag.IN or PennTag.Colon or PennTag.JJ or PennTag.RB;

    /// <summary>Fills <paramref name="features"/> for one word.</summary>
    public static void Fill(ReportText text, Sentence sentence, int at, Span<uint> features)
    {
        var frame = Frame(text, at);
        FillLine(text, sentence, at, frame, features);
        FillFamily(text, sentence, at, frame, features[22..]);
        FillUsage(text, sentence, at, frame, features[44..]);
    }

    /// <summary>The word and its neighbours.</summary>
    private static void FillLine(ReportText text, Sentence sentence, int at, uint frame, Span<uint> features)
    {
        var forms = text.Forms;
        var token = text.Document.Tokens[at];
        var (lemma, tag) = (text.Lemmas[at], (uint)token.Penn);
        var before = At(forms, at - 1, sentence);
        var before2 = At(forms, at - 2, sentence);
        var after = At(forms, at + 1, sentence);
        var after2 = At(forms, at + 2, sentence);
        var tagBefore = TagAt(text, at - 1, sentence);
        var tagAfter = TagAt(text, at + 1, sentence);
        features[0] = FeatureHash.Of(100, 1);
        features[1] = FeatureHash.Of(101, lemma);
        features[2] = FeatureHash.Of(102, forms[at]);
        features[3] = FeatureHash.Of(103, lemma, tag);
        features[4] = FeatureHash.Of(104, tag, (uint)token.Relation);
        features[5] = FeatureHash.Of(105, before, lemma);
        features[6] = FeatureHash.Of(106, after, lemma);
        features[7] = FeatureHash.Of(107, before);
        features[8] = FeatureHash.Of(108, after);
        features[9] = FeatureHash.Of(109, before2);
        features[10] = FeatureHash.Of(110, after2);
        features[11] = FeatureHash.Of(111, tagBefore << 8 | tagAfter, tag);
        features[12] = FeatureHash.Of(112, frame, tag);
        features[13] = FeatureHash.Of(113, frame, lemma);
        features[14] = FeatureHash.Of(129, before, after);
        features[15] = FeatureHash.Of(130, after, after2);
        features[16] = FeatureHash.Of(131, before2, before);
        features[17] = FeatureHash.Of(132, tagAfter, lemma);
        features[18] = FeatureHash.Of(133, tagBefore, lemma);
        features[19] = FeatureHash.Of(134, Class(text, at), tag);
        features[20] = FeatureHash.Of(145, at > sentence.First ? Class(text, at - 1) : Edge, Class(text, at));
        features[21] = FeatureHash.Of(146, at + 1 < sentence.End ? Class(text, at + 1) : Edge, Class(text, at));
    }

    /// <summary>What hangs on the word, what it hangs on, and how marks stand to it.</summary>
    private static void FillFamily(ReportText text, Sentence sentence, int at, uint frame, Span<uint> features)
    {
        ref readonly var family = ref text.Families[at];
        var token = text.Document.Tokens[at];
        var (lemma, tag, narrow) = (text.Lemmas[at], (uint)token.Penn, Class(text, at));
        var head = token.Head < 0 ? 1u : text.Lemmas[token.Head];
        var (subject, subjectClass, named) = Of(text, family.Subject);
        var (thing, thingClass, _) = Of(text, family.Object);
        var marker = family.Clause < 0 ? 0 : text.Families[family.Clause].Marker;
        var spoken = Spoken(text, sentence, at);
        features[0] = FeatureHash.Of(114, (uint)token.Relation, lemma);
        features[1] = FeatureHash.Of(115, head, lemma);
        features[2] = FeatureHash.Of(116, head, (uint)token.Relation);
        features[3] = FeatureHash.Of(117, subject, tag);
        features[4] = FeatureHash.Of(118, subject, lemma);
        features[5] = FeatureHash.Of(119, named, tag);
        features[6] = FeatureHash.Of(120, named, lemma);
        features[7] = FeatureHash.Of(121, thing, tag);
        features[8] = FeatureHash.Of(122, thing, lemma);
        features[9] = FeatureHash.Of(123, marker, frame);
        features[10] = FeatureHash.Of(124, marker, lemma);
        features[11] = FeatureHash.Of(125, spoken, tag);
        features[12] = FeatureHash.Of(126, spoken, lemma);
        features[13] = FeatureHash.Of(127, spoken, frame);
        features[14] = FeatureHash.Of(128, family.Marker, lemma);
        features[15] = FeatureHash.Of(135, text.Clusters[at] >> 12, frame);
        features[16] = FeatureHash.Of(136, narrow, spoken);
        features[17] = FeatureHash.Of(137, narrow, marker);
        features[18] = FeatureHash.Of(138, narrow, named);
        features[19] = FeatureHash.Of(139, subjectClass, narrow);
        features[20] = FeatureHash.Of(143, thingClass, narrow);
        features[21] = FeatureHash.Of(144, narrow, (uint)token.Relation);
    }

    /// <summary>What the word means and does, apart from which it is.</summary>
    private static void FillUsage(ReportText text, Sentence sentence, int at, uint frame, Span<uint> features)
    {
        ref readonly var family = ref text.Families[at];
        var usage = text.Usages[at];
        var tag = (uint)text.Document.Tokens[at].Penn;
        var marker = family.Clause < 0 ? 0 : text.Families[family.Clause].Marker;
        var subject = family.Subject < 0 ? 0 : text.Usages[family.Subject].Sense << 8 | text.Mentions[family.Subject] + 1u;
        var thing = family.Object < 0 ? 0 : text.Usages[family.Object].Sense;
        features[0] = FeatureHash.Of(170, usage.Sense, tag);
        features[1] = FeatureHash.Of(171, usage.Sense >> 8, frame);
        features[2] = FeatureHash.Of(172, usage.Verb);
        features[3] = FeatureHash.Of(173, usage.Verb, frame);
        features[4] = FeatureHash.Of(174, usage.Habit, tag);
        features[5] = FeatureHash.Of(175, usage.Habit >> 4, frame);
        features[6] = FeatureHash.Of(176, usage.Sense, subject);
        features[7] = FeatureHash.Of(177, usage.Sense >> 8, thing);
        features[8] = FeatureHash.Of(178, usage.Habit >> 8, usage.Sense >> 8);
        features[9] = FeatureHash.Of(179, usage.Sense, marker);
        features[10] = FeatureHash.Of(180, usage.Habit >> 6, Spoken(text, sentence, at));
        features[11] = FeatureHash.Of(181, thing, text.Lemmas[at]);
    }

    private static uint Class(ReportText text, int at) => text.Clusters[at] & 0xFFF;

    /// <summary>Lemma, class and kind of mention of a word that hangs on another; zeros without one.</summary>
    private static (uint Lemma, uint Class, uint Mention) Of(ReportText text, int child) =>
        child < 0 ? default : (text.Lemmas[child], Class(text, child), text.Mentions[child] + 1u);

    /// <summary>What hangs on a word, in the coarse: subject, object, clauses, passive, negation, marker.</summary>
    public static uint Frame(ReportText text, int at)
    {
        ref readonly var family = ref text.Families[at];
        return Bit(family, Relation.NominalSubject, 0) | Bit(family, Relation.PassiveSubject, 1) | Bit(family, Relation.Object, 2) | Bit(family, Relation.ClausalComplement, 3)
            | Bit(family, Relation.OpenComplement, 4) | Bit(family, Relation.Parataxis, 5) | Bit(family, Relation.PassiveAuxiliary, 6) | Bit(family, Relation.Oblique, 7)
            | Bit(family, Relation.AdverbialClause, 8) | Bit(family, Relation.Marker, 9) | Bit(family, Relation.NounClause, 10) | Bit(family, Relation.Possessive, 11)
            | Bit(family, Relation.IndirectObject, 12) | Bit(family, Relation.Nominal, 13) | Bit(family, Relation.Copula, 14);
    }

    /// <summary>How marks of quotation stand to a word: it within them, right before it, right behind it, somewhere in its sentence.</summary>
    public static uint Spoken(ReportText text, Sentence sentence, int at)
    {
        var inside = text.Marks[at] >= 0 ? 1u : 0;
        var near = Other(text, sentence, at, at - 1) << 1 | Other(text, sentence, at, at + 1) << 2 | Other(text, sentence, at, at + 2) << 3;
        var edges = Other(text, sentence, at, sentence.First) << 4 | Other(text, sentence, at, sentence.End - 1) << 5;
        var follows = sentence.End < text.Marks.Length && text.Marks[sentence.End] >= 0 ? 64u : 0;
        return inside | near | edges | follows;
    }

    /// <summary>Whether a place in the sentence stands in marks that do not hold the word.</summary>
    private static uint Other(ReportText text, Sentence sentence, int at, int place) =>
        place >= sentence.First && place < sentence.End && text.Marks[place] >= 0 && text.Marks[place] != text.Marks[at] ? 1u : 0;

    private static uint TagAt(ReportText text, int i, Sentence sentence) => i < sentence.First || i >= sentence.End ? 99 : (uint)text.Document.Tokens[i].Penn;

    private static uint At(ReadOnlySpan<uint> values, int i, Sentence sentence) => i < sentence.First || i >= sentence.End ? Edge : values[i];

    private static uint Bit(in Family family, Relation relation, int place) => family.Has(relation) ? 1u << place : 0;
}
