using System.Collections.Immutable;

namespace Variorum.Clustering;

/// <summary>The day of an article, known or guessed by those most like it.</summary>
/// <param name="Number">The likeliest; null where nothing tells.</param>
/// <param name="Support">How much tells for it: <see cref="Known"/> where it is known.</param>
internal readonly record struct GuessedDay(int? Number, float Support)
{
    /// <summary>More than any guess has.</summary>
    public const float Known = 8;

    /// <summary>Most articles that have a say.</summary>
    private const int MostVoters = 12;

    /// <summary>A day's vote counts for the days beside it.</summary>
    private const float Beside = 0.5f;

    private const float TwoBeside = 0.2f;

    /// <summary>What a weekday, and a day of a month, that the article names near its beginning adds to a day's votes.</summary>
    private const float Weekday = 1;

    private const float MonthDay = 4;

    /// <summary>Who had a say: days, and shares of the votes. Empty for a known day.</summary>
    public ImmutableArray<(int Day, float Share)> Voters { get; init; } = [];

    /// <summary>A day as given.</summary>
    public static GuessedDay Of(int? day) => new(day, day is null ? 0 : Known);

    /// <summary>The day for which most speaks: articles that share much, and what the article itself names.</summary>
    /// <remarks>Parameters were chosen on the dated articles of the roundups, with their days hidden.</remarks>
    /// <param name="sketch">An undated article's.</param>
    /// <param name="alike">Days of dated articles and how far they are alike, the most alike first.</param>
    public static GuessedDay Guess(StorySketch sketch, IEnumerable<(int Day, float Overlap)> alike)
    {
        var found = alike.Take(MostVoters).ToList();
        var all = found.Sum(v => v.Overlap * v.Overlap);
        ImmutableArray<(int Day, float Share)> voters = [.. found.Select(v => (v.Day, v.Overlap * v.Overlap / all))];
        var best = Of(null);
        foreach (var day in voters.SelectMany(v => new[] { v.Day - 1, v.Day, v.Day + 1 }).Distinct().Order())
        {
            var support = Votes(sketch, voters, day);
            best = support > best.Support ? new GuessedDay(day, support) : best;
        }

        return best with { Voters = voters };
    }

    /// <summary>How much tells for a day, the likeliest or another.</summary>
    public float SupportFor(StorySketch sketch, int? day) => Voters.IsEmpty || day is null ? Support : Votes(sketch, Voters, day.Value);

    private static float Votes(StorySketch sketch, ImmutableArray<(int Day, float Share)> voters, int day)
    {
        var votes = 0f;
        foreach (var (other, share) in voters)
        {
            votes += share * Math.Abs(other - day) switch { 0 => 1, 1 => Beside, 2 => TwoBeside, _ => 0 };
        }

        if (votes == 0)
        {
            return 0;
        }

        var (weekday, date) = DayHints.Fit(sketch, day);
        return votes * (1 + (weekday ? Weekday : 0) + (date ? MonthDay : 0));
    }
}
