using System.Collections.Frozen;
using Variorum.Lexicons;

namespace Variorum.Quoting;

/// <summary>Reads off the tree to whom something was said, and where or how.</summary>
internal sealed class SettingFinder(QuoteScene scene)
{
    private static readonly Lazy<FrozenSet<string>> Occasions = new(() => Lexicon.Words("occasion-nouns"));

    /// <summary>An occasion is told in fewer words.</summary>
    private const int LongestOccasion = 14;

    private readonly Document _document = scene.Document;
    private readonly MarkSides _sides = new(scene);

    /// <summary>To whom; null where the text does not tell.</summary>
    public Addressee? Hearer(int cue, Quote quote) => At(cue, quote) ?? (Sharing(cue) is >= 0 and var shared ? At(shared, quote) : null) ?? (Occasion(cue, quote) is { } occasion ? Written(occasion, quote) : null);

    /// <summary>"in a letter <i>to the council</i>".</summary>
    private Addressee? Written(TextSpan occasion, Quote quote)
    {
        var (first, end) = _document.TokensOf(occasion);
        for (var i = first + 1; i + 1 < end; i++)
        {
            if (_document.Form(i) is "to" && _document.Tokens[i - 1].Lemma is "letter" or "email" or "e-mail" or "memo" or "message" or "note" or "statement" or "speech" or "address" or "remark" or "text" && _document.Tokens[i].Head is var heard && heard > i && heard < end
                && SourceNouns.CanSpeak(_document, heard) && scene.NounPhrase(heard) is var words && occasion.Contains(words) && !IsTaken(words, quote with { Cue = null }))
            {
                return new Addressee(words, scene.Speakers.Find(scene.Tree, words));
            }
        }

        return null;
    }

    private Addressee? At(int cue, Quote quote) => Own(cue, quote) ?? Behind(cue, quote) ?? Addressed(cue, quote);

    /// <summary>Whom the cue itself has for a hearer.</summary>
    private Addressee? Own(int cue, Quote quote)
    {
        foreach (var child in scene.Tree.Children(cue))
        {
            var words = IsHearer(cue, child) ? scene.NounPhrase(child) : default;
            if (!words.IsEmpty && !IsTaken(words, quote) && !IsOccasion(child) && !IsTime(child))
            {
                words = WithoutDay(words);
                return new Addressee(words, scene.Speakers.Find(scene.Tree, words));
            }
        }

        return null;
    }

    /// <summary>"reporters <i>on Tuesday</i>": the day is no part of who was told.</summary>
    private TextSpan WithoutDay(TextSpan words)
    {
        var (first, end) = _document.TokensOf(words);
        if (end - first < 3 || _document.Tokens[end - 1].Tag != PartOfSpeech.Propn || !_document.Form(end - 1).EndsWith("day", StringComparison.Ordinal) || scene.Speakers.NameAt(end - 1))
        {
            return words;
        }

        return new TextSpan(words.Start, _document.Tokens[_document.Form(end - 2) is "on" ? end - 3 : end - 2].End);
    }

    /// <summary>Whether a word stands where a hearer does, and may be one: not "himself", not a word of a title in marks ("told “Norrby Today”").</summary>
    private bool IsHearer(int cue, int child)
    {
        var token = _document.Tokens[child];
        return token.Tag is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Pron && token.Penn is not (PennTag.WP or PennTag.WDT) && !scene.MarksIn(token.Span).Any() && !_document.Form(child).EndsWith("self", StringComparison.Ordinal)
            && (token.Relation is Relation.IndirectObject
                || token.Relation == Relation.Object && CueLexicon.Find(_document.Tokens[cue].Lemma) is { } verb && (verb.Pattern & CuePattern.Hearer) != CuePattern.None
                || token.Relation == Relation.Oblique && CaseOf(child) is "to" && IsSomebody(child));
    }

    /// <summary>"said, addressing the council": whom else a clause beside the cue names.</summary>
    private Addressee? Addressed(int cue, Quote quote)
    {
        foreach (var child in scene.Tree.Children(cue))
        {
            if (_document.Tokens[child] is { Relation: Relation.AdverbialClause, Penn: PennTag.VBG, Lemma: "address" } && scene.Tree.Child(child, Relation.Object) is >= 0 and var heard
                && scene.NounPhrase(heard) is var words && !IsTaken(words, quote) && !IsOccasion(heard) && IsSomebody(heard))
            {
                return new Addressee(words, scene.Speakers.Find(scene.Tree, words));
            }
        }

        return null;
    }

