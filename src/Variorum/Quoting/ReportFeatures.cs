using Variorum.Learning;

namespace Variorum.Quoting;

/// <summary>What the report labeller looks at to tell source, cue and content of one report.</summary>
/// <remarks><b>Method.</b> The word, its neighbours and its way through the tree to the cue, as in semantic role labelling (Gildea and Jurafsky, 2002; Punyakanok et al., 2008).</remarks>
internal static class ReportFeatures
{
    /// <summary>How many features a place has.</summary>
    public const int Count = 66;

    /// <summary>How many features a step from one place to the next has.</summary>
    public const int StepCount = 9;

    private const uint Edge = 3;

    /// <summary>Fills <paramref name="features"/> for one place of a scene; the first stands for the sentence before, the last for the one behind.</summary>
    public static void Fill(ReportScene scene, int place, Span<uint> features)
    {
        if (place == 0 || place == scene.Length - 1)
        {
            FillOutside(scene, place > 0, features);
            return;
        }

        var at = scene.Sentence.First + place - 1;
        FillLine(scene, at, features);
        FillTree(scene, at, features[27..]);
        FillHints(scene, at, features[54..]);
    }

    /// <summary>Fills the features of the step onto a place.</summary>
    public static void FillStep(ReportScene scene, int place, Span<uint> features)
    {
        var at = scene.Sentence.First + place - 1;
        var here = Step(scene, at);
        var last = Step(scene, at - 1);
        var isSame = here.IsInner && last.IsInner && scene[at].Branch == scene[at - 1].Branch ? 1u : 0;
        var side = at < scene.Cue ? 1u : at == scene.Cue ? 2u : 3u;
        var mark = here.IsInner && last.IsInner && here.Mark != last.Mark ? 1u : 0;
        features[0] = FeatureHash.Of(300, side);
        features[1] = FeatureHash.Of(301, here.Form, side);
        features[2] = FeatureHash.Of(302, last.Form, side);
        features[3] = FeatureHash.Of(303, isSame == 1 ? 1u : here.Way, side);
        features[4] = FeatureHash.Of(304, mark, isSame == 1 ? 1u : 2u);
        features[5] = FeatureHash.Of(305, here.Tag, last.Tag);
        features[6] = FeatureHash.Of(306, mark << 1 | isSame, last.Form);
        features[7] = FeatureHash.Of(307, here.Hint.All, last.Hint.All);
        features[8] = FeatureHash.Of(308, Content(here) << 4 | Content(last), side);
    }

    private static uint Content(StepSide side) => side.IsInner ? side.Hint.Content : 9u;

    private readonly record struct StepSide(bool IsInner, uint Form, uint Tag, uint Way, int Mark, Hint Hint);

    /// <summary>What a step looks at on one side of it; the places for the sentences around look alike.</summary>
    private static StepSide Step(ReportScene scene, int at)
    {
        var text = scene.Text;
        return at >= scene.Sentence.First && at < scene.Sentence.End
            ? new StepSide(true, text.Forms[at], (uint)text.Document.Tokens[at].Penn, scene[at].Way, text.Marks[at], text.Hints[at])
            : new StepSide(false, Edge, Edge, Edge, -1, Hint.None);
    }

