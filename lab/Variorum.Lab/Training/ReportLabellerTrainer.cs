using Variorum.Lab.Corpora;
using Variorum.Quoting;

namespace Variorum.Lab.Training;

/// <summary>Trains the report labeller: a conditional random field over the sentence of each word that may be a cue.</summary>
internal static class ReportLabellerTrainer
{
    private const ulong Seed = 20250102;
    private const int Epochs = 5;
    private const int Bits = 19;
    private const int StepBits = 14;
    private const int RarestFeature = 3;
    private const int RarestStep = 2;

    /// <summary>Swept on the development part over 0.05, 0.02, 0.01 and 0.005 with two to eight epochs: slow learning finds more and places it better.</summary>
    private const float Rate = 0.01f;
    private const float Decay = 0.001f;

    /// <summary>The share of features that each example does without, so that none is leant on alone.</summary>
    private const float Drop = 0.5f;

    /// <summary>Learns from the words that the spotter lets through, of the texts whose index passes.</summary>
    public static (HashedLearner Places, HashedLearner Steps) Learn(IReadOnlyList<AttributedText> texts, Func<int, bool> isIn)
    {
        var examples = new List<FieldExample>();
        foreach (var i in Enumerable.Range(0, texts.Count).Where(isIn))
        {
            var scene = new ReportScene(texts[i].Text);
            var text = texts[i];
            CueSpotterTrainer.Each(text.Text, (sentence, at) =>
            {
                if (text.Text.Odds[at] is var odds && odds >= CueSpotter.Least)
                {
                    scene.Look(sentence, at, CueSpotter.Bucket(odds));
                    examples.Add(Look(scene, text.ByHead.GetValueOrDefault(at) ?? text.ByWord.GetValueOrDefault(at)));
                }
            });
        }

        var places = new HashedLearner(Bits, ReportLabels.Count, Rate) { Decay = Decay, Drop = Drop };
        var steps = new HashedLearner(StepBits, ReportLabels.Count * ReportLabels.Count, Rate) { Decay = Decay };
        examples.ForEach(example => places.Count(example.Places));
        examples.ForEach(example => steps.Count(example.Steps));
        places.KeepFrom(RarestFeature);
        steps.KeepFrom(RarestStep);
        var field = new ConditionalField(ReportLabels.Count, Moves(), Each(ReportLabels.MayOpen), Each(ReportLabels.MayClose), ReportFeatures.Count, ReportFeatures.StepCount, places, steps);
        Learn(field, [.. examples], places, steps);
        return (places, steps);
    }

    private static void Learn(ConditionalField field, FieldExample[] examples, HashedLearner places, HashedLearner steps)
    {
        var dice = new Dice(Seed);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            dice.Shuffle(examples);
            var loss = 0.0;
            for (var i = 0; i < examples.Length; i++)
            {
                loss += field.Learn(examples[i]);
                if (epoch > 0 && (i + 1) % (examples.Length / 2) == 0)
                {
                    places.Remember();
                    steps.Remember();
                }
            }

            Console.WriteLine($"epoch {epoch + 1}: loss {loss / examples.Length:0.000} of {examples.Length} cues");
        }
    }

    private static bool[] Each(Func<ReportLabel, bool> holds) => [.. Enumerable.Range(0, ReportLabels.Count).Select(label => holds((ReportLabel)label))];

    private static bool[] Moves() =>
        [.. from before in Enumerable.Range(0, ReportLabels.Count) from after in Enumerable.Range(0, ReportLabels.Count)
            select ReportLabels.MayFollow((ReportLabel)before, (ReportLabel)after)];

    private static FieldExample Look(ReportScene scene, MarkedAttribution? target)
    {
        var (places, steps, labels) = (new uint[scene.Length * ReportFeatures.Count], new uint[scene.Length * ReportFeatures.StepCount], new byte[scene.Length]);
        var last = ReportLabel.None;
        for (var i = 0; i < scene.Length; i++)
        {
            ReportFeatures.Fill(scene, i, places.AsSpan(i * ReportFeatures.Count, ReportFeatures.Count));
            if (i > 0)
            {
                ReportFeatures.FillStep(scene, i, steps.AsSpan(i * ReportFeatures.StepCount, ReportFeatures.StepCount));
            }

            var label = target is null ? ReportLabel.None : LabelOf(scene, i, target);
            last = Follow(last, label);
            labels[i] = (byte)last;
        }

        if (!labels.Contains((byte)ReportLabel.Content))
        {
            Array.Clear(labels);
        }

        return new FieldExample(places, steps, labels);
    }

    /// <summary>The label as it reads behind another.</summary>
    private static ReportLabel Follow(ReportLabel before, ReportLabel label)
    {
        if (before is ReportLabel.Content or ReportLabel.OutsideBehind or ReportLabel.SourceBehind or ReportLabel.CueBehind)
        {
            return ReportLabels.Behind(label);
        }

        return label == ReportLabel.None && before != ReportLabel.None ? ReportLabel.Outside : label;
    }

    private static ReportLabel LabelOf(ReportScene scene, int place, MarkedAttribution target)
    {
        var (document, sentence) = (scene.Text.Document, scene.Sentence);
        if (place == 0 || place == scene.Length - 1)
        {
            var at = place == 0 ? sentence.First - 1 : sentence.End;
            return at >= 0 && at < document.Tokens.Length && target.Content.Any(document.Tokens[at].Span.Overlaps) ? ReportLabel.Content : ReportLabel.None;
        }

        var word = document.Tokens[sentence.First + place - 1].Span;
        return target.Cue.Any(word.Overlaps) ? ReportLabel.Cue
            : target.Source.Any(word.Overlaps) ? ReportLabel.Source
            : target.Content.Any(word.Overlaps) ? ReportLabel.Content : ReportLabel.None;
    }
}
