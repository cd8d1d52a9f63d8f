using System.Collections.Immutable;
using Variorum.Annotating;
using Variorum.Learning;
using Variorum.Lexicons;

namespace Variorum;

/// <summary>Everything trained or compiled that the steps share. Immutable; one instance serves all threads.</summary>
public sealed class Models
{
    private Models(ModelFile tagger)
    {
        Hashes = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create("tagger", tagger.Hash)]);
        Tagger = Tagger.Read(tagger);
    }

    /// <summary>The file names that <see cref="Load"/> asks for.</summary>
    public static ImmutableArray<string> FileNames { get; } = ["tagger.model"];

    /// <summary>First 12 hexadecimal digits of each model's SHA-256, by model name, in name order.</summary>
    public ImmutableSortedDictionary<string, string> Hashes { get; }

    internal Tagger Tagger { get; }

    internal WordTable Words { get; } = new();

    internal Gazetteer Gazetteer { get; } = new();

    /// <summary>Reads and validates all models.</summary>
    /// <param name="open">Opens a model file by its name; the caller owns where they lie.</param>
    /// <exception cref="InvalidDataException">A model is missing, older or damaged; the message says which and what to do.</exception>
    public static Models Load(Func<string, Stream> open)
    {
        ArgumentNullException.ThrowIfNull(open);
        return new Models(ModelFile.Read("tagger", open));
    }
}
