namespace Variorum.Clustering;

/// <content>Articles of several stories.</content>
/// <remarks>Each part of a text that is cut is compared with the articles of the window as they are when that is asked, or when
/// the whole leaves, and fits a story as an article would. That changes nothing for the others.</remarks>
internal sealed partial class StoryStream
{
    /// <summary>A story with less of the words is passed over: a short part fits many by chance.</summary>
    private const float LeastShare = 0.05f;

    /// <summary>A digest's parts fit stories with so much of its words at least...</summary>
    private const float LeastTold = 0.5f;

    /// <summary>...and none with more than so much: else it is an article on that one.</summary>
    private const float MostOfOne = 0.4f;

    /// <summary>How many articles each story has, those that are cut left out.</summary>
    public static Dictionary<int, int> Sizes(IEnumerable<StoryNode> nodes) => nodes.Where(node => !node.IsCut).CountBy(node => node.Story).ToDictionary();

    /// <summary>Where an article lies as things were settled last.</summary>
    /// <remarks>One that is cut lies in the story that it fits best as a whole, unless it is a digest; no other article depends on it.</remarks>
    /// <param name="node">The article.</param>
    /// <param name="sizes">As <see cref="Sizes"/> tells them.</param>
    public StoryPlace PlaceOf(StoryNode node, IReadOnlyDictionary<int, int> sizes)
    {
        var also = Also(node, sizes);
        if (!node.IsCut)
        {
            return new StoryPlace(node.Story, [.. also], false);
        }

        var said = corrections.Of(node.Sketch.Id).ToList();
        var apart = said.Where(c => !c.IsOne).Select(c => byId.GetValueOrDefault(c.Other)?.Story).ToList();
        var bonds = node.Bonds ?? Bonds(node);
        var shares = Shares(bonds, sizes).Where(share => !apart.Contains(share.Key)).ToDictionary();
        var nearest = bonds.Where(bond => bond.Part == StoryBond.Whole).GroupBy(bond => bond.Other.Story, bond => bond.Chance)
            .Where(story => sizes.ContainsKey(story.Key) && !apart.Contains(story.Key))
            .Select(story => (Story: story.Key, Mean: story.Sum() / sizes[story.Key]))
            .OrderByDescending(story => story.Mean).ThenBy(story => story.Story).FirstOrDefault((node.Story, 0));
        var isJoined = said.Exists(c => c.IsOne);
        var isDigest = !isJoined && shares.Count > 1 && shares.Values.Sum() >= LeastTold && shares.Values.Max() <= MostOfOne;
        var own = isJoined || isDigest || nearest.Mean < Threshold ? node.Story : nearest.Story;
        return new StoryPlace(own, [.. also.Union(shares.Keys).Where(story => story != own).Order()], isDigest);
    }

    /// <summary>With how much of its words an article that is cut fits stories: each part fits that with whose articles its mean chance is greatest.</summary>
    private static Dictionary<int, float> Shares(IEnumerable<StoryBond> bonds, IReadOnlyDictionary<int, int> sizes)
    {
        return bonds.Where(bond => bond.Part != StoryBond.Whole).GroupBy(bond => (bond.Part, bond.Share, bond.Other.Story), bond => bond.Chance)
            .Where(fit => sizes.ContainsKey(fit.Key.Story))
            .Select(fit => (fit.Key.Part, fit.Key.Share, fit.Key.Story, Mean: fit.Sum() / sizes[fit.Key.Story]))
            .Where(fit => fit.Mean >= Threshold)
            .OrderByDescending(fit => fit.Mean).ThenBy(fit => fit.Story).DistinctBy(fit => fit.Part)
            .GroupBy(fit => fit.Story, fit => fit.Share).Select(story => (story.Key, Share: story.Sum()))
            .Where(story => story.Share >= LeastShare).ToDictionary(story => story.Key, story => story.Share);
    }

    /// <summary>Compares each part of an article that is cut with the articles of the window; what is known of the whole goes with it.</summary>
    private List<StoryBond> Bonds(StoryNode node)
    {
        List<StoryBond> bonds = [.. node.Edges.Select(edge => new StoryBond(StoryBond.Whole, 1, edge.Other(node), edge.Chance))];
        var words = Math.Max(1, node.Sketch.Parts.Sum(part => part.Length));
        for (var part = 0; part < node.Sketch.Parts.Count; part++)
        {
            Bind(node, node.Sketch.Parts[part], part, (float)node.Sketch.Parts[part].Length / words, bonds);
        }

        return bonds;
    }

    private void Bind(StoryNode whole, StorySketch sketch, int part, float share, List<StoryBond> bonds)
    {
        var piece = new StoryNode(arrived, sketch);
        Seek(piece);
        Share();
        for (var i = 0; i < finder.Count; i++)
        {
            piece.Note(ReferenceEquals(compared[i], whole) ? 0 : candidates[i].Overlap);
        }

        batch.Clear();
        for (var i = 0; i < finder.Count; i++)
        {
            batch.Put(compared[i], piece, in candidates[i], counts);
        }

        var chances = batch.Judge();
        for (var i = 0; i < finder.Count; i++)
        {
            if (chances[i] > Negligible && !ReferenceEquals(compared[i], whole))
            {
                bonds.Add(new StoryBond(part, share, compared[i], chances[i]));
            }
        }
    }
}
