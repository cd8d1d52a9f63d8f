using Variorum.Annotating;
using Variorum.Lab.Corpora;

namespace Variorum.Lab.Training;

/// <summary>What the tagger knows of words besides the treebanks.</summary>
/// <param name="Lists">What dictionaries say of words, by hash.</param>
/// <param name="Clusters">The sections of the model of clusters, which become the tagger's own: it never meets others than it learnt with.</param>
internal sealed record TagSources(IReadOnlyDictionary<uint, WordKinds> Lists, IReadOnlyList<(string Name, byte[] Content)> Clusters)
{
    /// <summary>Reads the folder of data and the model of clusters.</summary>
    public static TagSources Read(DirectoryInfo data, DirectoryInfo models)
    {
        var clusters = Parts.Read("clusters", models);
        return new TagSources(TagLists.Read(data), [.. Learning.Clusters.Sections.Select(section => (section, clusters.Section(section)))]);
    }
}

/// <summary>What dictionaries and lists of names say of words: by hash, what a word may be.</summary>
internal static class TagLists
{
    /// <summary>The words of WordNet with their regular forms, first names, family names and cities.</summary>
    public static SortedDictionary<uint, WordKinds> Read(DirectoryInfo data)
    {
        var lists = new SortedDictionary<uint, WordKinds>();
        foreach (var (pos, lemma) in WordNet.Words(data))
        {
            AddWord(lists, pos, lemma);
        }

        AddNames(lists, DataFile.Lines(data, "lexicons/names/first-names.txt.gz"), WordKinds.FirstName);
        AddNames(lists, DataFile.Lines(data, "lexicons/names/surnames.txt.gz"), WordKinds.Surname);
        AddNames(lists, DataFile.Lines(data, "lexicons/places/world-cities.csv.gz").Skip(1).Select(line => line[..Math.Max(0, line.IndexOf(',', StringComparison.Ordinal))]), WordKinds.City);
        return lists;
    }

    private static void AddWord(SortedDictionary<uint, WordKinds> lists, char pos, string lemma)
    {
        var kind = pos switch { 'n' => WordKinds.Noun, 'v' => WordKinds.Verb, 'a' => WordKinds.Adjective, _ => WordKinds.Adverb };
        Add(lists, lemma, kind);
        foreach (var (tag, form) in LemmaCompiler.Forms(pos, lemma))
        {
            Add(lists, form, tag switch
            {
                PennTag.NNS => WordKinds.Plural,
                PennTag.VBZ => WordKinds.Third,
                PennTag.VBD => WordKinds.Past,
                PennTag.VBG => WordKinds.Ing,
                PennTag.JJR => WordKinds.Comparative,
                _ => WordKinds.Superlative,
            });
        }
    }

    private static void AddNames(SortedDictionary<uint, WordKinds> lists, IEnumerable<string> names, WordKinds kind)
    {
        foreach (var name in names.Where(name => name.Length > 1 && name.All(char.IsLetter)))
        {
            Add(lists, name, kind);
        }
    }

    private static void Add(SortedDictionary<uint, WordKinds> lists, string form, WordKinds kind)
    {
        var key = WordForm.KeyOf(form);
        lists[key] = lists.GetValueOrDefault(key) | kind;
    }
}
