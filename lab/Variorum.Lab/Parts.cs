using System.Collections.Immutable;
using Variorum.Lab.Compiling;
using Variorum.Lab.Corpora;
using Variorum.Lab.Scoring;
using Variorum.Lab.Training;
using Variorum.Learning;

namespace Variorum.Lab;

/// <summary>A part of the program that is trained or compiled from data.</summary>
/// <param name="Name">The model's name; its file is <c>Name.model</c>.</param>
/// <param name="Train">Makes the model's sections: folder of data, folder of the models made before.</param>
/// <param name="Score">Measures the model: folder of data, folder of models.</param>
internal sealed record Part(
    string Name,
    Func<DirectoryInfo, DirectoryInfo, IEnumerable<(string Name, byte[] Content)>> Train,
    Func<DirectoryInfo, DirectoryInfo, IEnumerable<Figure>> Score);

/// <summary>Everything the lab makes.</summary>
internal static class Parts
{
    /// <summary>One line a model, in the order in which they are made: later ones may use earlier ones.</summary>
    public static ImmutableArray<Part> All { get; } =
    [
        new Part("gazetteer", (data, _) => new GazetteerCompiler(data).Compile().Select(table => (table.Key, table.Value)), (_, _) => []),
        new Part("clusters", (data, _) => ClusterTrainer.Train(data), ClusterScore.Score),
        new Part("sentences", (data, _) => SentenceTrainer.Train(Treebank.Train(data)), SentenceScore.Score),
        new Part("suffixes", (data, _) => SuffixCompiler.Compile(data), (_, models) => SuffixCompiler.Score(models)),
        new Part("tagger", (data, models) => TaggerTrainer.Train(Treebank.Train(data), TagSources.Read(data, models)), TaggerScore.Score),
        new Part("lemmas", (data, _) => LemmaCompiler.Compile(Treebank.Train(data), WordNet.Words(data)), LemmaScore.Score),
        new Part("parser", ParserTrainer.Train, ParserScore.Score),
        new Part("names", NameTrainer.Train, NameScore.Score),
        new Part("coreference", PronounTrainer.Train, (data, models) => CoreferenceScoring.Score(data, models)),
        new Part("words", WordTableTrainer.Train, WordTableScore.Score),
        new Part("stories", StoryTrainer.Train, StoryScore.Score),
        new Part("attribution", AttributionTrainer.Train, AttributionScoring.Score),
    ];

    public static Part Find(string name) => All.First(part => string.Equals(part.Name, name, StringComparison.Ordinal));

    /// <summary>Makes a model and writes its file.</summary>
    public static void Write(Part part, DirectoryInfo data, DirectoryInfo models)
    {
        var path = Path.Combine(models.FullName, part.Name + ".model");
        models.Create();
        var sections = part.Train(data, models).ToArray();
        using (var stream = File.Create(path))
        {
            ModelFile.Write(stream, part.Name, sections);
        }

        Console.WriteLine($"{path}: {new FileInfo(path).Length} bytes");
    }

    /// <summary>Reads one model of a folder.</summary>
    public static ModelFile Read(string name, DirectoryInfo models) =>
        ModelFile.Read(name, file => File.OpenRead(Path.Combine(models.FullName, file)));
}
