using Variorum.Learning;

namespace Variorum.Quoting;

/// <summary>What the speech tagger looks at to tell whether a word is somebody's words, a source or a cue, of whatever report.</summary>
internal static class SpeechFeatures
{
    /// <summary>How many features a word has.</summary>
    public const int Count = 48;

    /// <summary>How many features the step onto a word has.</summary>
    public const int StepCount = 8;

    private const uint Edge = 3;

    /// <summary>Fills <paramref name="features"/> for one word.</summary>
    public static void Fill(ReportText text, TextRange piece, int at, Span<uint> features)
    {
        FillLine(text, piece, at, features);
        FillTree(text, at, features[24..]);
    }

    /// <summary>Fills the features of the step onto a word from the one before it.</summary>
    public static void FillStep(ReportText text, TextRange piece, int at, Span<uint> features)
    {
        var tokens = text.Document.Tokens;
        var mark = MarkOf(text, at);
        var isFirst = at == piece.First;
        var last = isFirst ? Edge : text.Forms[at - 1];
        var lastMark = isFirst ? 0 : MarkOf(text, at - 1);
        var sameAbove = !isFirst && text.Above[at].Cue == text.Above[at - 1].Cue && text.Above[at].Branch == text.Above[at - 1].Branch ? 1u : 0;
        var opensSentence = text.OpensSentence(at) ? 1u : 0;
        features[0] = FeatureHash.Of(560, sameAbove << 1 | opensSentence);
        features[1] = FeatureHash.Of(561, text.Forms[at], opensSentence);
        features[2] = FeatureHash.Of(562, last, opensSentence);
        features[3] = FeatureHash.Of(563, mark << 8 | lastMark, opensSentence);
        features[4] = FeatureHash.Of(564, (uint)tokens[at].Penn << 1 | sameAbove, isFirst ? 99u : (uint)tokens[at - 1].Penn);
        features[5] = FeatureHash.Of(565, sameAbove == 1 ? 1 : text.Above[at].Way, sameAbove == 1 || isFirst ? 1 : text.Above[at - 1].Way);
        var (inside, lastInside) = (text.Above[at].Inside, isFirst ? Edge : text.Above[at - 1].Inside << 1 | sameAbove);
        features[6] = FeatureHash.Of(566, inside, lastInside);
        features[7] = FeatureHash.Of(567, FeatureHash.Of(1, inside, lastInside), text.Forms[at]);
    }

    private static void FillLine(ReportText text, TextRange piece, int at, Span<uint> features)
    {
        var forms = text.Forms;
        var tokens = text.Document.Tokens;
        var tag = (uint)tokens[at].Penn;
        var before = At(forms, at - 1, piece);
        var after = At(forms, at + 1, piece);
        var tagBefore = at > piece.First ? (uint)tokens[at - 1].Penn : 99;
        var tagAfter = at + 1 < piece.End ? (uint)tokens[at + 1].Penn : 99;
        var mark = MarkOf(text, at);
        var near = text.Near[at];
        var clusters = text.Clusters;
        features[0] = FeatureHash.Of(500, 1);
        features[1] = FeatureHash.Of(501, forms[at]);
        features[2] = FeatureHash.Of(502, text.Lemmas[at], tag);
        features[3] = FeatureHash.Of(503, before);
        features[4] = FeatureHash.Of(504, after);
        features[5] = FeatureHash.Of(505, At(forms, at - 2, piece));
        features[6] = FeatureHash.Of(506, At(forms, at + 2, piece));
        features[7] = FeatureHash.Of(507, before, forms[at]);
        features[8] = FeatureHash.Of(508, forms[at], after);
        features[9] = FeatureHash.Of(509, tagBefore << 16 | tag << 8 | tagAfter);
        features[10] = FeatureHash.Of(510, clusters[at] & 0xFFF);
        features[11] = FeatureHash.Of(511, clusters[at] >> 12, tag);
        features[12] = FeatureHash.Of(512, at > piece.First ? clusters[at - 1] : Edge, at + 1 < piece.End ? clusters[at + 1] : Edge);
        features[13] = FeatureHash.Of(513, mark);
        features[14] = FeatureHash.Of(514, mark, tag);
        features[15] = FeatureHash.Of(515, mark, near);
        features[16] = FeatureHash.Of(516, near, tag);
        features[17] = FeatureHash.Of(517, near, (uint)tokens[at].Relation);
        features[18] = FeatureHash.Of(518, text.Mentions[at], tagAfter << 8 | tagBefore);
        features[19] = FeatureHash.Of(519, text.Mentions[at], near);
        features[20] = FeatureHash.Of(520, CueSpotter.Bucket(text.Odds[at]), tag);
        features[21] = FeatureHash.Of(521, CueSpotter.Bucket(text.Odds[at]), text.Lemmas[at]);
        features[22] = FeatureHash.Of(522, at > piece.First ? CueSpotter.Bucket(text.Odds[at - 1]) : 99, at + 1 < piece.End ? CueSpotter.Bucket(text.Odds[at + 1]) : 99);
        features[23] = FeatureHash.Of(523, text.OpensSentence(at) ? 1u : 0, mark);
    }