    private static void FillOutside(ReportScene scene, bool isBehind, Span<uint> features)
    {
        var (text, sentence) = (scene.Text, scene.Sentence);
        var at = isBehind ? sentence.End : sentence.First - 1;
        var edge = isBehind ? sentence.End - 1 : sentence.First;
        var exists = at >= 0 && at < text.Forms.Length;
        var side = isBehind ? 2u : 1u;
        var state = side << 8 | (exists ? Crossing(scene, at, edge) | 128u : text.Marks[scene.Cue] >= 0 ? 32u : 0) | (text.Marks[edge] >= 0 ? 4u : 0);
        var lemma = text.Lemmas[scene.Cue];
        var form = exists ? text.Forms[at] : Edge;
        var edgeForm = text.Forms[edge];
        var hint = exists ? text.Hints[at].All : Hint.None.All;
        features[..Count].Fill(FeatureHash.Of(400, side));
        features[1] = FeatureHash.Of(401, state);
        features[2] = FeatureHash.Of(402, state, lemma);
        features[3] = FeatureHash.Of(403, state, form);
        features[4] = FeatureHash.Of(404, state, edgeForm);
        features[5] = FeatureHash.Of(405, state, Distance(Math.Abs(edge - scene.Cue)));
        features[6] = FeatureHash.Of(406, state, scene.Frame);
        features[7] = FeatureHash.Of(407, state, scene.Spoken);
        features[8] = FeatureHash.Of(408, edgeForm, lemma);
        features[9] = FeatureHash.Of(409, state, scene.Odds);
        features[10] = FeatureHash.Of(410, side, lemma);
        features[11] = FeatureHash.Of(411, state, scene[edge].Way);
        features[12] = FeatureHash.Of(412, FeatureHash.Of(1, state, edgeForm), scene.Spoken);
        features[13] = FeatureHash.Of(413, state, scene[edge].Edges);
        features[14] = FeatureHash.Of(414, state, (uint)Math.Min(9, sentence.End - sentence.First));
        features[15] = FeatureHash.Of(415, state, hint);
        features[16] = FeatureHash.Of(416, side, hint << 4 | text.Hints[edge].Content);
        features[17] = FeatureHash.Of(417, FeatureHash.Of(2, state, hint), text.Hints[edge].All);
    }

    /// <summary>How marks and paragraphs stand at the seam of two sentences.</summary>
    private static uint Crossing(ReportScene scene, int at, int edge)
    {
        var text = scene.Text;
        var mark = text.Marks[at];
        var isBroken = IsParagraphBreak(text, Math.Min(at, edge)) ? 8u : 0;
        var cueMarked = text.Marks[scene.Cue] < 0 ? 0 : text.Marks[scene.Cue] == mark ? 16u : 32u;
        return mark < 0 ? isBroken | cueMarked
            : 2u | (mark == text.Marks[edge] ? 1u : 0) | isBroken | cueMarked | (text.Marked[mark].Resumes ? 64u : 0);
    }

    /// <summary>What the speech tagger makes of the word.</summary>
    private static void FillHints(ReportScene scene, int at, Span<uint> features)
    {
        var text = scene.Text;
        var hint = text.Hints[at];
        var all = hint.All;
        ref readonly var place = ref scene[at];
        var side = at < scene.Cue ? 1u : at == scene.Cue ? 2u : 3u;
        var own = text.Hints[scene.Cue];
        features[0] = FeatureHash.Of(270, all, side);
        features[1] = FeatureHash.Of(271, hint.Content, place.Way);
        features[2] = FeatureHash.Of(272, hint.Source, place.Way);
        features[3] = FeatureHash.Of(273, hint.Cue, place.Way);
        features[4] = FeatureHash.Of(274, all << 2 | side, (uint)own.Cue << 8 | scene.Odds);
        features[5] = FeatureHash.Of(275, (uint)hint.Content << 2 | side, (uint)place.Edges << 8 | (uint)place.Commas << 4 | place.Verbs);
        features[6] = FeatureHash.Of(276, (uint)hint.Content << 2 | side, scene.Spoken);
        features[7] = FeatureHash.Of(277, all, Distance(Math.Abs(at - scene.Cue)) << 2 | side);
        features[8] = FeatureHash.Of(278, FeatureHash.Of(1, hint.Content, scene.Frame), place.Way);
        features[9] = FeatureHash.Of(279, text.Clusters[scene.Cue] & 0xFFF, place.Way);
        features[10] = FeatureHash.Of(280, text.Clusters[at] & 0xFFF, side);
        features[11] = FeatureHash.Of(281, all << 2 | side, text.Above[at].Cue == scene.Cue ? 1u : text.Above[at].Cue < 0 ? 2u : 3u);
    }

