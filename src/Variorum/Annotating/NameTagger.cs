using System.Buffers;
using Variorum.Learning;
using Variorum.Lexicons;

namespace Variorum.Annotating;

/// <summary>Finds names and tells what kind of thing each names.</summary>
/// <remarks><b>Cost.</b> Linear in the number of tokens.</remarks>
internal sealed class NameTagger
{
    /// <summary>A sentence longer than this is read in pieces: memory stays bounded whatever a page contains.</summary>
    private const int LongestPiece = 512;

    /// <summary>The score of what is not asked of a word among small letters.</summary>
    private const short Unlikely = -10_000;

    private readonly ChainModel chain;

    private readonly NameLists lists;
    private readonly Clusters clusters;

    private NameTagger(NameLists lists, Clusters clusters, ChainModel chain) => (this.lists, this.clusters, this.chain) = (lists, clusters, chain);

    /// <summary>How many kinds of name there are.</summary>
    public static int Kinds { get; } = Enum.GetValues<NameKind>().Length;

    /// <summary>How many labels a word can have.</summary>
    public static int Labels { get; } = ChainLabels.Count(Kinds);

    /// <summary>Reads the tagger's model.</summary>
    public static NameTagger Read(ModelFile file, Clusters clusters) =>
        new(NameLists.Read(file.Section("lists")), clusters, ChainModel.Read(file.Section("chain"), Labels));

    /// <summary>Looks at a document.</summary>
    public NameView Look(Document document) => new(document, lists, clusters);

    /// <summary>Each token's label (<see cref="ChainLabels"/> of <see cref="NameKind"/>).</summary>
    public byte[] Tag(NameView view)
    {
        var document = view.Document;
        var labels = new byte[document.Tokens.Length];
        var scores = ArrayPool<short>.Shared.Rent(LongestPiece * chain.Width);
        Span<uint> places = stackalloc uint[NameFeatures.Most];
        for (var s = 0; s < document.Sentences.Length; s++)
        {
            var (first, end) = (document.Sentences[s].First, document.Sentences[s].End);
            var features = new NameFeatures(view, s, places);
            for (var at = first; at < end; at += LongestPiece)
            {
                var length = Math.Min(LongestPiece, end - at);
                var sums = scores.AsSpan(0, length * chain.Width);
                for (var i = 0; i < length; i++)
                {
                    var word = sums.Slice(i * chain.Width, chain.Width);
                    if (view.IsPlain(s, at + i))
                    {
                        word.Fill(Unlikely);
                        word[ChainLabels.Outside] = 0;
                        continue;
                    }

                    word.Clear();
                    chain.Score(features.Of(at + i), word);
                }

                chain.Decode(sums, labels.AsSpan(at, length));
            }
        }

        ArrayPool<short>.Shared.Return(scores);
        return labels;
    }
}
