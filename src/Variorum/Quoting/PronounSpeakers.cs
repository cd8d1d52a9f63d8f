namespace Variorum.Quoting;

/// <summary>Tells who "he", "she", "it" and "they" are who speak, where coreference left it open or looked too far.</summary>
/// <remarks><b>Method.</b> Who is told of in the sentence right before speaks next ("Berg smiled. “…,” he said"). A person goes on
/// speaking in the next paragraph, a body only in its own.</remarks>
internal sealed class PronounSpeakers(QuoteScene scene)
{
    private readonly Document _document = scene.Document;

    /// <summary>Who an open pronoun is; null where that stays open.</summary>
    /// <param name="pronoun">Index of its word.</param>
    /// <param name="start">Where the report begins.</param>
    /// <param name="before">Who spoke before, at most a paragraph ago.</param>
    /// <param name="isSameParagraph">Whether that was in the same paragraph.</param>
    public int? Open(int pronoun, int start, int? before, bool isSameParagraph)
    {
        var told = Subject(pronoun, start, isSameParagraph: true);
        var near = before is { } speaker && isSameParagraph && Fits(pronoun, speaker) ? before : null;
        return IsPerson(pronoun) ? told ?? near ?? Far(pronoun, start, before) : near ?? told;
    }

    /// <summary>A person who is named alone in the sentence before; where none stands there, who spoke or was told of a paragraph ago.</summary>
    private int? Far(int pronoun, int start, int? before)
    {
        var index = Before(start);
        return index >= 0 && IsSameParagraph(index, start) && !IsPerson(_document.Sentences[index].First)
            ? scene.Speakers.OnlyPerson(_document.Sentences[index].Span) is { } only && Fits(pronoun, only) ? only : null
            : before is { } last && Fits(pronoun, last) && scene.Speakers.HasName(last) ? last : Subject(pronoun, start, isSameParagraph: false);
    }

    /// <summary>Who a pronoun of a person is by what stands right before it; who coreference says where that says nothing else.</summary>
    public int Nearer(int pronoun, int start, int speaker)
    {
        if (!IsPerson(pronoun))
        {
            return speaker;
        }

        var sentence = Before(start);
        if (sentence >= 0 && IsSameParagraph(sentence, start) && Subject(pronoun, start, isSameParagraph: true) is { } told && told != speaker
            && !scene.Speakers.IsIn(_document.Sentences[sentence].Span, speaker) && !scene.Speakers.IsIn(new TextSpan(_document.Sentences[sentence].Span.End, _document.Tokens[pronoun].Start), speaker))
        {
            return told;
        }

        return speaker;
    }

    private bool IsPerson(int pronoun) => _document.Form(pronoun) is "he" or "He" or "she" or "She";

    /// <summary>The sentence before the one that a place stands in; -1 for none.</summary>
    private int Before(int start) => _document.SentenceAt(start) - 1;

    private bool IsSameParagraph(int sentence, int start) => _document.Sentences[sentence].Paragraph == _document.Sentences[Math.Max(0, _document.SentenceAt(start))].Paragraph;

    /// <summary>Whom the sentence before tells of, where the pronoun may be that.</summary>
    private int? Subject(int pronoun, int start, bool isSameParagraph)
    {
        var index = Before(start);
        if (index < 0 || IsSameParagraph(index, start) != isSameParagraph || !isSameParagraph && _document.Sentences[index + 1].Paragraph - _document.Sentences[index].Paragraph > 1)
        {
            return null;
        }

        var sentence = _document.Sentences[index];
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (_document.Tokens[i].Head < 0 && scene.Tree.Subject(i) is >= 0 and var subject && !scene.MarksIn(_document.Tokens[subject].Span).Any()
                && scene.Speakers.Find(scene.Tree, scene.NounPhrase(subject)) is { } chain && Fits(pronoun, chain) && (!IsPerson(pronoun) || scene.Speakers.HasName(chain)))
            {
                return chain;
            }
        }

        return null;
    }

    private bool Fits(int pronoun, int chain) => Fits(_document.Form(pronoun), scene.Chains[chain]);

    private static bool Fits(ReadOnlySpan<char> pronoun, Chain chain) => pronoun switch
    {
        "he" or "He" => chain is { Type: EntityType.Person, IsPlural: false, Gender: not Gender.Feminine },
        "she" or "She" => chain is { Type: EntityType.Person, IsPlural: false, Gender: not Gender.Masculine },
        "it" or "It" => chain is { Type: not EntityType.Person, IsPlural: false },
        "they" or "They" => chain.IsPlural || chain.Type == EntityType.Organisation,
        _ => false,
    };
}
