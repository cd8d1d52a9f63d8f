using System.Collections.Immutable;
using Variorum.Annotating;
using Variorum.Clustering;
using Variorum.Learning;
using Variorum.Lexicons;
using Variorum.Quoting;

namespace Variorum;

/// <summary>Everything trained or compiled that the steps share. Immutable; one instance serves all threads.</summary>
public sealed class Models
{
    private static readonly string[] All = ["attribution", "clusters", "coreference", "gazetteer", "lemmas", "names", "parser", "sentences", "stories", "suffixes", "tagger", "words"];

    private Models(ModelFile[] files)
    {
        Hashes = files.Select(file => KeyValuePair.Create(file.Name, file.Hash)).ToImmutableSortedDictionary(StringComparer.Ordinal);
        ModelFile Of(string name) => files[Array.IndexOf(All, name)];
        Reports = ReportFinder.Read(Of("attribution"));
        Usages = UsageTable.Read(Of("attribution").Section("usages"));
        Clusters = Clusters.Read(Of("clusters"));
        NameGenders = NameGenders.Read(Of("coreference"));
        Pronouns = PronounRanker.Read(Of("coreference"));
        Gazetteer = new Gazetteer(Of("gazetteer").Section);
        Lemmatizer = Lemmatizer.Read(Of("lemmas"));
        Names = NameTagger.Read(Of("names"), Clusters);
        Parser = Parser.Read(Of("parser").Section, Clusters);
        Splitter = SentenceSplitter.Read(Of("sentences"));
        Stories = StoryLikeness.Read(Of("stories"));
        Suffixes = PublicSuffixes.Read(Of("suffixes"));
        Tagger = Tagger.Read(Of("tagger"));
        Words = WordTable.Read(Of("words"));
    }

    /// <summary>The file names that <see cref="Load"/> asks for.</summary>
    public static ImmutableArray<string> FileNames { get; } = [.. All.Select(name => name + ".model")];

    /// <summary>First 12 hexadecimal digits of each model's SHA-256, by model name, in name order.</summary>
    public ImmutableSortedDictionary<string, string> Hashes { get; }

    internal ReportFinder Reports { get; }

    internal UsageTable Usages { get; }

    internal Clusters Clusters { get; }

    internal NameGenders NameGenders { get; }

    internal PronounRanker Pronouns { get; }

    internal SentenceSplitter Splitter { get; }

    internal Tagger Tagger { get; }

    internal Parser Parser { get; }

    internal NameTagger Names { get; }

    internal Lemmatizer Lemmatizer { get; }

    internal WordTable Words { get; }

    internal StoryLikeness Stories { get; }

    internal Gazetteer Gazetteer { get; }

    internal PublicSuffixes Suffixes { get; }

    /// <summary>Reads and validates all models.</summary>
    /// <param name="open">Opens a model file by its name; the caller owns where they lie.</param>
    /// <exception cref="InvalidDataException">A model is missing, older or damaged; the message says which and what to do.</exception>
    public static Models Load(Func<string, Stream> open)
    {
        ArgumentNullException.ThrowIfNull(open);
        return new Models([.. All.Select(name => ModelFile.Read(name, open))]);
    }
}
