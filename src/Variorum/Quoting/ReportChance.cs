using Variorum.Learning;

namespace Variorum.Quoting;

/// <summary>A report as the labeller read it, with what there is to say of it as a whole.</summary>
/// <param name="Report">The report, not weighed yet.</param>
/// <param name="Odds">The labeller's log-odds.</param>
/// <param name="Features">What its labels and its words tell, hashed.</param>
internal sealed record ReportCandidate(FoundReport Report, float Odds, uint[] Features);

/// <summary>Tells how likely a report is one, from the whole of it and from the others in its sentence.</summary>
/// <remarks><b>Method.</b> Logistic regression over hashed features, learnt on texts that the labeller has not seen: the labeller weighs words one by one, this the outcome.</remarks>
internal sealed class ReportChance(HashedWeights weights)
{
    /// <summary>How many features a report has.</summary>
    public const int Count = Alone + Among + CueFeatures.Count;

    /// <summary>How many of them tell of the report by itself.</summary>
    private const int Alone = 40;

    /// <summary>How many candidates to each side are looked at.</summary>
    private const int Rivals = 12;

    /// <summary>Log-odds of a rival that is not there.</summary>
    private const float Nobody = float.MinValue;

    /// <summary>How many tell of the others in its sentence and its text.</summary>
    private const int Among = 22;

    /// <summary>Sets the scores of a sentence's reports: log-odds in steps.</summary>
    public List<FoundReport> Weigh(ReportText text, Sentence sentence, List<ReportCandidate> candidates, ReportCrowd crowd)
    {
        var weighed = new List<FoundReport>(candidates.Count);
        Span<uint> features = stackalloc uint[Count];
        for (var i = 0; i < candidates.Count; i++)
        {
            var candidate = candidates[i];
            Fill(text, sentence, candidates, i, crowd, features);
            weighed.Add(candidate.Report with { Score = weights.Score(features) });
        }

        return weighed;
    }