    /// <summary>The verb of saying before a cue that leans on it or is its own ("told the group, <i>adding</i>", "was quoted as <i>telling</i>"); -1 for none.</summary>
    private int Sharing(int cue)
    {
        var token = _document.Tokens[cue];
        if (token is { Lemma: "quote" or "cite", Penn: PennTag.VBN } && cue + 2 < _document.Tokens.Length && _document.Form(cue + 1) is "as" && _document.Tokens[cue + 2] is { Penn: PennTag.VBG, Lemma: "tell" })
        {
            return cue + 2;
        }

        return token is { Penn: PennTag.VBG, Relation: Relation.AdverbialClause or Relation.Conjunct or Relation.OpenComplement, Head: >= 0 and var above } && above < cue && CueLexicon.Find(_document.Tokens[above].Lemma) is not null ? above : -1;
    }

    /// <summary>"said to reporters": who stands right behind the cue, whatever the tree hangs it on.</summary>
    private Addressee? Behind(int cue, Quote quote)
    {
        var end = Math.Min(_document.Tokens.Length, cue + 5);
        for (var i = cue + 2; i < end && _document.Form(cue + 1) is "to"; i++)
        {
            if (_document.Tokens[i].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn)
            {
                var words = new TextSpan(_document.Tokens[cue + 2].Start, _document.Tokens[i].End);
                return IsSomebody(i) && !IsTaken(words, quote) ? new Addressee(words, scene.Speakers.Find(scene.Tree, words)) : null;
            }
        }

        return null;
    }

    /// <summary>Where or how, preposition included; null where the text does not tell.</summary>
    public TextSpan? Occasion(int cue, Quote quote) => OccasionAt(cue, quote) ?? (Sharing(cue) is >= 0 and var shared ? OccasionAt(shared, quote) : null);

    private TextSpan? OccasionAt(int cue, Quote quote)
    {
        foreach (var child in scene.Tree.Children(cue))
        {
            var token = _document.Tokens[child];
            var isPlace = token.Relation is Relation.Oblique && IsPlace(CaseOf(child))
                || token.Relation is Relation.Object or Relation.IndirectObject && _document.Tokens[cue].Lemma is "tell" or "address";
            if (isPlace && IsOccasion(child) && Words(cue, child, quote) is { } words)
            {
                return words;
            }

            if (token is { Relation: Relation.AdverbialClause, Lemma: "speak" or "write" or "testify" or "talk" or "appear", Penn: PennTag.VBG } && Speaking(child, quote) is { } speaking)
            {
                return speaking;
            }
        }

        return OccasionBehind(cue + 1, quote) ?? OccasionBefore(cue, quote) ?? (quote.Source is { } source && source.Start > _document.Tokens[cue].Start ? BehindSource(source, quote) : null);
    }

    /// <summary>"Lind, at Monday’s debate, said": what stands between two commas right before the cue.</summary>
    private TextSpan? OccasionBefore(int cue, Quote quote)
    {
        var last = cue - 1;
        if (last < 2 || _document.Form(last) is not "," || !IsOccasion(last - 1))
        {
            return null;
        }

        for (var i = last - 2; i > 0 && i > last - LongestOccasion && _document.Form(i) is not ","; i--)
        {
            if (_document.Form(i - 1) is "," && IsPlace(_document.Tokens[i].Lemma))
            {
                var words = new TextSpan(_document.Tokens[i].Start, _document.Tokens[last - 1].End);
                return IsTaken(words, quote) ? null : words;
            }
        }

        return null;
    }

    /// <summary>"Speaking at the market, Lind said": whatever place that is.</summary>
    private TextSpan? Speaking(int verb, Quote quote)
    {
        foreach (var child in scene.Tree.Children(verb))
        {
            if (child > verb && _document.Tokens[child] is { Relation: Relation.Oblique, Tag: PartOfSpeech.Noun or PartOfSpeech.Propn } && IsPlace(CaseOf(child)) && !IsTime(child) && Words(verb, child, quote) is { } words)
            {
                return words;
            }
        }

        return null;
    }

    /// <summary>"said in an interview that": what stands right behind the cue, whatever the tree hangs it on.</summary>
    private TextSpan? OccasionBehind(int from, Quote quote)
    {
        var end = Math.Min(_document.Tokens.Length, from + 5);
        if (from >= end || !IsPlace(_document.Tokens[from].Lemma))
        {
            return null;
        }

        for (var i = from + 1; i < end && _document.Tokens[i].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Adj or PartOfSpeech.Det or PartOfSpeech.Pron or PartOfSpeech.Num; i++)
        {
            if (IsOccasion(i) && !(i + 1 < end && IsOccasion(i + 1)))
            {
                var words = new TextSpan(_document.Tokens[from].Start, _document.Tokens[WithDay(i)].End);
                return IsTaken(words, quote with { Cue = null }) ? null : words;
            }
        }

        return null;
    }

