using System.Collections.Immutable;
using Variorum.Annotating;

namespace Variorum.Quoting;

/// <summary>Finds which of an article's chains a source's words mean.</summary>
internal sealed class SpeakerFinder(Document document, ImmutableArray<Mention> mentions)
{
    private readonly Mention[] _byStart = [.. mentions.OrderBy(mention => mention.Span.Start).ThenByDescending(mention => mention.Span.End)];

    private readonly HashSet<int> _named = [.. mentions.Where(mention => mention.Kind == MentionKind.Name).Select(mention => mention.Chain)];
    private readonly Dictionary<int, TextSpan> _described = mentions.Where(mention => mention.Kind == MentionKind.Role).GroupBy(mention => mention.Chain).ToDictionary(chain => chain.Key, chain => chain.Min(mention => mention.Span));

    /// <summary>The chain that the words of a source name; null where they name none. A letter or a report is nobody, whoever wrote it.</summary>
    public int? Find(Tree tree, TextSpan source)
    {
        var head = tree.Head(source);
        if (head < 0)
        {
            return Find(source);
        }

        if (document.Tokens[head].Penn is PennTag.WP or PennTag.WDT || document.Form(head) is "that" or "who" or "which")
        {
            return Antecedent(tree, head);
        }

        if (document.Form(head) is "he" or "she" && Bound(tree, head) is { } bound)
        {
            return bound;
        }

        if (document.Tokens[head].Tag == PartOfSpeech.Noun && SourceNouns.IsDocument(document.Tokens[head].Lemma))
        {
            return null;
        }

        return IsJoint(tree, head, source) || IsListed(source) ? null : Named(tree, At(document.Tokens[head].Span, source)?.Chain ?? Beside(tree, head) ?? NamedIn(source)?.Chain);
    }

    /// <summary>The name that a description stands behind where coreference did not join them ("Ada Lind, <i>a mother of two</i>, …"): by the tree, or where the name opens the sentence.</summary>
    private int? Named(Tree tree, int? chain)
    {
        if (chain is not (>= 0 and var described) || HasName(described) || Description(described) is not { Start: > 2 } words || tree.Head(words) is not (>= 0 and var head))
        {
            return chain;
        }

        var name = document.Tokens[head] is { Relation: Relation.Appositive, Head: >= 0 and var above } ? At(document.Tokens[above].Span, document.Tokens[above].Span)
            : document.Text.AsSpan(words.Start - 2, 2) is ", " && EndingAt(words.Start - 2) is { } before && before.Span.Start == document.Sentences[Math.Max(0, document.SentenceAt(words.Start))].Span.Start ? before
            : null;
        return name is { Chain: >= 0, Kind: MentionKind.Name, Type: EntityType.Person } ? name.Chain : chain;
    }