    /// <summary>What a report looks like by itself.</summary>
    /// <param name="scene">The sentence seen from its cue.</param>
    /// <param name="labels">The labels of its places.</param>
    /// <param name="odds">The labeller's log-odds.</param>
    public static uint[] Look(ReportScene scene, ReadOnlySpan<ReportLabel> labels, float odds)
    {
        var (text, sentence, cue) = (scene.Text, scene.Sentence, scene.Cue);
        var tokens = text.Document.Tokens;
        var features = new uint[Alone];
        var (fine, coarse) = (Bucket(odds, 2), Bucket(odds, 0.7f));
        var sums = Sum(scene, labels);
        var (usage, own, tag) = (text.Usages[cue], text.Hints[cue], (uint)tokens[cue].Penn);
        var wide = (uint)Math.Min(sums.Content, 12);
        var marks = sums.Marked == 0 ? 0u : sums.Marked == sums.Content ? 2u : 1u;
        var sourceKind = sums.LastSource < 0 ? 0u : 1u + text.Mentions[sums.LastSource];
        var sourceSide = sums.LastSource < 0 ? 0u : sums.LastSource < cue ? 1u : 2u;
        features[0] = FeatureHash.Of(600, fine);
        features[1] = FeatureHash.Of(601, coarse, tag);
        features[2] = FeatureHash.Of(602, coarse, usage.Sense >> 8);
        features[3] = FeatureHash.Of(603, coarse, own.All);
        features[4] = FeatureHash.Of(604, coarse, sums.ContentHint);
        features[5] = FeatureHash.Of(605, coarse, sums.SourceHint);
        features[6] = FeatureHash.Of(606, coarse, sums.CueHint);
        features[7] = FeatureHash.Of(607, sourceKind << 2 | sourceSide, tag);
        features[8] = FeatureHash.Of(608, sourceKind, sums.SourceHint);
        features[9] = FeatureHash.Of(609, wide, marks);
        features[10] = FeatureHash.Of(610, text.Forms[sums.FirstContent], tag);
        features[11] = FeatureHash.Of(611, usage.Verb);
        features[12] = FeatureHash.Of(612, (uint)Math.Min(sums.Cue, 8), tag);
        features[13] = FeatureHash.Of(613, (uint)Math.Min((sentence.End - sentence.First) / 5, 9), (uint)Math.Min((cue - sentence.First) / 3, 9));
        features[14] = FeatureHash.Of(614, text.Marks[cue] >= 0 ? 1u : 0, coarse);
        features[15] = FeatureHash.Of(615, usage.Habit);
        features[16] = FeatureHash.Of(616, (uint)tokens[cue].Relation, tag);
        features[17] = FeatureHash.Of(617, scene.Odds, fine);
        features[18] = FeatureHash.Of(618, sums.Verbs, wide);
        features[19] = FeatureHash.Of(619, sums.ContentHint, sums.SourceHint << 8 | sums.CueHint);
        features[20] = FeatureHash.Of(620, (uint)sums.Runs, coarse);
        features[21] = FeatureHash.Of(621, usage.Sense, sourceKind);
        features[22] = FeatureHash.Of(622, sums.LastSource < 0 ? 0 : text.Lemmas[sums.LastSource]);
        features[23] = FeatureHash.Of(623, sums.LastSource < 0 ? 0 : text.Usages[sums.LastSource].Sense, usage.Sense >> 8);
        features[24] = FeatureHash.Of(624, sentence.Paragraph == 0 ? 1u : 0, coarse);
        features[25] = FeatureHash.Of(625, scene.Frame, coarse);
        features[26] = FeatureHash.Of(626, (uint)tokens[sums.FirstContent].Penn << 8 | (uint)tokens[sums.FirstContent].Relation, tag);
        features[27] = FeatureHash.Of(627, sums.LeftOver, coarse);
        features[28] = FeatureHash.Of(628, 1);
        features[29] = FeatureHash.Of(629, scene.Odds, own.All);
        features[30] = FeatureHash.Of(630, text.Lemmas[sums.FirstCue], tag);
        features[31] = FeatureHash.Of(631, text.Lemmas[sums.LastCue], text.Lemmas[cue]);
        features[32] = FeatureHash.Of(632, usage.Verb, sourceKind);
        features[33] = FeatureHash.Of(633, usage.Verb, marks << 4 | sums.Verbs);
        features[34] = FeatureHash.Of(634, usage.Sense, (uint)tokens[sums.FirstContent].Penn);
        features[35] = FeatureHash.Of(635, text.Clusters[cue] & 0xFFF, sourceKind);
        features[36] = FeatureHash.Of(636, text.Usages[sums.FirstContent].Sense, usage.Sense);
        features[37] = FeatureHash.Of(637, Bucket(text.Odds[cue], 2));
        features[38] = FeatureHash.Of(638, text.Lemmas[sums.LastContent], usage.Verb);
        features[39] = FeatureHash.Of(639, sums.LastSource < 0 ? 0 : (uint)tokens[sums.LastSource].Penn, text.Lemmas[cue]);
        return features;
    }

