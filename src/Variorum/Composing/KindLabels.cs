using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Variorum.Lexicons;

namespace Variorum.Composing;

/// <summary>A thing without a name that accounts call by different nouns of one kind ("summit", "forum").</summary>
/// <remarks><b>Method.</b> Nouns of one kind and number are taken for one thing where the accounts make the same claim with
/// them, where the same name stands with them ("conference in Ashgabat", "Ashgabat summit"), or where both open a report.</remarks>
internal sealed class KindLabels(Models models, Story story, ImmutableArray<ClaimGroup> groups)
{
    private const int LeadSentences = 2;

    /// <summary>How far behind its noun a name still belongs to it.</summary>
    private const int AnchorReach = 5;

    /// <summary>A name in more sentences of an article than this is the story's subject and ties nothing.</summary>
    private const int MostSentences = 3;

    private static readonly Lazy<FrozenDictionary<string, ImmutableArray<Kind>>> Kinds = new(ReadKinds);

    private static readonly Lazy<FrozenSet<string>> Calendar = new(() => Lexicon.Words("calendar-names"));

    private readonly FrozenSet<string> rareNames = RareNames(story);

    public IEnumerable<LabelSet> Find()
    {
        var heaps = new SortedDictionary<string, List<Naming>>(StringComparer.Ordinal);
        var claims = GroupsBySentence();
        for (var article = 0; article < story.Readings.Length; article++)
        {
            for (var sentence = 0; sentence < story.Readings[article].Document.Sentences.Length; sentence++)
            {
                Collect(article, sentence, claims.GetValueOrDefault((article, sentence), []), heaps);
            }
        }

        return heaps.Values.SelectMany(Join);
    }

    /// <summary>Whether a noun tells a deed ("attack", "vote").</summary>
    public static bool IsDeed(string lemma) => Kinds.Value.GetValueOrDefault(lemma, []).Any(k => k.Happens || k.IsDeed);

    private static FrozenSet<string> RareNames(Story story) => story.Readings
        .SelectMany(r => r.Document.Sentences.SelectMany(s => Enumerable.Range(s.First, s.End - s.First)
            .Where(t => IsName(r.Document, t))
            .Select(t => r.Document.Form(t).ToString()).Distinct(StringComparer.Ordinal)))
        .CountBy(n => n, StringComparer.Ordinal)
        .Where(c => c.Value <= MostSentences * story.Readings.Length)
        .Select(c => c.Key).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A word with a capital, days and months aside.</summary>
    private static bool IsName(Document document, int token) =>
        document.Tokens[token] is { Tag: PartOfSpeech.Propn or PartOfSpeech.Adj } t && t.End - t.Start > 2
        && char.IsUpper(document.Text[t.Start]) && !Calendar.Value.Contains(document.Form(token).ToString());

    private Dictionary<(int Article, int Sentence), List<(TextSpan Span, string Group)>> GroupsBySentence()
    {
        var places = new Dictionary<(int Article, int Sentence), List<(TextSpan Span, string Group)>>();
        for (var g = 0; g < groups.Length; g++)
        {
            foreach (var evidence in groups[g].Evidence)
            {
                var claim = story.Readings[evidence.Article].Claims[evidence.Claim];
                var place = (evidence.Article, claim.Sentence);
                if (!places.TryGetValue(place, out var list))
                {
                    places.Add(place, list = []);
                }

                list.Add((claim.Span, g.ToString(CultureInfo.InvariantCulture)));
            }
        }

        return places;
    }

    private void Collect(int article, int sentence, List<(TextSpan Span, string Group)> claims, SortedDictionary<string, List<Naming>> heaps)
    {
        var document = story.Readings[article].Document;
        var range = document.Sentences[sentence];
        foreach (var phrase in NounPhrase.In(document, range.First, range.End).Where(p => document.Tokens[p.Head].Tag == PartOfSpeech.Noun))
        {
            var head = NounPhrase.Lemma(document, phrase.Head);
            foreach (var kind in Kinds.Value.GetValueOrDefault(head, []))
            {
                var plural = IsPlural(document, phrase.Head, head);
                var candidate = new LabelCandidate(new Citation(article, phrase.Span(document)), phrase.Content(document), [head]);
                var ties = IsNamed(document, phrase)
                    ? Anchors(document, phrase, phrase.End)
                    : Anchors(document, phrase, range.End)
                        .Concat(claims.Where(c => c.Span.Contains(candidate.Citation.Span)).Select(c => c.Group))
                        .Concat(kind.Happens && !plural && sentence < LeadSentences ? ["lead"] : Array.Empty<string>());
                ties = ties.Append(Words(candidate, article));
                Heap(heaps, kind.Name + (plural ? " many" : "")).Add(new Naming(candidate, [.. ties], [.. OwnNames(document, phrase)], kind.BareTells));
            }
        }
    }

