using Variorum.Learning;

namespace Variorum.Quoting;

/// <summary>Tells which words may make a report: reporting verbs, "according to", nouns like "claim", a colon.</summary>
/// <remarks><b>Method.</b> Logistic regression over hashed features, set to let through too many: the labeller turns down what reports nothing.</remarks>
internal sealed class CueSpotter(HashedWeights weights)
{
    /// <summary>Log-odds from which a word is looked at as a cue: nineteen in twenty of the annotators' cues pass.</summary>
    public const float Least = -4f;

    /// <summary>Log-odds of a word that cannot be a cue.</summary>
    public const float Never = -9;

    /// <summary>Sets the odds of all words of a text.</summary>
    public void Spot(ReportText text)
    {
        var odds = new float[text.Forms.Length];
        Span<uint> features = stackalloc uint[CueFeatures.Count];
        foreach (var sentence in text.Document.Sentences)
        {
            for (var at = sentence.First; at < sentence.End; at++)
            {
                odds[at] = Never;
                if (CueFeatures.MayBeCue(text.Document.Tokens[at].Penn))
                {
                    CueFeatures.Fill(text, sentence, at, features);
                    odds[at] = weights.Score(features) * weights.Step;
                }
            }
        }

        text.SetOdds(odds);
    }

    /// <summary>Log-odds in whole steps, as the labeller sees them.</summary>
    public static uint Bucket(float odds) => (uint)(Math.Clamp((int)MathF.Floor(odds), -4, 5) + 5);
}
