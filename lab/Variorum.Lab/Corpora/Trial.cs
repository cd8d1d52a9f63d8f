using System.Collections.Immutable;

namespace Variorum.Lab.Corpora;

/// <summary>The articles written and annotated for this project, against which every build is measured.</summary>
/// <remarks><b>Shape.</b> One CoNLL-U file an article, with names in MISC (<c>Entity=B-PER</c>). Never trained on.</remarks>
internal static class Trial
{
    /// <summary>The articles of a folder, by file name.</summary>
    public static ImmutableArray<TrialText> Read(DirectoryInfo folder) =>
    [
        .. folder.EnumerateFiles("*.conllu").Select(file => file.Name).Order(StringComparer.Ordinal).Select(name => new TrialText(name, [.. Treebank.Read(folder, name)])),
    ];
}

/// <summary>One such article.</summary>
/// <param name="Name">Its file.</param>
/// <param name="Sentences">In order.</param>
internal sealed record TrialText(string Name, ImmutableArray<TreebankSentence> Sentences);