    /// <summary>Adds what the other reports of the sentence tell.</summary>
    public static void Fill(ReportText text, Sentence sentence, List<ReportCandidate> all, int at, ReportCrowd crowd, Span<uint> features)
    {
        var candidate = all[at];
        candidate.Features.CopyTo(features);
        CueFeatures.Fill(text, sentence, candidate.Report.Head, features[(Alone + Among)..]);
        var report = candidate.Report;
        var (holding, held, sharing) = (Nobody, Nobody, Nobody);
        for (var i = Math.Max(0, at - Rivals); i < Math.Min(all.Count, at + Rivals + 1); i++)
        {
            var (other, odds, _) = all[i];
            if (i == at)
            {
                continue;
            }

            if (other.Cue.Any(cue => report.Cue.Any(cue.Overlaps)))
            {
                sharing = Math.Max(sharing, odds);
            }
            else if (other.Content.Any(part => report.Cue.Any(part.Overlaps)))
            {
                holding = Math.Max(holding, odds);
            }
            else if (report.Content.Any(part => other.Cue.Any(part.Overlaps)))
            {
                held = Math.Max(held, odds);
            }
        }

        var score = Bucket(candidate.Odds, 0.7f);
        var (by, inside, beside) = (Rival(holding, candidate), Rival(held, candidate), Rival(sharing, candidate));
        features[Alone] = FeatureHash.Of(640, by);
        features[Alone + 1] = FeatureHash.Of(641, inside);
        features[Alone + 2] = FeatureHash.Of(642, beside);
        features[Alone + 3] = FeatureHash.Of(643, by, score);
        features[Alone + 4] = FeatureHash.Of(644, inside, score);
        features[Alone + 5] = FeatureHash.Of(645, beside, score);
        features[Alone + 6] = FeatureHash.Of(646, by << 8 | inside, beside);
        features[Alone + 7] = FeatureHash.Of(647, (uint)Math.Min(all.Count, 8), score);
        features[Alone + 8] = FeatureHash.Of(648, (uint)text.Document.Tokens[report.Head].Penn, by);
        features[Alone + 9] = FeatureHash.Of(649, (uint)text.Document.Tokens[report.Head].Penn, inside);
        var (dense, same, verb) = (crowd.Density, crowd.SameSource(text, candidate), crowd.SameVerb(text, candidate));
        features[Alone + 10] = FeatureHash.Of(650, dense);
        features[Alone + 11] = FeatureHash.Of(651, dense, score);
        features[Alone + 12] = FeatureHash.Of(652, same, score);
        features[Alone + 13] = FeatureHash.Of(653, verb, score);
        features[Alone + 14] = FeatureHash.Of(654, same, verb);
        features[Alone + 15] = FeatureHash.Of(655, dense, (uint)text.Document.Tokens[report.Head].Penn);
        features[Alone + 16] = FeatureHash.Of(656, crowd.Marks, score);
        features[Alone + 17] = FeatureHash.Of(657, crowd.Marks, dense);
        features[Alone + 18] = FeatureHash.Of(658, crowd.Near(candidate), score);
        features[Alone + 19] = FeatureHash.Of(659, crowd.Near(candidate), by);
        features[Alone + 20] = FeatureHash.Of(660, crowd.Self, score);
        features[Alone + 21] = FeatureHash.Of(661, crowd.Self, dense);
    }

    /// <summary>How much surer another report is, in the coarse; 99 without one.</summary>
    private static uint Rival(float other, ReportCandidate candidate) => other == Nobody ? 99u : Bucket(other - candidate.Odds, 0.5f);

    private static uint Bucket(float odds, float perUnit) => (uint)(Math.Clamp((int)MathF.Floor(odds * perUnit), -10, 10) + 10);

    private readonly record struct Sums(int Content, int Cue, int Runs, int Marked, int FirstContent, int LastContent, int FirstCue, int LastCue, int LastSource, uint ContentHint, uint SourceHint, uint CueHint, uint LeftOver, uint Verbs);

    private static Sums Sum(ReportScene scene, ReadOnlySpan<ReportLabel> labels)
    {
        var text = scene.Text;
        var (content, cue, source, runs, marked, first, last) = (0, 0, 0, 0, 0, -1, -1);
        var (firstCue, lastCue, lastContent) = (-1, scene.Cue, scene.Cue);
        var (contentHint, cueHint, sourceHint, left, verbs) = (0, 0, 0, 0, 0);
        for (var i = 1; i < scene.Length - 1; i++)
        {
            var at = scene.Sentence.First + i - 1;
            var hint = text.Hints[at];
            if (ReportLabels.IsContent(labels[i]))
            {
                (content, contentHint, first) = (content + 1, contentHint + hint.Content, first < 0 ? at : first);
                lastContent = at;
                marked += text.Marks[at] >= 0 ? 1 : 0;
                verbs += text.Document.Tokens[at].Penn.IsFinite() ? 1 : 0;
                runs += ReportLabels.IsContent(labels[i - 1]) ? 0 : 1;
            }
            else if (ReportLabels.IsCue(labels[i]))
            {
                (cue, cueHint, firstCue, lastCue) = (cue + 1, cueHint + hint.Cue, firstCue < 0 ? at : firstCue, at);
            }
            else if (ReportLabels.IsSource(labels[i]))
            {
                (source, sourceHint, last) = (source + 1, sourceHint + hint.Source, at);
            }
            else
            {
                left += hint.Content >= 4 ? 1 : 0;
            }
        }

        return new Sums(content, cue, runs, marked, first < 0 ? scene.Cue : first, lastContent, firstCue < 0 ? scene.Cue : firstCue, lastCue, last, Mean(contentHint, content), Mean(sourceHint, source), Mean(cueHint, cue), (uint)Math.Min(left, 6), (uint)Math.Min(verbs, 3));
    }

    private static uint Mean(int sum, int count) => count == 0 ? 31u : (uint)(sum * 2 / count);
}