    /// <summary>The same words are the same thing; a bare noun ("the attack") only within an article.</summary>
    private static string Words(LabelCandidate candidate, int article) =>
        string.Join(' ', candidate.Content) + (candidate.Content.Count == 1 ? $" {article}" : "");

    private static List<Naming> Heap(SortedDictionary<string, List<Naming>> heaps, string key)
    {
        if (!heaps.TryGetValue(key, out var heap))
        {
            heaps.Add(key, heap = []);
        }

        return heap;
    }

    /// <summary>Whether the noun goes by a name ("the World Cup final"): it is tied by that name alone. A country is no name of a thing.</summary>
    private bool IsNamed(Document document, NounPhrase phrase) => OwnNames(document, phrase).Any(name => models.Gazetteer.FindCountry(name) is null);

    /// <summary>The names before a noun: "the BRICS summit" and "the Turkmenistan conference" are two things.</summary>
    private static IEnumerable<string> OwnNames(Document document, NounPhrase phrase) => Enumerable.Range(phrase.First, phrase.Head - phrase.First)
        .Where(i => char.IsUpper(document.Text[document.Tokens[i].Start]) && !IsOpening(document, i)).Select(i => document.Form(i).ToString());

    private static bool IsOpening(Document document, int token) => document.Sentences[document.SentenceAt(document.Tokens[token].Start)].First == token;

    /// <summary>The names that stand in a phrase or right behind it.</summary>
    private IEnumerable<string> Anchors(Document document, NounPhrase phrase, int end)
    {
        for (var i = phrase.First; i < Math.Min(end, phrase.End + AnchorReach); i++)
        {
            if (i >= phrase.End && document.Tokens[i].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux or PartOfSpeech.Punct)
            {
                yield break;
            }

            if (IsName(document, i) && document.Form(i).ToString() is var name && rareNames.Contains(name))
            {
                yield return "@" + (models.Gazetteer.FindCountry(name)?.Code ?? name);
            }
        }
    }

    private static bool IsPlural(Document document, int token, string lemma) =>
        document.Form(token).EndsWith("s", StringComparison.Ordinal) && !lemma.EndsWith('s');

    /// <summary>Namings tied to one another, and those that say the same words, are of one thing.</summary>
    private static IEnumerable<LabelSet> Join(List<Naming> namings)
    {
        var things = new List<Thing>();
        foreach (var naming in namings)
        {
            var thing = new Thing([], [], []);
            thing.Add(naming);
            foreach (var other in things.Where(t => t.Ties.Overlaps(naming.Ties)).ToList())
            {
                if (thing.IsAnother(other))
                {
                    continue;
                }

                things.Remove(other);
                thing = other.Union(thing);
            }

            things.Add(thing);
        }

        return things.Select(t => LabelCandidate.Join(null, t.Namings.Where(n => n.Shows).Select(n => n.Candidate), "nouns-of-one-kind")).OfType<LabelSet>();
    }

    private static FrozenDictionary<string, ImmutableArray<Kind>> ReadKinds() =>
        Lexicon.Rows("kinds").SelectMany(row => row[2].Split(' ').Select(noun => (Noun: noun, Kind: new Kind(row[0], row[1].Contains('*'), row[1].Contains('!'), row[1].Contains('~')))))
            .GroupBy(e => e.Noun, e => e.Kind, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.Distinct().ToImmutableArray(), StringComparer.Ordinal);

    /// <summary>A row of the list.</summary>
    private sealed record Kind(string Name, bool BareTells, bool Happens, bool IsDeed);

    /// <summary>Namings of one thing, with what ties it to others and the names that its nouns bear.</summary>
    private sealed record Thing(HashSet<string> Ties, HashSet<string> Names, List<Naming> Namings)
    {
        public void Add(Naming naming)
        {
            Ties.UnionWith(naming.Ties);
            Names.UnionWith(naming.Names);
            Namings.Add(naming);
        }

        public bool IsAnother(Thing other) => Names.Count > 0 && other.Names.Count > 0 && !Names.Overlaps(other.Names);

        public Thing Union(Thing later)
        {
            foreach (var naming in later.Namings)
            {
                Add(naming);
            }

            return this;
        }
    }

    /// <summary>A noun of a kind, with what ties it to others.</summary>
    private sealed record Naming(LabelCandidate Candidate, ImmutableArray<string> Ties, ImmutableArray<string> Names, bool BareTells)
    {
        /// <summary>A bare noun tells little ("the meeting"), except of kinds where the noun itself takes sides ("the regime").</summary>
        public bool Shows => BareTells || Candidate.Content.Count > 1;
    }
}
