using Variorum.Lexicons;

namespace Variorum.Annotating;

/// <summary>A document as the rules for names read it: each token with what the lists know of its form, and whether it is quoted.</summary>
/// <remarks><b>Cost.</b> A form is looked up once, however often it occurs.</remarks>
internal sealed class NameText
{
    private readonly Dictionary<string, int> _inSentence = new(StringComparer.Ordinal);
    private readonly HashSet<string> _small = new(StringComparer.Ordinal);

    public NameText(Document document, Gazetteer gazetteer)
    {
        Document = document;
        Words = ReadWords(document, gazetteer);
        Quoted = ReadQuoted();
        SentenceOf = new int[Count];
        IsTagged = document.Tokens.Any(token => token.Tag == PartOfSpeech.Propn);
        for (var s = 0; s < document.Sentences.Length; s++)
        {
            var sentence = document.Sentences[s];
            var isTitleCase = IsInTitleCase(sentence);
            for (var i = sentence.First; i < sentence.End; i++)
            {
                SentenceOf[i] = isTitleCase ? ~s : s;
                Notice(i, isTitleCase || Opens(i));
            }
        }
    }

    public Document Document { get; }

    public NameWord[] Words { get; }

    /// <summary>Whether a token stands within quotation marks.</summary>
    public bool[] Quoted { get; }

    /// <summary>Whether the tokens carry tags.</summary>
    public bool IsTagged { get; }

    public int Count => Words.Length;

    private int[] SentenceOf { get; }

    public NameWord this[int token] => Words[token];

    /// <summary>The words of a range of tokens as they stand in the text.</summary>
    public string Of(int first, int end) => first >= end ? "" : Span(first, end).Of(Document.Text);

    /// <summary>The words as lists write them: one that stands in capitals for effect has one capital.</summary>
    public string Listed(int first, int end) => end - first == 1 && Words[first].IsCapital ? Words[first].Proper : Of(first, end);

    public TextSpan Span(int first, int end) => new(Document.Tokens[first].Start, Document.Tokens[end - 1].End);

    public int Sentence(int token) => SentenceOf[token] < 0 ? ~SentenceOf[token] : SentenceOf[token];

    /// <summary>Whether a token stands in a line where most words have a capital.</summary>
    public bool InTitleCase(int token) => SentenceOf[token] < 0;

    public bool Is(int token, string form) => token >= 0 && token < Count && string.Equals(Words[token].Lower, form, StringComparison.Ordinal);

    public bool IsAny(int token, params ReadOnlySpan<string> forms)
    {
        foreach (var form in forms)
        {
            if (Is(token, form))
            {
                return true;
            }
        }

        return false;
    }

    public bool IsTag(int token, PartOfSpeech tag) => token >= 0 && token < Count && Document.Tokens[token].Tag == tag;

    public bool IsPossessive(int token) => IsAny(token, "'s", "’s", "'", "’") && IsGlued(token - 1);

    /// <summary>Whether nothing stands between a token and the next.</summary>
    public bool IsGlued(int token) => token >= 0 && token + 1 < Count && Document.Tokens[token].End == Document.Tokens[token + 1].Start;

    /// <summary>Whether a token is a hyphen between two words.</summary>
    public bool IsHyphen(int token) => IsAny(token, "-", "‐", "‑", "–") && IsGlued(token - 1) && IsGlued(token);

    /// <summary>How often a form with a capital stands inside sentences, where only names have one.</summary>
    public int CapitalsInside(string form) => _inSentence.GetValueOrDefault(form);

    /// <summary>Whether the word also occurs without a capital.</summary>
    public bool IsAlsoSmall(string lower) => _small.Contains(lower);

    /// <summary>Whether a token is the first word of its sentence, of quoted words or after a colon.</summary>
    public bool Opens(int token)
    {
        var first = Document.Sentences.Length == 0 ? 0 : Document.Sentences[Sentence(token)].First;
        return token == first || !(char.IsLetterOrDigit(Words[token - 1].Form[^1]) || IsAny(token - 1, ",", "-", "–", "&", "/", "'s", "’s", "'", "’", "(", "—", "."));
    }

    private static NameWord[] ReadWords(Document document, Gazetteer gazetteer)
    {
        var known = new Dictionary<string, NameWord>(StringComparer.Ordinal);
        var lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
        var words = new NameWord[document.Tokens.Length];
        for (var i = 0; i < words.Length; i++)
        {
            if (!lookup.TryGetValue(document.Form(i), out var word))
            {
                word = new NameWord(document.Form(i).ToString(), gazetteer);
                known.Add(word.Form, word);
            }

            words[i] = word;
        }

        return words;
    }

    /// <summary>Marks what stands in double quotation marks; a mark that is never closed reaches to its paragraph's end.</summary>
    private bool[] ReadQuoted()
    {
        var quoted = new bool[Count];
        var (open, paragraph) = (false, -1);
        foreach (var sentence in Document.Sentences)
        {
            open = open && sentence.Paragraph == paragraph;
            paragraph = sentence.Paragraph;
            for (var i = sentence.First; i < sentence.End; i++)
            {
                var mark = Words[i].Form;
                open = mark is "“" or "«" or "``" || (mark is not ("”" or "»" or "''") && (mark is "\"" ? !open : open));
                quoted[i] = open;
            }
        }

        return quoted;
    }

    private void Notice(int token, bool shows)
    {
        var word = Words[token];
        if (!word.IsCapital)
        {
            _small.Add(word.Form);
        }
        else if (!shows)
        {
            _inSentence[word.Form] = _inSentence.GetValueOrDefault(word.Form) + 1;
        }
    }

    private bool IsInTitleCase(Sentence sentence)
    {
        var (capitals, small) = (0, 0);
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (Words[i].Form.Length > 2 && char.IsLetter(Words[i].Form[0]) && !(Words[i].IsOpening && !Words[i].IsCapital))
            {
                (capitals, small) = Words[i].IsCapital ? (capitals + 1, small) : (capitals, small + 1);
            }
        }

        return capitals > (sentence.IsHeading ? 1 : 3) && capitals > small * 8;
    }
}
