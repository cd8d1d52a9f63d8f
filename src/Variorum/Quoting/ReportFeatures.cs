using Variorum.Learning;

namespace Variorum.Quoting;

/// <summary>What the network that reads reports is told of words, of scenes, of their places and of the steps between these.</summary>
/// <remarks><b>Method.</b> The word and its way through the tree to the cue, as in semantic role labelling (Gildea and Jurafsky, 2002; Punyakanok et al., 2008).</remarks>
internal static class ReportFeatures
{
    /// <summary>How many features a word has.</summary>
    public const int WordCount = 27;

    /// <summary>How many features a place of a scene has.</summary>
    public const int PlaceCount = 12;

    /// <summary>How many features a scene has as a whole.</summary>
    public const int SceneCount = 6;

    /// <summary>How many kinds of steps from place to place there are.</summary>
    public const int Steps = 39;

    private const uint Edge = 3;

    /// <summary>Whether a feature of a word names it or another.</summary>
    public static bool IsName(int feature) => feature is 0 or 1 or 9 or 18 or 25;

    /// <summary>Fills <paramref name="features"/> for one word.</summary>
    public static void FillWord(ReportText text, int at, Span<uint> features)
    {
        var tokens = text.Document.Tokens;
        var token = tokens[at];
        var above = text.Above[at];
        var usage = text.Usages[at];
        var tag = (uint)token.Penn;
        var cluster = text.Clusters[at];
        var odds = above.Cue < 0 ? 99 : CueSpotter.Bucket(text.Odds[above.Cue]);
        var head = token.Head;
        features[0] = FeatureHash.Of(700, text.Forms[at]);
        features[1] = FeatureHash.Of(701, text.Lemmas[at]);
        features[2] = FeatureHash.Of(702, tag);
        features[3] = FeatureHash.Of(703, (uint)token.Relation, head < 0 ? 2u : head < at ? 1u : 0);
        features[4] = FeatureHash.Of(704, cluster & 0xFFF);
        features[5] = FeatureHash.Of(705, cluster >> 12, tag);
        features[6] = FeatureHash.Of(706, usage.Sense);
        features[7] = FeatureHash.Of(707, usage.Sense >> 8);
        features[8] = FeatureHash.Of(708, usage.Habit);
        features[9] = FeatureHash.Of(709, usage.Verb);
        features[10] = FeatureHash.Of(710, text.Mentions[at]);
        features[11] = FeatureHash.Of(711, MarkOf(text, at));
        features[12] = FeatureHash.Of(712, text.Near[at]);
        features[13] = FeatureHash.Of(713, CueSpotter.Bucket(text.Odds[at]));
        features[14] = FeatureHash.Of(714, above.Way);
        features[15] = FeatureHash.Of(715, above.Way, odds);
        features[16] = FeatureHash.Of(716, above.Inside);
        features[17] = FeatureHash.Of(717, above.Outer);
        features[18] = FeatureHash.Of(718, head < 0 ? Edge : text.Lemmas[head]);
        features[19] = FeatureHash.Of(719, head < 0 ? 99u : (uint)tokens[head].Penn, (uint)token.Relation);
        features[20] = FeatureHash.Of(720, CueFeatures.Frame(text, at));
        features[21] = FeatureHash.Of(721, text.RootOdds(at));
        features[22] = FeatureHash.Of(722, text.OpensSentence(at) ? 1u : 0);
        features[23] = FeatureHash.Of(723, text.Families[at].Marker);
        features[24] = FeatureHash.Of(724, above.Branch < 0 ? Edge : text.Families[above.Branch].Marker);
        features[25] = FeatureHash.Of(725, above.Cue < 0 ? Edge : text.Lemmas[above.Cue]);
        features[26] = FeatureHash.Of(726, above.Way, above.Cue < 0 ? 0 : CueFeatures.Frame(text, above.Cue));
    }

    /// <summary>Fills <paramref name="features"/> for a scene as a whole.</summary>
    public static void FillScene(ReportScene scene, Span<uint> features)
    {
        var sentence = scene.Sentence;
        features[0] = FeatureHash.Of(740, scene.Frame);
        features[1] = FeatureHash.Of(741, scene.Spoken);
        features[2] = FeatureHash.Of(742, scene.Odds);
        features[3] = FeatureHash.Of(743, (uint)Math.Min((sentence.End - sentence.First) / 5, 9), (uint)Math.Min((scene.Cue - sentence.First) / 3, 9));
        features[4] = FeatureHash.Of(744, sentence.Paragraph == 0 ? 1u : 0);
        features[5] = FeatureHash.Of(745, scene.Text.Marks[scene.Cue] >= 0 ? 1u : 0, (uint)scene.Text.Document.Tokens[scene.Cue].Penn);
    }

