namespace Variorum.Annotating;

/// <summary>A sentence as far as it is known before it is parsed.</summary>
/// <param name="text">The text.</param>
/// <param name="words">The sentence's tokens in it.</param>
/// <param name="tags">Their parts of speech.</param>
/// <param name="lemmas">Their dictionary forms.</param>
internal readonly ref struct TaggedWords(string text, ReadOnlySpan<TextSpan> words, ReadOnlySpan<TagPair> tags, ReadOnlySpan<string> lemmas)
{
    private readonly ReadOnlySpan<TextSpan> words = words;

    public ReadOnlySpan<TagPair> Tags { get; } = tags;

    public ReadOnlySpan<string> Lemmas { get; } = lemmas;

    public int Count => words.Length;

    public ReadOnlySpan<char> Form(int token) => text.AsSpan(words[token].Start, words[token].Length);

    /// <summary>Whether a token is punctuation, which the parser passes over.</summary>
    public bool IsMark(int token) => Tags[token].Universal == PartOfSpeech.Punct;
}
