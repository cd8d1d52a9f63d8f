using Variorum.Annotating;

namespace Variorum.Lab.Training;

/// <summary>Counts what pronouns follow the names of persons in plain news.</summary>
internal sealed class GenderCounter
{
    /// <summary>How many sentences before a pronoun no other person may be told of.</summary>
    private const int Near = 2;

    private const int Fewest = 4;

    /// <summary>The least share of the more frequent gender.</summary>
    private const double Share = 0.9;

    private readonly Dictionary<uint, (int He, int She)> counts = [];

    /// <summary>Reads an article.</summary>
    public void Add(Document document, Models models) =>
        new MentionFinder(models, Choose, allGenders: true).Find(new Article { Path = "", Sha256 = "", Text = document.Text }, document);

    /// <summary>The names that are clearly one or the other; true for she.</summary>
    public Dictionary<uint, bool> Clear() => counts
        .Where(name => name.Value.He + name.Value.She >= Fewest && Math.Max(name.Value.He, name.Value.She) >= Share * (name.Value.He + name.Value.She))
        .ToDictionary(name => name.Key, name => name.Value.She > name.Value.He);

    private int Choose(in Place pronoun, IReadOnlyList<Candidate> candidates, Tree tree)
    {
        if (pronoun.IsQuoted || candidates.Count == 0 || !candidates[0].Chain.IsNamed || pronoun.Step - candidates[0].Last.Step > 1)
        {
            return -1;
        }

        if (candidates.Count > 1 && pronoun.Step - candidates[1].Last.Step <= Near)
        {
            return -1;
        }

        foreach (var key in NameGenders.KeysOf(candidates[0].Chain.Name))
        {
            var (he, she) = counts.GetValueOrDefault(key);
            counts[key] = pronoun.Mention.Gender == Gender.Feminine ? (he, she + 1) : (he + 1, she);
        }

        return -1;
    }
}
