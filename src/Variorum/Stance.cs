namespace Variorum;

/// <summary>How an article stands to a claim (after FactBank; Saurí and Pustejovsky, 2009).</summary>
public enum Stance
{
    /// <summary>Told in the article's own voice.</summary>
    Asserted,

    /// <summary>Told as a source's word.</summary>
    Attributed,

    /// <summary>Told without commitment ("reportedly", "may").</summary>
    Hedged,

    /// <summary>Reported as false.</summary>
    Denied,
}