    /// <summary>Fills <paramref name="features"/> for a place of a scene; the first stands for the sentence before, the last for the one behind.</summary>
    public static void FillPlace(ReportScene scene, int number, Span<uint> features)
    {
        if (number == 0 || number == scene.Length - 1)
        {
            FillOutside(scene, number > 0, features);
            return;
        }

        var (text, at, cue) = (scene.Text, scene.Sentence.First + number - 1, scene.Cue);
        ref readonly var place = ref scene[at];
        var side = at < cue ? 1u : at == cue ? 2u : 3u;
        var opens = at == scene.Sentence.First || scene[at - 1].Branch != place.Branch ? 1u : 0;
        var closes = at + 1 == scene.Sentence.End || scene[at + 1].Branch != place.Branch ? 2u : 0;
        var marked = MarkOf(text, scene.Sentence, at, cue);
        var distance = Distance(Math.Abs(at - cue)) << 2 | side;
        var above = text.Above[at].Cue;
        features[0] = FeatureHash.Of(750, place.Way);
        features[1] = FeatureHash.Of(751, distance);
        features[2] = FeatureHash.Of(752, (uint)place.Commas << 8 | (uint)place.Edges << 4 | place.Verbs, side);
        features[3] = FeatureHash.Of(753, marked, side);
        features[4] = FeatureHash.Of(754, place.Way, opens | closes);
        features[5] = FeatureHash.Of(755, place.Depth, side);
        features[6] = FeatureHash.Of(756, above == cue ? 1u : above < 0 ? 2u : 3u, side);
        features[7] = FeatureHash.Of(757, place.Way, text.Families[place.Branch].Marker);
        features[8] = FeatureHash.Of(758, place.Way, scene.Frame);
        features[9] = FeatureHash.Of(759, FeatureHash.Of(1, scene.Spoken, marked), side);
        features[10] = FeatureHash.Of(760, place.Way, text.Lemmas[cue]);
        features[11] = FeatureHash.Of(761, FeatureHash.Of(2, place.Way, (uint)text.Document.Tokens[at].Relation), place.Depth);
    }

    /// <summary>The kind of the step onto a place: on which side of the cue, within one branch or not, over an edge of marks, over punctuation.</summary>
    public static int Step(ReportScene scene, int number)
    {
        var (text, sentence) = (scene.Text, scene.Sentence);
        var at = sentence.First + number - 1;
        var mark = at > sentence.First && IsMark(text, at - 1) ? 2 : at < sentence.End && IsMark(text, at) ? 1 : 0;
        if (at == sentence.First || at == sentence.End)
        {
            return (12 * 3) + mark;
        }

        var side = at < scene.Cue ? 0 : at == scene.Cue ? 1 : 2;
        var same = scene[at].Branch == scene[at - 1].Branch ? 1 : 0;
        var edge = text.Marks[at] != text.Marks[at - 1] ? 1 : 0;
        return (12 * side) + (6 * same) + (3 * edge) + mark;
    }

    private static bool IsMark(ReportText text, int at) => text.Document.Tokens[at].Tag == PartOfSpeech.Punct;

    private static void FillOutside(ReportScene scene, bool isBehind, Span<uint> features)
    {
        var (text, sentence) = (scene.Text, scene.Sentence);
        var at = isBehind ? sentence.End : sentence.First - 1;
        var edge = isBehind ? sentence.End - 1 : sentence.First;
        var state = StateOf(scene, isBehind);
        var exists = at >= 0 && at < text.Forms.Length;
        features.Clear();
        features[0] = FeatureHash.Of(770, state);
        features[1] = FeatureHash.Of(771, state, scene.Spoken);
        features[2] = FeatureHash.Of(772, state, text.Forms[edge]);
        features[3] = FeatureHash.Of(773, state, scene.Frame);
        features[4] = FeatureHash.Of(774, state, exists ? text.Forms[at] : Edge);
        features[5] = FeatureHash.Of(775, state, text.Lemmas[scene.Cue]);
        features[6] = FeatureHash.Of(776, isBehind ? 1u : 0, text.Lemmas[scene.Cue]);
        features[7] = FeatureHash.Of(777, state, Distance(Math.Abs(edge - scene.Cue)));
        features[8] = FeatureHash.Of(778, state, scene[edge].Way);
    }

    /// <summary>How the sentence before or behind stands to the scene's.</summary>
    private static uint StateOf(ReportScene scene, bool isBehind)
    {
        var (text, sentence) = (scene.Text, scene.Sentence);
        var at = isBehind ? sentence.End : sentence.First - 1;
        var edge = isBehind ? sentence.End - 1 : sentence.First;
        var exists = at >= 0 && at < text.Forms.Length;
        return (isBehind ? 2u : 1u) << 8 | (exists ? Crossing(scene, at, edge) | 128u : text.Marks[scene.Cue] >= 0 ? 32u : 0) | (text.Marks[edge] >= 0 ? 4u : 0);
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

    private static bool IsParagraphBreak(ReportText text, int at) =>
        text.Document.Text.AsSpan(text.Document.Tokens[at].End, text.Document.Tokens[at + 1].Start - text.Document.Tokens[at].End).Contains('\n');

    /// <summary>Whether a word stands in marks, and at which end of which kind of stretch.</summary>
    private static uint MarkOf(ReportText text, int at)
    {
        var marks = text.Marks;
        var mark = marks[at];
        if (mark < 0)
        {
            return 0;
        }

        var isFirst = at == 0 || marks[at - 1] != mark ? 2u : 0;
        var isLast = at + 1 >= marks.Length || marks[at + 1] != mark ? 4u : 0;
        var length = text.Marked[mark].Inner.Length switch { < 15 => 0u, < 40 => 8u, _ => 16u };
        return 1 | isFirst | isLast | length | (text.Marked[mark].Resumes ? 32u : 0);
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

    /// <summary>How far off, in the coarse.</summary>
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