    /// <summary>Whether words in marks stand behind a noun that are no whole title: what is quoted there is no part of the occasion.</summary>
    private bool HoldsQuoted(int noun, int end) =>
        end - noun <= LongestOccasion && !scene.MarksIn(_document.Tokens[noun].Span).Any()
        && scene.MarksIn(new TextSpan(_document.Tokens[noun].Start, _document.Tokens[end - 1].End)).Any(mark => !_sides.IsTitle(mark) || scene.Marked[mark].Outer.End > _document.Tokens[end - 1].End);

    private int WithoutPoint(int noun, int end)
    {
        while (end > noun + 1 && _document.Tokens[end - 1].Tag == PartOfSpeech.Punct)
        {
            end--;
        }

        return end;
    }

    /// <summary>The day right behind an occasion ("in a statement <i>on Friday</i>"); the occasion's last word where none stands there.</summary>
    private int WithDay(int last)
    {
        var day = last + 1 < _document.Tokens.Length && _document.Form(last + 1) is "on" ? last + 2 : last + 1;
        return day < _document.Tokens.Length && _document.Tokens[day].Tag == PartOfSpeech.Propn && _document.Form(day).EndsWith("day", StringComparison.Ordinal) ? day : last;
    }

    /// <summary>"said Lind, in a letter": what stands right behind a source that ends the report.</summary>
    private TextSpan? BehindSource(TextSpan source, Quote quote)
    {
        var end = _document.TokensOf(source).End;
        return OccasionBehind(end < _document.Tokens.Length && _document.Form(end) is "," ? end + 1 : end, quote);
    }

    private static bool IsPlace(string? preposition) => preposition is "in" or "at" or "on" or "during" or "after" or "before" or "by" or "following" or "via" or "through";

    /// <summary>The phrase, and the day right behind it ("a news conference on Friday").</summary>
    private TextSpan? Words(int cue, int noun, Quote quote)
    {
        var (first, end) = scene.Tree.Range(noun);
        foreach (var child in scene.Tree.Children(noun))
        {
            end = child > noun && _document.Tokens[child].Relation is Relation.Relative or Relation.Parataxis or Relation.Punctuation or Relation.Conjunct ? Math.Min(end, scene.Tree.Range(child).First) : end;
        }

        foreach (var child in scene.Tree.Children(cue))
        {
            var (from, to) = scene.Tree.Range(child);
            end = from == end && _document.Tokens[child].Relation is Relation.Oblique or Relation.UnmarkedOblique && _document.Form(to - 1).EndsWith("day", StringComparison.Ordinal) ? to : end;
        }

        end = HoldsQuoted(noun, end) ? noun + 1 : WithoutPoint(noun, end);
        while (first < noun && _document.Tokens[first].Tag == PartOfSpeech.Punct)
        {
            first++;
        }

        var words = new TextSpan(_document.Tokens[first].Start, _document.Tokens[end - 1].End);
        return end - first <= LongestOccasion && !IsTaken(words, quote with { Cue = null }) && !words.Of(_document.Text).Contains('\n', StringComparison.Ordinal) ? words : null;
    }

    private bool IsOccasion(int noun) => _document.Tokens[noun].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn && Occasions.Value.Contains(_document.Tokens[noun].Lemma);

    private bool IsTime(int noun) => _document.Form(noun).EndsWith("day", StringComparison.Ordinal) || _document.Tokens[noun].Lemma is "morning" or "afternoon" or "evening" or "night" or "week" or "month" or "year" or "today" or "time" or "hour";

    private bool IsSomebody(int noun) => _document.Tokens[noun].Lemma is "reporter" or "journalist" or "media" or "press" or "audience" or "crowd" || scene.Speakers.Find(scene.Tree, scene.NounPhrase(noun)) is { } chain && SpeakerFinder.CanSpeak(scene.Chains[chain]);

    private string? CaseOf(int token) => scene.Tree.Child(token, Relation.Case) is >= 0 and var mark ? _document.Tokens[mark].Lemma : null;

    private static bool IsTaken(TextSpan span, Quote quote) => quote.Content.Any(span.Overlaps) || quote.Source is { } source && source.Overlaps(span) || quote.Cue is { } cue && cue.Overlaps(span);
}
