using System.Collections.Immutable;
using System.Globalization;

namespace Variorum.Rendering;

/// <summary>Says who spoke, to whom and where, in a few words.</summary>
public static class SpeakerLines
{
    private static readonly string[] Numbers = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    /// <summary>Who somebody is: the role, or for a source without a name its kind ("two officials, of the defence ministry"); empty where nothing is said.</summary>
    public static string Role(Story story, Utterance utterance)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(utterance);
        return utterance.Role is { } role ? role : !utterance.IsUnnamed ? "" : utterance.Quotes.Select(place => story.Readings[place.Article].Quotes[place.Quote].Described)
            .FirstOrDefault(described => described is not null) is { } known ? Kind(known) : "";
    }

    /// <summary>"source without a name: police", "two, court".</summary>
    public static string Kind(SourceDescription described)
    {
        ArgumentNullException.ThrowIfNull(described);
        var number = described.Number is > 1 and var count ? (count < Numbers.Length ? Numbers[count] : count.ToString(CultureInfo.InvariantCulture)) + ", " : "";
        return number + described.Type switch
        {
            SourceType.Document => "a document",
            SourceType.Poll => "a poll",
            SourceType.Insider => "not named, said to know",
            SourceType.Media => "media",
            var type => "not named, " + JsonShapes.Name(type),
        };
    }

    /// <summary>To whom: the name behind the words, or the words.</summary>
    public static string Hearer(Story story, int article, Addressee addressee)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(addressee);
        var reading = story.Readings[article];
        return addressee.Chain is { } chain ? reading.Chains[chain].Name : QuotedWords.OneLine(addressee.Span.Of(reading.Article.Text));
    }

    /// <summary>The ways, hearers and occasions that places tell, each once: "via Reuters", "to Lind", "in a letter".</summary>
    public static ImmutableArray<string> Setting(Story story, IEnumerable<QuotePart> places)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(places);
        var parts = places.ToArray();
        string[] via = [.. parts.SelectMany(place => QuoteAt(place).Via).Select(via => via.Name).Distinct(StringComparer.Ordinal)];
        string[] heard = [.. parts.Where(place => QuoteAt(place).Addressee is { } addressee && !QuoteAt(place).Via.Any(via => via.Span.Overlaps(addressee.Span)))
            .Select(place => Hearer(story, place.Article, QuoteAt(place).Addressee!)).Distinct(StringComparer.OrdinalIgnoreCase)];
        var occasions = parts.Where(place => QuoteAt(place).Occasion is { } occasion && !QuoteAt(place).Via.Any(via => via.Span.Overlaps(occasion)))
            .Select(place => Occasion(QuotedWords.OneLine(QuoteAt(place).Occasion!.Value.Of(story.Readings[place.Article].Article.Text)))).Distinct(StringComparer.OrdinalIgnoreCase);
        return [.. via.Length > 0 ? ["via " + string.Join(", ", via)] : Array.Empty<string>(), .. heard.Select(name => "to " + name), .. occasions];

        Quote QuoteAt(QuotePart place) => story.Readings[place.Article].Quotes[place.Quote];
    }

    /// <summary>"told a news conference" is said to it; what opens a sentence is small here.</summary>
    private static string Occasion(string words)
    {
        var first = words.Split(' ')[0].ToLowerInvariant();
        return first is "in" or "at" or "on" or "during" or "after" or "before" or "by" or "following" or "via" or "through" ? first + words[first.Length..] : "to " + words;
    }
}
