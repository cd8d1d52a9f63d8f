using Variorum.Quoting;

namespace Variorum.Lab.Training;

/// <summary>Trains the speech tagger: a conditional random field over paragraphs.</summary>
internal static class SpeechTaggerTrainer
{
    private const ulong Seed = 20250102;
    private const int Epochs = 6;
    private const int Bits = 19;
    private const int StepBits = 14;
    private const int RarestFeature = 3;
    private const int RarestStep = 2;
    private const float Rate = 0.02f;
    private const float Decay = 0.001f;

    /// <summary>The share of features that each example does without, so that none is leant on alone.</summary>
    private const float Drop = 0.2f;

    /// <summary>Learns from the texts whose index passes.</summary>
    public static (HashedLearner Words, HashedLearner Steps) Learn(IReadOnlyList<AttributedText> texts, Func<int, bool> isIn)
    {
        const int labels = SpeechTagger.Labels;
        var examples = Enumerable.Range(0, texts.Count).Where(isIn).SelectMany(i => SpeechTagger.Pieces(texts[i].Text).Select(piece => Look(texts[i], piece))).ToArray();
        var words = new HashedLearner(Bits, labels, Rate) { Drop = Drop, Decay = Decay };
        var steps = new HashedLearner(StepBits, labels * labels, Rate) { Decay = Decay };
        foreach (var example in examples)
        {
            words.Count(example.Places);
            steps.Count(example.Steps);
        }

        words.KeepFrom(RarestFeature);
        steps.KeepFrom(RarestStep);
        var all = Enumerable.Repeat(true, labels).ToArray();
        var field = new ConditionalField(labels, [.. Enumerable.Repeat(true, labels * labels)], all, all, SpeechFeatures.Count, SpeechFeatures.StepCount, words, steps);
        var dice = new Dice(Seed);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            dice.Shuffle(examples);
            for (var i = 0; i < examples.Length; i++)
            {
                field.Learn(examples[i]);
                if (epoch >= 1 && (i + 1) % (examples.Length / 2) == 0)
                {
                    words.Remember();
                    steps.Remember();
                }
            }
        }

        return (words, steps);
    }

    private static FieldExample Look(AttributedText text, TextRange piece)
    {
        var count = piece.End - piece.First;
        var (words, steps, labels) = (new uint[count * SpeechFeatures.Count], new uint[count * SpeechFeatures.StepCount], new byte[count]);
        for (var i = 0; i < count; i++)
        {
            var at = piece.First + i;
            SpeechFeatures.Fill(text.Text, piece, at, words.AsSpan(i * SpeechFeatures.Count, SpeechFeatures.Count));
            if (i > 0)
            {
                SpeechFeatures.FillStep(text.Text, piece, at, steps.AsSpan(i * SpeechFeatures.StepCount, SpeechFeatures.StepCount));
            }

            labels[i] = text.Roles[at];
        }

        return new FieldExample(words, steps, labels);
    }
}