    private static bool IsParagraphBreak(ReportText text, int at) =>
        text.Document.Text.AsSpan(text.Document.Tokens[at].End, text.Document.Tokens[at + 1].Start - text.Document.Tokens[at].End).Contains('\n');

    /// <summary>What the line tells: words, tags, names, marks, how far off.</summary>
    private static void FillLine(ReportScene scene, int at, Span<uint> features)
    {
        var (text, sentence, cue) = (scene.Text, scene.Sentence, scene.Cue);
        var forms = text.Forms;
        var tokens = text.Document.Tokens;
        var side = at < cue ? 1u : at == cue ? 2u : 3u;
        var distance = Distance(Math.Abs(at - cue)) << 2 | side;
        var (form, lemma, tag) = (forms[at], text.Lemmas[cue], (uint)tokens[at].Penn);
        var before = at > sentence.First ? forms[at - 1] : Edge;
        var after = at + 1 < sentence.End ? forms[at + 1] : Edge;
        var before2 = at - 1 > sentence.First ? forms[at - 2] : Edge;
        var after2 = at + 2 < sentence.End ? forms[at + 2] : Edge;
        var tagBefore = at > sentence.First ? (uint)tokens[at - 1].Penn : 99;
        var tagAfter = at + 1 < sentence.End ? (uint)tokens[at + 1].Penn : 99;
        var marked = MarkOf(text, sentence, at, cue);
        ref readonly var place = ref scene[at];
        var between = (uint)place.Commas << 8 | (uint)place.Edges << 4 | place.Verbs;
        var mention = (uint)text.Mentions[at];
        var mentionBefore = at > sentence.First ? text.Mentions[at - 1] + 1u : 0;
        features[0] = FeatureHash.Of(200, side);
        features[1] = FeatureHash.Of(201, distance);
        features[2] = FeatureHash.Of(202, form, side);
        features[3] = FeatureHash.Of(203, form, distance);
        features[4] = FeatureHash.Of(204, tag, distance);
        features[5] = FeatureHash.Of(205, tagBefore << 16 | tag << 8 | tagAfter, side);
        features[6] = FeatureHash.Of(206, before, side);
        features[7] = FeatureHash.Of(207, after, side);
        features[8] = FeatureHash.Of(208, before2, side);
        features[9] = FeatureHash.Of(209, after2, side);
        features[10] = FeatureHash.Of(210, FeatureHash.Of(1, before, form), side);
        features[11] = FeatureHash.Of(211, FeatureHash.Of(2, form, after), side);
        features[12] = FeatureHash.Of(212, marked, side);
        features[13] = FeatureHash.Of(213, marked, form);
        features[14] = FeatureHash.Of(214, marked, distance);
        features[15] = FeatureHash.Of(215, lemma, distance);
        features[16] = FeatureHash.Of(216, lemma, tag << 2 | side);
        features[17] = FeatureHash.Of(217, between, side);
        features[18] = FeatureHash.Of(218, between, marked);
        features[19] = FeatureHash.Of(219, mention, distance);
        features[20] = FeatureHash.Of(220, mention << 8 | mentionBefore, side);
        features[21] = FeatureHash.Of(221, scene.Frame, side);
        features[22] = FeatureHash.Of(222, scene.Spoken, marked << 2 | side);
        features[23] = FeatureHash.Of(223, scene.Odds, side);
        features[24] = FeatureHash.Of(224, between, tag << 2 | side);
        features[25] = FeatureHash.Of(225, FeatureHash.Of(3, form, lemma), side);
        features[26] = FeatureHash.Of(226, FeatureHash.Of(4, before, after), side);
    }