    private static void FillTree(ReportText text, int at, Span<uint> features)
    {
        var token = text.Document.Tokens[at];
        var above = text.Above[at];
        var tag = (uint)token.Penn;
        var mark = MarkOf(text, at);
        var cue = above.Cue < 0 ? Edge : text.Lemmas[above.Cue];
        var odds = above.Cue < 0 ? 99 : CueSpotter.Bucket(text.Odds[above.Cue]);
        var marker = above.Branch < 0 ? 0 : text.Families[above.Branch].Marker;
        var hung = token.Head < 0 ? Edge : text.Lemmas[token.Head];
        features[0] = FeatureHash.Of(530, above.Way);
        features[1] = FeatureHash.Of(531, above.Way, odds);
        features[2] = FeatureHash.Of(532, above.Way, cue);
        features[3] = FeatureHash.Of(533, above.Way, mark);
        features[4] = FeatureHash.Of(534, above.Way, marker);
        features[5] = FeatureHash.Of(535, above.Way, tag);
        features[6] = FeatureHash.Of(536, above.Way, text.Forms[at]);
        features[7] = FeatureHash.Of(537, FeatureHash.Of(1, above.Way, odds), marker);
        features[8] = FeatureHash.Of(538, FeatureHash.Of(2, above.Way, cue), odds);
        features[9] = FeatureHash.Of(539, above.Way, text.Mentions[at]);
        features[10] = FeatureHash.Of(540, hung, (uint)token.Relation);
        features[11] = FeatureHash.Of(541, (uint)token.Relation, token.Head < 0 ? 99u : (uint)text.Document.Tokens[token.Head].Penn << 8 | tag);
        features[12] = FeatureHash.Of(542, FeatureHash.Of(3, above.Way, (uint)token.Relation), odds);
        features[13] = FeatureHash.Of(543, above.Cue < 0 ? 0 : CueFeatures.Frame(text, above.Cue), above.Way);
        features[14] = FeatureHash.Of(544, above.Way, text.Near[at]);
        features[15] = FeatureHash.Of(545, FeatureHash.Of(4, above.Way, mark), odds);
        features[16] = FeatureHash.Of(546, above.Outer, mark);
        features[17] = FeatureHash.Of(547, above.Outer, above.Way);
        features[18] = FeatureHash.Of(548, text.RootOdds(at), mark);
        features[19] = FeatureHash.Of(549, text.RootOdds(at), above.Way);
        features[20] = FeatureHash.Of(550, above.Inside, above.Way);
        features[21] = FeatureHash.Of(551, FeatureHash.Of(5, above.Inside, mark), odds);
        features[22] = FeatureHash.Of(552, FeatureHash.Of(6, above.Inside, cue), above.Way);
        features[23] = FeatureHash.Of(553, above.Inside, text.Forms[at]);
    }

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

    private static uint At(ReadOnlySpan<uint> values, int i, TextRange piece) => i < piece.First || i >= piece.End ? Edge : values[i];
}

/// <summary>A range of words, half-open.</summary>
internal readonly record struct TextRange(int First, int End);
