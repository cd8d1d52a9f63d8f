using Variorum.Quoting;

namespace Variorum.Lab.Training;

internal sealed record ReadText(AttributedText Text, ReportLabeller Labeller);

internal static class ReportChanceTrainer
{
    private const ulong Seed = 20250102;
    private const int Epochs = 12;
    private const int Bits = 17;
    private const int RarestFeature = 3;
    private const float Rate = 0.05f;
    private const float Decay = 0.0001f;

    /// <summary>The share of features that each example does without, so that none is leant on alone.</summary>
    private const float Drop = 0.5f;

    /// <summary>The texts are parted in so many: the odds by which the threshold is chosen come from the other parts.</summary>
    private const int Parts = 5;

    /// <summary>Learns from texts that the labeller has not seen.</summary>
    public static (HashedLearner Chances, int Least) Learn(ReadText[] texts)
    {
        var examples = texts.Select(Look).ToArray();
        var curve = new LeastScore();
        for (var part = 0; part < Parts; part++)
        {
            var held = part;
            var chance = new ReportChance(AttributionTrainer.Freeze(Learn(examples, i => i % Parts != held)));
            for (var i = part; i < texts.Length; i += Parts)
            {
                curve.Add(texts[i].Text, new ReportFinder(null!, texts[i].Labeller, chance, -10000).Read(texts[i].Text.Text).Outer);
            }
        }

        return (Learn(examples, _ => true), curve.Best());
    }

    private static (uint[] Features, bool IsReport)[] Look(ReadText read)
    {
        var examples = new List<(uint[], bool)>();
        var text = read.Text;
        var finder = new ReportFinder(null!, read.Labeller, null!, 0);
        var candidates = finder.Candidates(text.Text);
        var crowd = new ReportCrowd(text.Text, candidates.SelectMany(own => own));
        for (var i = 0; i < candidates.Length; i++)
        {
            for (var at = 0; at < candidates[i].Count; at++)
            {
                var candidate = candidates[i][at];
                var features = new uint[ReportChance.Count];
                ReportChance.Fill(text.Text, text.Text.Document.Sentences[i], candidates[i], at, crowd, features);
                examples.Add((features, text.Article.Attributions.Any(gold => gold.Cue.Any(cue => candidate.Report.Cue.Any(cue.Overlaps)) && text.IsContentOf(candidate.Report, gold))));
            }
        }

        return [.. examples];
    }

    private static HashedLearner Learn((uint[] Features, bool IsReport)[][] texts, Func<int, bool> isIn)
    {
        var learner = new HashedLearner(Bits, Rate) { Decay = Decay };
        var examples = texts.Where((_, i) => isIn(i)).SelectMany(text => text).ToArray();
        foreach (var (features, _) in examples)
        {
            learner.Count(features);
        }

        learner.KeepFrom(RarestFeature);
        Learn(learner, examples);
        return learner;
    }

    private static void Learn(HashedLearner learner, (uint[] Features, bool IsReport)[] examples)
    {
        var dice = new Dice(Seed);
        var drop = (ulong)(Drop * ulong.MaxValue);
        var thinned = new uint[ReportChance.Count];
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            dice.Shuffle(examples);
            foreach (var (features, isReport) in examples)
            {
                for (var i = 0; i < thinned.Length; i++)
                {
                    thinned[i] = dice.Next() < drop ? 0 : features[i];
                }

                learner.Learn(thinned, (1 / (1 + MathF.Exp(-learner.Score(thinned)))) - (isReport ? 1 : 0));
            }

            if (epoch > 1)
            {
                learner.Remember();
            }
        }
    }
}
