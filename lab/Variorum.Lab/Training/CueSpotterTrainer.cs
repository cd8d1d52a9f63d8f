using Variorum.Quoting;

namespace Variorum.Lab.Training;

/// <summary>Trains the cue spotter: logistic regression by AdaGrad.</summary>
internal static class CueSpotterTrainer
{
    private const ulong Seed = 20250102;
    private const int Epochs = 6;
    private const int Bits = 18;
    private const int RarestFeature = 2;

    /// <summary>Learns from the texts whose index passes.</summary>
    public static HashedLearner Learn(IReadOnlyList<AttributedText> texts, Func<int, bool> isIn)
    {
        var learner = new HashedLearner(Bits, 0.1f);
        var order = Enumerable.Range(0, texts.Count).Where(isIn).ToArray();
        var features = new uint[CueFeatures.Count];
        foreach (var i in order)
        {
            Each(texts[i].Text, (sentence, at) =>
            {
                CueFeatures.Fill(texts[i].Text, sentence, at, features);
                learner.Count(features);
            });
        }

        learner.KeepFrom(RarestFeature);
        var dice = new Dice(Seed);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            dice.Shuffle(order);
            foreach (var i in order)
            {
                Each(texts[i].Text, (sentence, at) =>
                {
                    CueFeatures.Fill(texts[i].Text, sentence, at, features);
                    learner.Learn(features, (1 / (1 + MathF.Exp(-learner.Score(features)))) - (texts[i].ByHead.ContainsKey(at) ? 1 : 0));
                });
            }
        }

        return learner;
    }

    /// <summary>Does something for every word that may be a cue.</summary>
    public static void Each(ReportText text, Action<Sentence, int> act)
    {
        foreach (var sentence in text.Document.Sentences)
        {
            for (var at = sentence.First; at < sentence.End; at++)
            {
                if (CueFeatures.MayBeCue(text.Document.Tokens[at].Penn))
                {
                    act(sentence, at);
                }
            }
        }
    }
}
