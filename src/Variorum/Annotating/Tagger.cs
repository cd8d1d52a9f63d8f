using System.Collections.Concurrent;
using System.Collections.Immutable;
using Variorum.Learning;

namespace Variorum.Annotating;

/// <summary>A universal and a Penn part of speech, decided together.</summary>
internal readonly record struct TagPair(PartOfSpeech Universal, PennTag Penn);

/// <summary>Decides each word's part of speech.</summary>
/// <remarks>
/// <para><b>Method.</b> An averaged perceptron (Collins, 2002), from left to right, each choice final. Words that the treebanks
/// always give one tag are not asked about.</para>
/// <para><b>Cost.</b> Linear in the number of words. What a word says by itself is kept between sentences
/// (<see cref="TagMemory"/>, a few megabytes for each thread at work); nothing is allocated for a word.</para>
/// </remarks>
internal sealed class Tagger
{
    /// <summary>A sentence longer than this is tagged in pieces: memory stays bounded whatever a page contains.</summary>
    private const int LongestPiece = 512;

    private readonly ImmutableArray<TagPair> tags;
    private readonly TagLexicon lexicon;
    private readonly LinearModel weights;
    private readonly ConcurrentBag<TagMemory> idle = [];

    private Tagger(ImmutableArray<TagPair> tags, TagLexicon lexicon, LinearModel weights) =>
        (this.tags, this.lexicon, this.weights) = (tags, lexicon, weights);

    /// <summary>Reads the tagger's model.</summary>
    public static Tagger Read(ModelFile file)
    {
        using var tagReader = file.Reader("tags");
        var pairs = ReadTags(tagReader);
        using var weightReader = file.Reader("weights");
        return new Tagger(pairs, TagLexicon.Read(file), LinearModel.Read(weightReader, pairs.Length));
    }

    /// <summary>Tags one sentence.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">The sentence's words in it.</param>
    /// <param name="output">As many places as words.</param>
    public void Tag(string text, ReadOnlySpan<TextSpan> words, Span<TagPair> output)
    {
        if (!idle.TryTake(out var memory))
        {
            memory = new TagMemory(lexicon, weights, tags.Length, LongestPiece);
        }

        for (var at = 0; at < words.Length; at += LongestPiece)
        {
            var length = Math.Min(LongestPiece, words.Length - at);
            TagPiece(memory, text, words.Slice(at, length), output.Slice(at, length));
        }

        idle.Add(memory);
    }

    /// <summary>Looks at the words of a sentence, with empty words on both sides.</summary>
    public static WordForm[] Look(string text, ReadOnlySpan<TextSpan> words, TagLexicon lexicon)
    {
        var forms = new WordForm[words.Length + (2 * TagFeatures.Margin)];
        var sentenceCase = CaseOf(text, words);
        var isFirst = true;
        for (var i = 0; i < words.Length; i++)
        {
            var form = text.AsSpan(words[i].Start, words[i].Length);
            forms[i + TagFeatures.Margin] = lexicon.Look(form, sentenceCase, isFirst);
            isFirst &= !char.IsLetterOrDigit(form[0]);
        }

        return forms;
    }

    private void TagPiece(TagMemory memory, string text, ReadOnlySpan<TextSpan> words, Span<TagPair> output)
    {
        memory.Open(words.Length);
        var sentenceCase = CaseOf(text, words);
        var isFirst = true;
        for (var i = 0; i < words.Length; i++)
        {
            var form = text.AsSpan(words[i].Start, words[i].Length);
            memory.Place(i, form, sentenceCase, isFirst);
            isFirst &= !char.IsLetterOrDigit(form[0]);
        }

        var (last, last2) = (0u, 0u);
        for (var i = 0; i < words.Length; i++)
        {
            var best = memory.Choose(i, last, last2);
            output[i] = tags[best];
            (last, last2) = ((uint)best + 1, last);
        }
    }

    /// <summary>A sentence of at least four longer words, four in five of them capitalised, tells nothing by its capitals.</summary>
    private static SentenceCase CaseOf(string text, ReadOnlySpan<TextSpan> words)
    {
        var (all, capital, upper) = (0, 0, 0);
        foreach (var word in words)
        {
            var form = text.AsSpan(word.Start, word.Length);
            if (form.Length < 4 || !char.IsLetter(form[0]))
            {
                continue;
            }

            all++;
            capital += char.IsUpper(form[0]) ? 1 : 0;
            upper += char.IsUpper(form[1]) && char.IsUpper(form[2]) && char.IsUpper(form[3]) ? 1 : 0;
        }

        if (all < 3)
        {
            return SentenceCase.Mixed;
        }

        return upper * 5 >= all * 4 ? SentenceCase.Upper : all >= 4 && capital * 5 >= all * 4 ? SentenceCase.Title : SentenceCase.Mixed;
    }

    private static ImmutableArray<TagPair> ReadTags(BinaryReader reader)
    {
        var pairs = ImmutableArray.CreateBuilder<TagPair>();
        for (var left = reader.ReadByte(); left > 0; left--)
        {
            pairs.Add(new TagPair((PartOfSpeech)reader.ReadByte(), (PennTag)reader.ReadByte()));
        }

        return pairs.ToImmutable();
    }
}
