using System.Collections.Immutable;
using System.Text;

namespace Variorum.Aligning;

/// <summary>Makes an utterance of the sentences that report it.</summary>
internal sealed class UtteranceComposer(Story story, ImmutableArray<SpokenUnit> all)
{
    private readonly ILookup<(int Article, int Quote), SpokenUnit> byPlace = all.ToLookup(unit => unit.Part.Place);

    public Utterance Compose(ImmutableArray<SpokenUnit> units, string rule)
    {
        var parts = Parts(units);
        var speaker = units.Where(unit => unit.Speaker is not null).OrderByDescending(unit => unit.IsNamed).Select(unit => unit.Speaker).FirstOrDefault();
        var entity = speaker is { } index ? story.Entities[index] : null;
        var isOne = parts.Select(part => part.Place).Distinct().Count() == 1;
        return new Utterance(speaker, entity?.Name ?? ChainName(parts) ?? SourceWords(parts), entity?.Roles.FirstOrDefault(), parts, Wordings(parts), isOne ? "one-quote" : rule)
        {
            IsUnnamed = !units.Any(unit => unit.IsNamed),
        };
    }

    /// <summary>Adjacent sentences of one quote's part are one part again. <b>Order.</b> In marks first, then the longest.</summary>
    private ImmutableArray<QuotePart> Parts(ImmutableArray<SpokenUnit> units)
    {
        var parts = new List<QuotePart>();
        foreach (var unit in units)
        {
            if (parts.Count > 0 && parts[^1].Place == unit.Part.Place && InOnePart(parts[^1].Span, unit.Part))
            {
                parts[^1] = parts[^1] with { Span = parts[^1].Span.Union(unit.Part.Span) };
            }
            else
            {
                parts.Add(unit.Part);
            }
        }

        return [.. parts.OrderBy(Rank).ThenByDescending(part => part.Span.Length).ThenBy(part => part.Article).ThenBy(part => part.Span)];
    }

    private bool InOnePart(TextSpan before, QuotePart next)
    {
        var joined = before.Union(next.Span);
        return QuoteOf(next).Content.Any(part => part.Contains(joined)) && !byPlace[next.Place].Any(unit => unit.Part.Span.Start >= before.End && unit.Part.Span.End <= next.Span.Start);
    }

    private Quote QuoteOf(QuotePart part) => story.Readings[part.Article].Quotes[part.Quote];

    /// <summary>The name an article gives a speaker who is no entity of the story.</summary>
    private string? ChainName(ImmutableArray<QuotePart> parts) =>
        parts.Select(part => QuoteOf(part).Speaker is { } chain ? story.Readings[part.Article].Chains[chain].Name : null).FirstOrDefault(name => name is not null);

    /// <summary>The words for a speaker who is no entity ("a ministry spokesman"); pronouns name nobody.</summary>
    private string? SourceWords(ImmutableArray<QuotePart> parts) =>
        parts.Select(part => QuoteOf(part).Source?.Of(story.Readings[part.Article].Article.Text)).FirstOrDefault(words => words is { Length: > 4 });

    private ImmutableArray<Wording> Wordings(ImmutableArray<QuotePart> parts) =>
    [
        .. parts.GroupBy(part => Fold(story.Readings[part.Article].Article.Text.AsSpan(part.Span.Start, part.Span.Length)), StringComparer.Ordinal)
            .Select(form => new Wording(form.Select(part => new Citation(part.Article, part.Span)).Min(), [.. form.Select(part => part.Article).Distinct().Order()]))
            .OrderBy(wording => Rank(wording, parts)).ThenByDescending(wording => wording.Citation.Span.Length).ThenByDescending(wording => wording.Articles.Length).ThenBy(wording => wording.Citation),
    ];

    /// <summary>Words in marks are fuller than a sentence that marks some of them, and that than one that marks none.</summary>
    private int Rank(Wording wording, ImmutableArray<QuotePart> parts) =>
        parts.Where(part => part.Article == wording.Citation.Article && part.Span == wording.Citation.Span).Min(Rank);

    private int Rank(QuotePart part)
    {
        var marked = QuoteOf(part).Quoted.Sum(quoted => Math.Max(0, Math.Min(quoted.End, part.Span.End) - Math.Max(quoted.Start, part.Span.Start)));
        return marked * 10 >= part.Span.Length * 9 ? QuoteOf(part).Act == QuoteAct.Fragment ? 1 : 0 : marked > 0 ? 1 : 2;
    }

    /// <summary>The words alone: case, marks and blanks make no other wording.</summary>
    private static string Fold(ReadOnlySpan<char> text)
    {
        var folded = new StringBuilder();
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                folded.Append(char.ToLowerInvariant(c));
            }
            else if (folded.Length > 0 && folded[^1] != ' ' && c is not ('\'' or '’'))
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd();
    }
}
