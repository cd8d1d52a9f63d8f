namespace Variorum.Clustering;

/// <summary>Two articles that may be of one story.</summary>
/// <param name="earlier">The one that came first.</param>
/// <param name="later">The other.</param>
/// <param name="shared">What both share; null where that is to be found when it is asked for.</param>
internal sealed class StoryEdge(StoryNode earlier, StoryNode later, SharedTerms? shared)
{
    private SharedTerms known = shared.GetValueOrDefault();
    private bool isKnown = shared.HasValue;

    /// <summary>The one that came first.</summary>
    public StoryNode Earlier { get; } = earlier;

    /// <summary>The other.</summary>
    public StoryNode Later { get; } = later;

    /// <summary>What both share.</summary>
    public ref readonly SharedTerms Shared
    {
        get
        {
            if (!isKnown)
            {
                var probe = new TermProbe();
                probe.Fill(Earlier.Terms);
                (known, isKnown) = (probe.Share(Later.Terms), true);
            }

            return ref known;
        }
    }

    /// <summary>How likely both tell of one event.</summary>
    public float Chance { get; set; }

    /// <summary>Whether one of them has left the window.</summary>
    public bool IsPast => Earlier.IsPast || Later.IsPast;

    /// <summary>Whether it joins nothing: one of them may be of several stories. Two such may be copies of one digest.</summary>
    public bool IsLoose => Earlier.IsCut != Later.IsCut;

    /// <summary>The one that a node is connected with.</summary>
    public StoryNode Other(StoryNode node) => ReferenceEquals(node, Earlier) ? Later : Earlier;
}
