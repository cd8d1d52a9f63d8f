using System.Buffers;
using System.Collections.Immutable;
using Variorum.Lexicons;

namespace Variorum.Tracing;

/// <summary>An article's words as they are compared with another's.</summary>
/// <remarks><b>Shape.</b> A pure function of the article's text: neither its grammar nor its outlet plays a part. Datelines
/// are left out. <b>Cost.</b> What a paragraph is beside running text is asked only where words are shared.</remarks>
internal sealed class TracedText
{
    /// <summary>What stands beyond is a table or a list, not a sentence.</summary>
    private const int MostWordsOfSentence = 150;

    private static readonly Lazy<SearchValues<string>> Givers = new(() =>
        SearchValues.Create([.. Lexicon.Words("statement-givers")], StringComparison.OrdinalIgnoreCase));

    /// <summary>Words that mark a sentence as an outlet's furniture or a credit.</summary>
    private static readonly Lazy<PhraseList> Furniture = new(() => new PhraseList("boilerplate-phrases"));

    private readonly SharedKind?[] kinds;
    private readonly LineKinds lines;
    private int ownWords = -1;

    internal TracedText(Article article, ImmutableArray<TracedWord> words, ImmutableArray<TracedSentence> sentences, ImmutableArray<TextSpan> lineSpans)
    {
        (Article, Words, Sentences) = (article, words, sentences);
        kinds = new SharedKind?[sentences.Length];
        lines = new LineKinds(article, lineSpans);
    }

    public Article Article { get; }

    /// <summary>Its words, in the text's order.</summary>
    public ImmutableArray<TracedWord> Words { get; }

    /// <summary>Its sentences; together they hold every word.</summary>
    public ImmutableArray<TracedSentence> Sentences { get; }

    /// <summary>How many words are the article's own: neither quoted nor captions nor furniture.</summary>
    public int OwnWords
    {
        get
        {
            if (ownWords < 0)
            {
                ownWords = 0;
                for (var i = 0; i < Words.Length; i++)
                {
                    ownWords += KindOf(i) == SharedKind.Text ? 1 : 0;
                }
            }

            return ownWords;
        }
    }

    /// <summary>What a word stands in.</summary>
    public SharedKind KindOf(int word) => Words[word].IsQuoted ? SharedKind.Quote : KindOfSentence(Words[word].Sentence);

    /// <summary>Notes that a sentence is furniture of its outlet. Only before anything was asked of the text.</summary>
    public void MarkFurniture(int sentence) => kinds[sentence] = SharedKind.Boilerplate;

    /// <summary>Whether a word's sentence was marked as furniture.</summary>
    public bool IsMarked(int sentence) => kinds[sentence] == SharedKind.Boilerplate;

    /// <summary>Whether a sentence of the words from one to another speaks of the authorities or of what they gave out.</summary>
    public bool IsReleased((int First, int Last) words)
    {
        var (first, last) = (Words[words.First].Sentence, Words[words.Last].Sentence);
        var (start, end) = (Words[Sentences[first].First].Start, Words[Sentences[last].End - 1].End);
        return Article.Text.AsSpan(start, end - start).ContainsAny(Givers.Value);
    }

    /// <summary>The words from one to another, both included.</summary>
    public TextSpan Span(int first, int last) => new(Words[first].Start, Words[last].End);

    /// <summary>The paragraph that a word stands in.</summary>
    public int LineOf(int word) => Sentences[Words[word].Sentence].Line;

    private SharedKind KindOfSentence(int sentence) => kinds[sentence] ??= Judge(Sentences[sentence]);

    private SharedKind Judge(TracedSentence sentence)
    {
        var line = lines.Of(sentence.Line);
        return line != SharedKind.Text ? line
            : sentence.End - sentence.First > MostWordsOfSentence || Furniture.Value.IsIn(Article.Text, Words.AsSpan()[sentence.First..sentence.End])
                ? SharedKind.Boilerplate
                : SharedKind.Text;
    }
}

/// <summary>A word. Kept small, since a window holds very many.</summary>
/// <param name="Key">As <see cref="WordKey"/> gives it.</param>
/// <param name="Start">First UTF-16 unit in the article's text.</param>
/// <param name="Sentence">Index into <see cref="TracedText.Sentences"/>.</param>
/// <param name="Length">How many UTF-16 units it has.</param>
/// <param name="Traits">What else is known of it.</param>
internal readonly record struct TracedWord(int Key, int Start, int Sentence, ushort Length, WordTraits Traits)
{
    /// <summary>One past the last unit.</summary>
    public int End => Start + Length;

    /// <summary>Whether it is too frequent to tell anything.</summary>
    public bool IsSmall => (Traits & WordTraits.Small) != WordTraits.None;

    /// <summary>Whether it is a name or a number by its looks.</summary>
    public bool IsFact => (Traits & WordTraits.Fact) != WordTraits.None;

    /// <summary>Whether it is somebody's speech.</summary>
    public bool IsQuoted => (Traits & WordTraits.Quoted) != WordTraits.None;
}

/// <summary>What is known of a word.</summary>
[Flags]
internal enum WordTraits : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Too frequent to tell anything.</summary>
    Small = 1,

    /// <summary>A name or a number by its looks.</summary>
    Fact = 2,

    /// <summary>Somebody's speech.</summary>
    Quoted = 4,
}

/// <summary>A sentence: a half-open range of words.</summary>
/// <param name="First">Its first word.</param>
/// <param name="End">One past its last.</param>
/// <param name="Line">The paragraph it stands in.</param>
internal readonly record struct TracedSentence(int First, int End, int Line);