    /// <summary>What the tree tells: the way from the cue, the branch it leads into, what opens that branch.</summary>
    private static void FillTree(ReportScene scene, int at, Span<uint> features)
    {
        var (text, cue) = (scene.Text, scene.Cue);
        var tokens = text.Document.Tokens;
        var token = tokens[at];
        ref readonly var place = ref scene[at];
        var way = place.Way;
        ref readonly var branch = ref text.Families[place.Branch];
        var lemma = text.Lemmas[cue];
        var side = at < cue ? 1u : at == cue ? 2u : 3u;
        var opens = at == scene.Sentence.First || scene[at - 1].Branch != place.Branch ? 1u : 0;
        var closes = at + 1 == scene.Sentence.End || scene[at + 1].Branch != place.Branch ? 2u : 0;
        var marked = MarkOf(text, scene.Sentence, at, cue);
        var hung = token.Head >= 0 ? text.Lemmas[token.Head] : Edge;
        features[0] = FeatureHash.Of(240, way);
        features[1] = FeatureHash.Of(241, way, (uint)token.Penn);
        features[2] = FeatureHash.Of(242, way, place.Depth);
        features[3] = FeatureHash.Of(243, way, text.Forms[at]);
        features[4] = FeatureHash.Of(244, way, lemma);
        features[5] = FeatureHash.Of(245, way, (uint)tokens[cue].Penn);
        features[6] = FeatureHash.Of(246, way, branch.Marker);
        features[7] = FeatureHash.Of(247, FeatureHash.Of(1, way, branch.Marker), lemma);
        features[8] = FeatureHash.Of(248, way, (uint)tokens[place.Branch].Penn << 1 | (branch.Subject >= 0 ? 1u : 0));
        features[9] = FeatureHash.Of(249, way, marked);
        features[10] = FeatureHash.Of(250, way, opens | closes);
        features[11] = FeatureHash.Of(251, FeatureHash.Of(2, way, text.Forms[at]), opens | closes);
        features[12] = FeatureHash.Of(252, way, scene.Frame);
        features[13] = FeatureHash.Of(253, way, (uint)place.Commas << 4 | place.Verbs);
        features[14] = FeatureHash.Of(254, way, text.Lemmas[place.Branch]);
        features[15] = FeatureHash.Of(255, way, text.Mentions[at]);
        features[16] = FeatureHash.Of(256, way, scene.Spoken);
        features[17] = FeatureHash.Of(257, (uint)token.Relation, side);
        features[18] = FeatureHash.Of(258, hung, (uint)token.Relation << 2 | side);
        features[19] = FeatureHash.Of(259, FeatureHash.Of(3, way, scene.Frame), lemma);
        features[20] = FeatureHash.Of(260, text.Mentions[place.Branch], way);
        features[21] = FeatureHash.Of(261, lemma, (uint)token.Relation << 2 | side);
        features[22] = FeatureHash.Of(262, FeatureHash.Of(4, way, (uint)token.Relation), place.Depth);
        features[23] = FeatureHash.Of(263, FeatureHash.Of(5, way, opens | closes), (uint)token.Penn);
        features[24] = FeatureHash.Of(264, FeatureHash.Of(6, way, scene.Frame), branch.Marker);
        features[25] = FeatureHash.Of(265, way, Distance(Math.Abs(at - cue)));
        features[26] = FeatureHash.Of(266, FeatureHash.Of(7, way, scene.Spoken), marked);
    }

    /// <summary>Whether a word stands in marks, in the cue's own or others, and at which end.</summary>
    private static uint MarkOf(ReportText text, Sentence sentence, int at, int cue)
    {
        var marks = text.Marks;
        if (marks[at] < 0)
        {
            return 0;
        }

        var isFirst = at == sentence.First || marks[at - 1] != marks[at] ? 4u : 0;
        var isLast = at + 1 >= marks.Length || marks[at + 1] != marks[at] ? 8u : 0;
        return 1 | (marks[at] == marks[cue] ? 2u : 0) | isFirst | isLast;
    }

    private static uint Distance(int words) => words switch
    {
        < 6 => (uint)words,
        < 8 => 6,
        < 11 => 7,
        < 16 => 8,
        < 25 => 9,
        _ => 10,
    };
}
