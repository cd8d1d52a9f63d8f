using Variorum.Annotating;
using Variorum.Lab.Corpora;

namespace Variorum.Lab.Training;

/// <summary>Words sorted by the set of tags the treebanks give them: each distinct set is one kind.</summary>
internal sealed class TagKinds
{
    /// <summary>A word joins the dictionary from this many sightings on.</summary>
    private const int RarestWord = 2;

    /// <summary>From so many sightings on, a word with at least <see cref="SureShare"/> of one tag always gets that tag.</summary>
    private const int SureWord = 40;

    private const double SureShare = 0.998;
    private const int MostKinds = 2000;

    private readonly Dictionary<string, ushort> numbers = new(StringComparer.Ordinal);
    private readonly List<(uint Key, ushort Kind)> words = [];
    private readonly List<byte> sure = [];

    public TagKinds(IEnumerable<TreebankSentence> sentences, SortedDictionary<TagPair, int> tags)
    {
        var groups = sentences.SelectMany(sentence => sentence.Words).GroupBy(word => WordForm.KeyOf(word.Form)).Where(group => group.Count() >= RarestWord);
        foreach (var group in groups.OrderByDescending(group => group.Count()).ThenBy(group => group.Key))
        {
            Add(group.Key, group.Count(), [.. group.CountBy(TaggerTrainer.PairOf).Where(pair => tags.ContainsKey(pair.Key)).Select(pair => (tags[pair.Key], pair.Value))]);
        }
    }

    /// <summary>Hash and kind of each word; kinds are numbered from 1.</summary>
    public IReadOnlyList<(uint Key, ushort Kind)> Words => words;

    /// <summary>For each kind the only tag of its words, or <see cref="TagLexicon.Unsure"/>.</summary>
    public byte[] Sure => [.. sure];

    /// <summary>A kind has the tags that a word has at least one time in ten, and how often it was seen, roughly.</summary>
    private void Add(uint key, int count, (int Tag, int Count)[] seen)
    {
        if (seen.Length == 0)
        {
            return;
        }

        var (best, most) = seen.MaxBy(pair => (pair.Count, -pair.Tag));
        var isSure = count >= SureWord && most >= count * SureShare;
        var kind = (isSure ? "sure " : count < 3 ? "rare " : "") + string.Join(' ', seen.Where(pair => pair.Count * 10 >= count).Select(pair => pair.Tag).Order());
        if (!numbers.TryGetValue(kind, out var number))
        {
            if (numbers.Count == MostKinds)
            {
                return;
            }

            numbers.Add(kind, number = (ushort)(numbers.Count + 1));
            sure.Add(isSure ? (byte)best : TagLexicon.Unsure);
        }

        words.Add((key, number));
    }
}