    /// <summary>"Ada Lind, the mayor, and Nils Berg, her deputy": two names, whatever describes the first.</summary>
    private bool IsListed(TextSpan source)
    {
        var (first, end) = document.TokensOf(source);
        if (first >= end || StartingAt(document.Tokens[first].Start) is not { Type: EntityType.Person } speaker)
        {
            return false;
        }

        for (var i = first + 1; i + 2 < end && !document.Tokens[i].Penn.IsVerb() && document.Tokens[i].Penn is not (PennTag.WP or PennTag.WDT); i++)
        {
            if (document.Form(i) is "," && document.Form(i + 1) is "and" && StartingAt(document.Tokens[i + 2].Start) is { Type: EntityType.Person } other && other.Chain != speaker.Chain)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Ada Lind and Nils Berg": two who speak together are neither the one nor the other.</summary>
    private bool IsJoint(Tree tree, int head, TextSpan source)
    {
        foreach (var child in tree.Children(head))
        {
            if (child > head && document.Tokens[child] is { Relation: Relation.Conjunct } token && source.Contains(token.Start) && tree.Child(child, Relation.Coordinator) >= 0
                && At(document.Tokens[head].Span, source) is { Chain: >= 0 and var first, Kind: MentionKind.Name } && IsAnother(tree, child, source, first))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word beside a speaker is another: a name of another, or a noun with a word that points ("and <i>his aides</i>", "and <i>other Republicans</i>").</summary>
    private bool IsAnother(Tree tree, int word, TextSpan source, int speaker) =>
        At(document.Tokens[word].Span, source) is { Chain: >= 0 and var other, Kind: MentionKind.Name, Type: EntityType.Person or EntityType.Organisation or EntityType.Group } ? other != speaker
            : document.Tokens[word].Tag == PartOfSpeech.Noun && (document.Tokens[word].Penn == PennTag.NNS || tree.Child(word, Relation.Determiner, Relation.Possessive) >= 0) && !FollowsComma(tree, word);

    /// <summary>Whether a comma stands between a name and what is joined to it: that describes the name ("Ada Lind, a baker <i>and a mayor</i>"), unless others are joined before ("Lind, Berg and their aides").</summary>
    private bool FollowsComma(Tree tree, int word)
    {
        var head = document.Tokens[word].Head;
        foreach (var other in tree.Children(head))
        {
            if (other > head && other < word && document.Tokens[other].Relation == Relation.Conjunct)
            {
                return false;
            }
        }

        return document.Tokens[word].Start > document.Tokens[head].End && document.Text.AsSpan(document.Tokens[head].End, document.Tokens[word].Start - document.Tokens[head].End).Contains(',');
    }

    /// <summary>The chain that a bare name means; null where it means none.</summary>
    public int? Find(TextSpan name) => Overlapping(name).Where(mention => mention.Chain >= 0).Select(mention => (int?)mention.Chain).FirstOrDefault();

    /// <summary>Whether a word stands in the name part of a mention.</summary>
    public bool NameAt(int token) => Overlapping(document.Tokens[token].Span).Any(mention => mention is { Kind: MentionKind.Name, Type: not EntityType.Group } && mention.Name.Contains(document.Tokens[token].Span));

    /// <summary>Whether an offset lies between two words of a person's name.</summary>
    public bool IsWithinName(int offset) => Overlapping(new TextSpan(offset, offset + 1)).Any(mention => mention is { Kind: MentionKind.Name, Type: EntityType.Person } && mention.Name.Start < offset && offset < mention.Name.End);

    /// <summary>Whether a word is a people's name or adjective.</summary>
    public bool IsNationality(int token) => Overlapping(document.Tokens[token].Span).Any(mention => mention.Rule == "nationality" || mention.Type == EntityType.Group);

    /// <summary>Whether a span holds a name of a chain.</summary>
    public bool IsNamedIn(TextSpan span, int chain) => Overlapping(span).Any(mention => mention.Chain == chain && mention.Kind == MentionKind.Name && span.Contains(mention.Span));

    /// <summary>Whether a span holds any mention of a chain.</summary>
    public bool IsIn(TextSpan span, int chain) => !span.IsEmpty && Overlapping(span).Any(mention => mention.Chain == chain);

    /// <summary>The only person whom a span names; null for none or several.</summary>
    public int? OnlyPerson(TextSpan span)
    {
        var named = Overlapping(span).Where(mention => mention is { Kind: MentionKind.Name, Type: EntityType.Person, Chain: >= 0 }).Select(mention => mention.Chain).Distinct().Take(2).ToList();
        return named.Count == 1 ? named[0] : null;
    }

    /// <summary>Whether a chain has a name.</summary>
    public bool HasName(int chain) => _named.Contains(chain);

    /// <summary>What a chain without a name is first called; null where it is only pointed at.</summary>
    public TextSpan? Description(int chain) => _described.TryGetValue(chain, out var span) ? span : null;

    /// <summary>The name or role that ends at an offset, the longest; null for none.</summary>
    public Mention? EndingAt(int offset) =>
        Overlapping(new TextSpan(Math.Max(0, offset - 1), offset)).Where(mention => mention.Span.End == offset && mention.Kind != MentionKind.Pronoun).MaxBy(mention => mention.Span.Length);

    /// <summary>The name that begins at an offset, the longest; null for none.</summary>
    public Mention? StartingAt(int offset) =>
        Overlapping(new TextSpan(offset, offset + 1)).Where(mention => mention.Span.Start == offset && mention.Kind == MentionKind.Name).MaxBy(mention => mention.Span.Length);

    /// <summary>Whether a chain's mentions name a person or an organisation: somebody who can speak.</summary>
    public static bool CanSpeak(Chain chain) => chain.Type is EntityType.Person or EntityType.Organisation;

    /// <summary>The mention that a head word stands in, names first, then what fits the source best.</summary>
    private Mention? At(TextSpan head, TextSpan source)
    {
        var best = (Mention?)null;
        foreach (var mention in Overlapping(head))
        {
            if (mention.Chain >= 0 && mention.Span.Contains(head.Start) && (best is null || Rank(mention, source).CompareTo(Rank(best, source)) > 0))
            {
                best = mention;
            }
        }

        return best;
    }

    /// <summary>The name beside a head that is no mention ("the head of the party, X").</summary>
    private int? Beside(Tree tree, int head)
    {
        foreach (var child in tree.Children(head))
        {
            if (document.Tokens[child].Relation is Relation.Appositive or Relation.Flat && At(document.Tokens[child].Span, document.Tokens[child].Span) is { Kind: MentionKind.Name } mention)
            {
                return mention.Chain;
            }
        }

        return null;
    }

    /// <summary>The first name of a person inside.</summary>
    private Mention? NamedIn(TextSpan words) =>
        Overlapping(words).FirstOrDefault(mention => mention.Chain >= 0 && mention.Kind == MentionKind.Name && mention.Type == EntityType.Person && words.Contains(mention.Span));

    private static (int Kind, int Length) Rank(Mention mention, TextSpan words) =>
        (mention.Kind == MentionKind.Name ? 1 : 0, words.Contains(mention.Span) ? mention.Span.Length : -mention.Span.Length);

    /// <summary>The noun that a relative pronoun's clause describes ("a report <i>that</i> said"); -1 for any other source.</summary>
    public int NounBefore(Tree tree, TextSpan source)
    {
        var head = tree.Head(source);
        return head >= 0 && document.Form(head) is "that" or "which" or "who" && document.Tokens[tree.Clause(head)] is { Relation: Relation.Relative or Relation.NounClause, Head: >= 0 and var noun } && document.Tokens[noun].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn ? noun : -1;
    }

    /// <summary>What a relative pronoun's clause hangs on.</summary>
    private int? Antecedent(Tree tree, int relative)
    {
        var clause = tree.Clause(relative);
        for (var steps = 0; clause >= 0 && steps < 4; steps++)
        {
            var token = document.Tokens[clause];
            if (token.Relation is Relation.Relative or Relation.NounClause or Relation.AdverbialRelative)
            {
                return token.Head < 0 ? null : At(document.Tokens[token.Head].Span, document.Tokens[token.Head].Span)?.Chain ?? NameBefore(relative);
            }

            clause = token.Head < 0 ? -1 : tree.Clause(token.Head);
        }

        return NameBefore(relative);
    }

    /// <summary>Who "he" means behind a participle's clause that opens the sentence: nobody named in that clause ("Praising Berg, he said"), since the
    /// clause's own subject is he; the subject told of before then. Null where coreference needs no help.</summary>
    private int? Bound(Tree tree, int pronoun)
    {
        var index = document.SentenceAt(document.Tokens[pronoun].Start);
        var sentence = document.Sentences[Math.Max(0, index)];
        if (document.Tokens[sentence.First].Penn is not (PennTag.VBG or PennTag.VBN) || At(document.Tokens[pronoun].Span, document.Tokens[pronoun].Span) is not { Chain: >= 0 and var meant } mention)
        {
            return null;
        }

        var fronted = new TextSpan(sentence.Span.Start, mention.Span.Start);
        if (index < 1 || !Overlapping(fronted).Any(other => other.Chain == meant && other.Kind == MentionKind.Name && fronted.Contains(other.Span)))
        {
            return null;
        }

        var before = document.Sentences[index - 1];
        var subject = Enumerable.Range(before.First, before.End - before.First).Where(i => document.Tokens[i].Head < 0).Select(tree.Subject).FirstOrDefault(-1);
        return subject >= 0 && At(document.Tokens[subject].Span, document.Tokens[subject].Span) is { Chain: >= 0, Type: EntityType.Person } told && told.Chain != meant ? told.Chain : null;
    }

    /// <summary>The person or body named right before "who", a comma between them or not.</summary>
    private int? NameBefore(int relative)
    {
        var last = relative > 0 && document.Form(relative - 1) is "," ? relative - 2 : relative - 1;
        return last >= 0 && document.Form(relative) is "who" && EndingAt(document.Tokens[last].End) is { Chain: >= 0, Type: EntityType.Person or EntityType.Organisation } mention ? mention.Chain : null;
    }

    private IEnumerable<Mention> Overlapping(TextSpan span)
    {
        for (var i = FirstNear(span.Start); i < _byStart.Length && _byStart[i].Span.Start < span.End; i++)
        {
            if (_byStart[i].Span.Overlaps(span))
            {
                yield return _byStart[i];
            }
        }
    }

    /// <summary>A little before the span's start: a mention that covers it begins there.</summary>
    private int FirstNear(int start)
    {
        int low = 0, high = _byStart.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_byStart[middle].Span.Start < start - 100)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
