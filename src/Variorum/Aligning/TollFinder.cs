using System.Collections.Frozen;
using System.Collections.Immutable;
using Variorum.Lexicons;

namespace Variorum.Aligning;

/// <summary>Finds tolls that grow from report to report: so many dead, wounded, arrested, missing.</summary>
/// <remarks>
/// <b>Method.</b> Of each article the first toll of a class near its top that no other time is told with is the event's.
/// Tolls that differ are an update where later reports tell no lower ones or all are told as "at least"; else accounts differ.
/// </remarks>
internal sealed class TollFinder(Story story, GroupIndex index)
{
    /// <summary>Sentences from the top in which a report tells its own event's toll.</summary>
    private const int LeadSentences = 6;

    private const int Reach = 7;

    private static readonly Lazy<FrozenDictionary<string, string>> Classes = new(() =>
        Lexicon.Rows("toll-words").ToFrozenDictionary(row => row[1], row => row[0], StringComparer.OrdinalIgnoreCase));

    /// <summary>The conflicts, by class.</summary>
    public IEnumerable<Conflict> Find(ImmutableArray<ToldValue> told) => told
        .Where(IsLead)
        .Select(value => (Class: ClassOf(value), Value: value))
        .Where(toll => toll.Class is not null)
        .GroupBy(toll => toll.Class!, StringComparer.Ordinal)
        .OrderBy(tolls => tolls.Key, StringComparer.Ordinal)
        .Select(tolls => Compare(tolls.Key, [.. tolls.GroupBy(toll => toll.Value.Article).Select(article => article.First().Value)]))
        .OfType<Conflict>();

    private bool IsLead(ToldValue value)
    {
        if (value.Quantity is not { Kind: QuantityKind.Count, Unit: null } quantity || value.Sentence > LeadSentences || quantity.Low is null or 0)
            return false;

        var reading = story.Readings[value.Article];
        var sentence = reading.Document.Sentences[value.Sentence].Span;
        return !reading.Times.Any(time => sentence.Contains(time.Span) && IsElsewhen(time, reading));
    }

    /// <summary>A time that is not the news's own: a week or longer, or a day well before the report.</summary>
    private static bool IsElsewhen(TimeValue time, Reading reading) =>
        time.Precision is TimePrecision.Week or TimePrecision.Month or TimePrecision.Year or TimePrecision.Vague
        || (reading.Article.Published is { } published && time.Last is { } last && last < published.Date.AddDays(published.Date.DayNumber > 4 ? -4 : 0));

    /// <summary>What befell those counted: by the counted noun, the words after it, then those before the number.</summary>
    private string? ClassOf(ToldValue value)
    {
        if (value.Quantity?.Counted is { } counted && Classes.Value.TryGetValue(counted, out var own))
            return own;

        var document = story.Readings[value.Article].Document;
        var (first, end) = document.TokensOf(value.Span);
        for (var i = end; i < Math.Min(document.Tokens.Length, end + Reach) && document.Tokens[i].Tag is not (PartOfSpeech.Punct or PartOfSpeech.Num or PartOfSpeech.Cconj); i++)
            if (ClassAt(document, i) is { } after)
                return after;

        for (var i = first - 1; i >= Math.Max(0, first - 4) && document.Tokens[i].Tag is not (PartOfSpeech.Punct or PartOfSpeech.Num or PartOfSpeech.Noun); i--)
            if (ClassAt(document, i) is { } before)
                return before;

        return Enumerable.Range(Math.Max(0, first - Reach), Math.Min(first, Reach)).Any(i => document.Tokens[i].Lemma == "toll") ? "killed" : Risen(document, document.Sentences[value.Sentence].First, first);
    }

    /// <summary>"The number of people killed … has risen to six": the class stands with what has risen.</summary>
    private static string? Risen(Document document, int sentence, int number)
    {
        if (number - 2 < sentence || document.Form(number - 1) is not ("to" or "at") || document.Tokens[number - 2].Lemma is not ("rise" or "climb" or "grow" or "increase" or "jump" or "stand"))
            return null;

        return Enumerable.Range(sentence, number - sentence).Select(i => ClassAt(document, i)).FirstOrDefault(found => found is not null);
    }

    private static string? ClassAt(Document document, int token) =>
        Classes.Value.TryGetValue(document.Tokens[token].Lemma, out var found) || Classes.Value.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(document.Form(token), out found) ? found : null;

    private Conflict? Compare(string befallen, ImmutableArray<ToldValue> tolls)
    {
        var exact = tolls.Where(toll => !IsHeap(toll)).ToImmutableArray();
        var sides = exact.GroupBy(Point).OrderBy(side => side.Key).Select(side => side.ToImmutableArray()).ToImmutableArray();
        if (sides.Length < 2 || !Differ(Point(exact[0]), exact))
            return null;

        var isUpdate = exact.All(toll => toll.Quantity!.High is null) || Grows(exact, 1) || (befallen == "missing" && Grows(exact, -1));
        var values = sides
            .Select(side => new ConflictValue(side[0].Value, side[0].Span.Of(story.Readings[side[0].Article].Article.Text), [.. side.Select(toll => toll.Citation).Distinct()]))
            .OrderByDescending(value => value.Evidence.Length)
            .ToImmutableArray();
        return new Conflict(Subject.Of(story, sides), isUpdate ? ConflictKind.Update : ConflictKind.Number, index.Most(exact), values, "toll");
    }

    /// <summary>Whether some toll lies more than rounding from the first.</summary>
    private static bool Differ(decimal point, ImmutableArray<ToldValue> tolls) =>
        tolls.Any(toll => Math.Abs(Point(toll) - point) > Math.Max(1, point / 10) || (Point(toll) != point && point < 10));

    /// <summary>
    /// Whether no later day's report tells a lower toll, or with <paramref name="sign"/> -1 a higher one. Hours are not
    /// compared, since pages often give the day alone; a report whose own page tells no day speaks neither for nor against.
    /// </summary>
    private bool Grows(ImmutableArray<ToldValue> tolls, int sign)
    {
        var days = tolls
            .Where(toll => story.Readings[toll.Article].Article is { Published: not null, PublishedFrom: not DateSource.Story })
            .GroupBy(toll => story.Readings[toll.Article].Article.Published!.Value.Date)
            .OrderBy(day => day.Key)
            .Select(day => day.Min(toll => sign * Point(toll)))
            .ToImmutableArray();
        return days.Length > 0 && days.SequenceEqual(days.Order());
    }

    private static decimal Point(ToldValue toll) => toll.Quantity!.Low ?? toll.Quantity.High ?? 0;

    private static bool IsHeap(ToldValue toll) => toll.Quantity!.IsApproximate;
}
