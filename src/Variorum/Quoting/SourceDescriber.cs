using System.Collections.Frozen;
using System.Globalization;
using Variorum.Lexicons;

namespace Variorum.Quoting;

/// <summary>Tells what kind of source a description is, how many it means and to whom they belong.</summary>
internal sealed class SourceDescriber(QuoteScene scene)
{
    private static readonly Lazy<FrozenDictionary<string, SourceType>> Types = new(() =>
        Lexicon.Rows("source-types").ToFrozenDictionary(row => row[0], row => Enum.Parse<SourceType>(row[1], ignoreCase: true), StringComparer.Ordinal));

    private static readonly string[] Numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    private readonly Document _document = scene.Document;

    /// <summary>What a source is; null for one with a name, or of no known kind.</summary>
    public SourceDescription? Describe(TextSpan source, int? speaker)
    {
        var head = scene.Tree.Head(source);
        if (head < 0 || speaker is { } known && scene.Speakers.HasName(known))
        {
            return null;
        }

        var word = _document.Tokens[head];
        if (IsShare(source))
        {
            return new SourceDescription(SourceType.Poll, null, null);
        }

        if (word.Tag == PartOfSpeech.Pron)
        {
            // a pronoun is what its chain was first called
            return speaker is { } chain && scene.Speakers.Description(chain) is { } called && called != source ? Describe(called, null) : null;
        }

        var type = word.Tag is not (PartOfSpeech.Noun or PartOfSpeech.Propn) || Names(head, source) ? null : IsInsider(head) ? SourceType.Insider : TypeOf(word.Lemma.ToLowerInvariant()) ?? TypeOf(_document.Form(head).ToString().ToLowerInvariant());
        if (type is not { } kind)
        {
            return null;
        }

        return new SourceDescription(kind, NumberOf(head), AffiliationOf(head, source) ?? FirstAffiliation(source, speaker));
    }

    /// <summary>"56 percent of voters", "another 10%": those a poll asked.</summary>
    private bool IsShare(TextSpan source)
    {
        var (first, end) = _document.TokensOf(source);
        for (var i = first; i + 1 < end && i < first + 4; i++)
        {
            if (_document.Tokens[i].Tag == PartOfSpeech.Num)
            {
                return _document.Form(i + 1) is "percent" or "%" or "per";
            }
        }

        return false;
    }

    /// <summary>"the spokesman" belongs to whom the first words for him name.</summary>
    private string? FirstAffiliation(TextSpan source, int? speaker) =>
        speaker is { } chain && scene.Speakers.Description(chain) is { } called && called != source && scene.Tree.Head(called) is >= 0 and var head ? AffiliationOf(head, called) : null;

    private static SourceType? TypeOf(string lemma) => Types.Value.TryGetValue(lemma, out var type) ? type : lemma.EndsWith('s') && Types.Value.TryGetValue(lemma[..^1], out type) ? type : null;

    /// <summary>Whether the head is a name, or one stands beside it ("the spokesman, Ada Lind").</summary>
    private bool Names(int head, TextSpan source)
    {
        if (scene.Speakers.NameAt(head) || MediaTable.IsNoun(_document.Tokens[head].Lemma) && new ViaFinder(scene).Read(source) is { Kind: ViaKind.Agency or ViaKind.Outlet, Name: [>= 'A' and <= 'Z', ..] })
        {
            return true;
        }

        foreach (var child in scene.Tree.Children(head))
        {
            if (_document.Tokens[child].Relation is Relation.Appositive or Relation.Flat && source.Contains(_document.Tokens[child].Start) && scene.Speakers.NameAt(child))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"people familiar with", "a person close to", "someone with knowledge of".</summary>
    private bool IsInsider(int head)
    {
        if (_document.Tokens[head].Lemma is not ("people" or "person" or "someone" or "man" or "woman" or "individual"))
        {
            return false;
        }

        var (_, end) = scene.Tree.Range(head);
        for (var i = head + 1; i < Math.Min(end, head + 4); i++)
        {
            if (_document.Form(i) is "familiar" or "close" or "knowledge" or "briefed")
            {
                return true;
            }
        }

        return false;
    }

    private int? NumberOf(int head)
    {
        foreach (var child in scene.Tree.Children(head))
        {
            var token = _document.Tokens[child];
            var form = _document.Form(child).ToString().ToLowerInvariant();
            if (token.Relation == Relation.NumberModifier)
            {
                return Array.IndexOf(Numbers, form) is >= 0 and var at ? at + 1 : int.TryParse(form, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
            }

            if (token.Relation == Relation.Determiner && form is "a" or "an" or "another" or "one")
            {
                return 1;
            }
        }

        return null;
    }

    /// <summary>"of the ministry", "the ministry’s", "defence ministry", "Iranian"; of what is written only who wrote it.</summary>
    private string? AffiliationOf(int head, TextSpan source)
    {
        var isWritten = SourceNouns.IsDocument(_document.Tokens[head].Lemma);
        var first = Modifiers(head, source);
        foreach (var child in scene.Tree.Children(head))
        {
            if (_document.Tokens[child] is { Relation: Relation.Possessive, Penn: not PennTag.PossessivePRP })
            {
                return WithoutCase(child);
            }

            // "a foreign ministry spokesman in Berlin": the body, not the place
            if (child > head && source.Contains(_document.Tokens[child].Start) && (isWritten ? CaseOf(child) is "by" or "from" : IsOf(child)) && !(first < head && CaseOf(child) is "in"))
            {
                return Words(scene.NounPhrase(child));
            }
        }

        return first < head ? Words(new TextSpan(_document.Tokens[first].Start, _document.Tokens[head - 1].End)) : null;
    }

    /// <summary>Where the words before a head begin that name whose it is, without those that only tell how high or how new; the head where none names anybody.</summary>
    private int Modifiers(int head, TextSpan source)
    {
        var first = head;
        foreach (var child in scene.Tree.Children(head))
        {
            first = child < head && IsBody(child, source) ? Math.Min(first, scene.Tree.Range(child).First) : first;
        }

        if (first == head || !source.Contains(_document.Tokens[first].Start))
        {
            return head;
        }

        while (first > 0 && source.Contains(_document.Tokens[first - 1].Start) && Modifies(first - 1, first, head))
        {
            first--;
        }

        while (first < head && (IsRank(first) || _document.Tokens[first].Tag is PartOfSpeech.Num or PartOfSpeech.Adv || _document.Form(first) is "A" or "a" or "An" or "an" or "-"))
        {
            first++;
        }

        return first;
    }

    /// <summary>Whether a noun or an adjective goes with the words between another and a head.</summary>
    private bool Modifies(int word, int first, int head) =>
        _document.Tokens[word] is { Tag: PartOfSpeech.Noun or PartOfSpeech.Adj, Head: var above } && above >= first && above <= head;

    /// <summary>"senior", "new": words that tell nothing of whose somebody is.</summary>
    private bool IsRank(int word) => _document.Tokens[word].Tag != PartOfSpeech.Propn
        && _document.Form(word) is "senior" or "Senior" or "top" or "Top" or "former" or "Former" or "high" or "ranking" or "high-ranking" or "unnamed" or "unidentified" or "new" or "latest" or "Latest" or "recent" or "Recent" or "previous" or "Previous"
            or "chief" or "deputy" or "retired" or "current" or "other" or "Other" or "several" or "Several" or "multiple" or "Multiple" or "some" or "Some" or "many" or "Many" or "longtime" or "veteran" or "another" or "Another" or "anonymous";

    private string? CaseOf(int child) => scene.Tree.Child(child, Relation.Case) is >= 0 and var mark ? _document.Form(mark).ToString() : null;

    private bool IsOf(int child) =>
        _document.Tokens[child].Relation == Relation.Nominal && CaseOf(child) is "of" or "for" or "from" or "at" or "in" or "with";

    /// <summary>Whether a word before the head names whose it is: a noun, a name, a people's adjective.</summary>
    private bool IsBody(int child, TextSpan source)
    {
        var token = _document.Tokens[child];
        return token.Relation is Relation.Compound or Relation.Adjective or Relation.Nominal or Relation.UnmarkedNominal
            && (token.Tag == PartOfSpeech.Propn || token.Tag == PartOfSpeech.Noun && SourceNouns.IsBody(token.Lemma) || token.Start > source.Start && char.IsUpper(_document.Text[token.Start]) || scene.Speakers.IsNationality(child));
    }

    private string WithoutCase(int owner)
    {
        var span = scene.NounPhrase(owner);
        return Words(scene.Tree.Child(owner, Relation.Case) is >= 0 and var mark && _document.Tokens[mark].Start > span.Start ? span with { End = Math.Min(span.End, _document.Tokens[mark].Start) } : span);
    }

    private string Words(TextSpan span) => string.Join(' ', span.Of(_document.Text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
