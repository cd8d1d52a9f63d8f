using System.Collections.Immutable;
using Variorum.Rendering;

namespace Variorum.App.Tests;

/// <summary>An account made by hand, of invented reports, with something in every section.</summary>
internal static class InventedEdition
{
    private static readonly string[] Texts =
    [
        """
        The lighthouse at Carrow Point went dark for three hours on Monday night, the harbour board said.

        “We lost the lamp and then we lost the spare, and nobody on this coast has seen that before,” harbour master Ines Vold told reporters. “It will not happen again.”

        Vold said two fishing boats had waited outside the bar. At least 14 people were aboard.
        """,
        """
        The lighthouse at Carrow Point went dark for three hours on Monday night, the harbour board said.

        “We lost the lamp and then we lost the spare,” Ines Vold said, according to the Coast Wire. At least 14 people were aboard the boats.
        """,
        """
        Carrow Point's light failed for nearly five hours, two keepers said on Tuesday, and the board knew of the fault in March.

        The harbour master told the Coast Wire that she had lost the lamp and then the spare and that no one had ever seen that. "We lost the lamp, then we lost the backup, and nobody on this coast has seen that before," the board quoted her as saying.

        Eleven people were on the boats, the keepers said. The board denied that it had known.
        """,
        """
        <script>alert("lamp")</script> A hostile page & its "marks" <b>bold</b>.

        The light at Carrow Point failed on Monday night. ‮Turned around‬ text and a very long word: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.
        """,
    ];

    private static readonly Reading First = Read(0, "harbour-post.html", new Outlet("The Harbour Post", "harbourpost.example", "GB"), "Carrow light dark for three hours", 6) with
    {
        Quotes =
        [
            Quote(0, QuoteKind.Direct, "We lost the lamp and then we lost the spare, and nobody on this coast has seen that before", "told", "harbour master Ines Vold"),
            Quote(0, QuoteKind.Direct, "It will not happen again.", null, null),
            Quote(0, QuoteKind.Indirect, "two fishing boats had waited outside the bar", "said", "Vold"),
        ],
        Claims = [Claim(0, "The lighthouse at Carrow Point went dark for three hours on Monday night", Stance.Attributed, "the harbour board"), Claim(0, "two fishing boats had waited outside the bar", Stance.Attributed, "Vold"), Claim(0, "At least 14 people were aboard.", Stance.Asserted)],
    };

    private static readonly Reading Second = Read(1, "daily.html", new Outlet("Coastline Daily", "coastline.example"), "Light fails at Carrow Point", 7) with
    {
        Quotes = [Quote(1, QuoteKind.Direct, "We lost the lamp and then we lost the spare", "said", "Ines Vold", "Coast Wire")],
        Claims = [Claim(1, "The lighthouse at Carrow Point went dark for three hours on Monday night", Stance.Attributed, "the harbour board"), Claim(1, "At least 14 people were aboard the boats.", Stance.Asserted)],
    };

    private static readonly Reading Third = Read(2, "ledger.txt", null, "Keepers: board knew of the fault", 8) with
    {
        Quotes =
        [
            Quote(2, QuoteKind.Indirect, "she had lost the lamp and then the spare and that no one had ever seen that", "told", "The harbour master", "Coast Wire"),
            Quote(2, QuoteKind.Direct, "We lost the lamp, then we lost the backup, and nobody on this coast has seen that before", "quoted", "her"),
        ],
        Claims =
        [
            Claim(2, "Carrow Point's light failed for nearly five hours", Stance.Attributed, "two keepers"),
            Claim(2, "the board knew of the fault in March", Stance.Hedged, "two keepers"),
            Claim(2, "Eleven people were on the boats", Stance.Attributed, "the keepers"),
            Claim(2, "it had known", Stance.Denied, "The board"),
        ],
    };

    private static readonly Reading Hostile = Read(3, "<img src=x onerror=alert(1)>.html", new Outlet("\"><script>alert(2)</script>"), "</title><script>alert(3)</script>", null) with
    {
        Article = Article(3, "<img src=x onerror=alert(1)>.html", new Outlet("\"><script>alert(2)</script>"), "</title><script>alert(3)</script>", null) with { Url = "javascript:alert(4)", Problems = [new Problem("encoding", "Odd <b>bytes</b>.")] },
        Claims = [Claim(3, "The light at Carrow Point failed on Monday night.", Stance.Asserted)],
    };

    public static ImmutableArray<string> Sources { get; } = [.. Texts];

    /// <summary>One story with everything, told by four accounts, one of them hostile.</summary>
    public static Edition Rich(bool isEstablished = true) => Make(Told(isEstablished));

    /// <summary>One story of one article, with nothing to hold against each other.</summary>
    public static Edition Lone() => Make(Alone(First with { Quotes = [], Claims = [] }));

    /// <summary>Two stories.</summary>
    public static Edition Several() => Make(Told(true), Alone(Read(1, "other.html", null, "Another thing", 9)));

    private static Edition Make(params ImmutableArray<Account> accounts) =>
        new("variorum 0.0.0", ImmutableSortedDictionary<string, string>.Empty.Add("tagger", "0123456789ab"), accounts, [Article(0, "empty.html", null, null, null) with { Text = "", Problems = [new Problem("empty", "It has no bytes.")] }]);

    private static Account Alone(Reading reading) =>
        new(new Story([reading], new Lineage([], [[0]], false), []), reading.Article.Headline ?? "", new EventSummary(null, [], null, null), [], [], [], [], [], []);

    private static Account Told(bool isEstablished)
    {
        var story = new Story(
            [First, Second, Third, Hostile],
            new Lineage(
                [
                    new LineageLink(0, 1, LineageKind.Copy, 0.62, [new(Find(0, "The lighthouse at Carrow Point went dark for three hours on Monday night, the harbour board said."), Find(1, "The lighthouse at Carrow Point went dark for three hours on Monday night, the harbour board said."))], "shared-text/earlier-publication") { IsBest = true },
                    new LineageLink(0, 3, LineageKind.Cites, 0, [], "named"),
                ],
                [[0, 1], [2], [3]],
                isEstablished)
            {
                Signs = isEstablished ? [new OriginSign(0, "Carrow Gazette", null, "own-byline"), new OriginSign(2, "Northern Wire", null, "credited-agency")] : [],
            },
            [new Entity("Ines Vold", EntityType.Person, ["harbour master"], []), new Entity("Carrow Point", EntityType.Place, [], [])]);
        return new Account(
            story,
            "Carrow light dark for three hours",
            new EventSummary(Cite(0, "The lighthouse at Carrow Point went dark for three hours"), [1, 0], new EventTime("2031-05-05", [Cite(0, "Monday night")]), new EventPlace("Carrow Point", [Cite(0, "Carrow Point")])),
            [
                new Utterance(0, "Ines Vold", "harbour master", [Part(First, 0, 0), Part(Second, 1, 0), Part(Third, 2, 0), Part(Third, 2, 1)],
                    [
                        new Wording(Cite(0, "We lost the lamp and then we lost the spare, and nobody on this coast has seen that before"), [0]),
                        new Wording(Cite(2, "We lost the lamp, then we lost the backup, and nobody on this coast has seen that before"), [2]),
                        new Wording(Cite(1, "We lost the lamp and then we lost the spare"), [1]),
                        new Wording(Cite(2, "she had lost the lamp and then the spare and that no one had ever seen that"), [2]),
                    ],
                    "same-words"),
                new Utterance(0, "Ines Vold", "harbour master", [Part(First, 0, 1)], [new Wording(Cite(0, "It will not happen again."), [0])], "alone"),
                new Utterance(null, null, null, [Part(First, 0, 2)], [new Wording(Cite(0, "two fishing boats had waited outside the bar"), [0])], "alone"),
            ],
            [
                Group(story, Agreement.Conflicting, (0, 0), (1, 0), (2, 0)),
                Group(story, Agreement.Conflicting, (0, 2), (1, 1), (2, 2)),
                Group(story, Agreement.Agreed, (0, 0), (3, 0)),
                Group(story, Agreement.Conflicting, (2, 1), (2, 3)),
                Group(story, Agreement.Single, (0, 1)),
            ],
            [
                new Conflict("How long the light was dark", ConflictKind.Number, 0, [new ConflictValue("PT3H", "three hours", [Cite(0, "three hours"), Cite(1, "three hours")]), new ConflictValue("PT5H", "nearly five hours", [Cite(2, "nearly five hours")])], "same-event"),
                new Conflict("How many people were on the boats", ConflictKind.Number, 1, [new ConflictValue("14", "At least 14", [Cite(0, "At least 14"), Cite(1, "At least 14")]), new ConflictValue("11", "Eleven", [Cite(2, "Eleven")])], "same-noun"),
            ],
            [new LabelSet(1, [Cite(0, "The lighthouse at Carrow Point"), Cite(2, "Carrow Point's light"), Cite(3, "The light at Carrow Point")], "one-entity")],
            [new TimelineEntry("2031-03", TimePrecision.Month, [Cite(2, "the board knew of the fault in March")]), new TimelineEntry("2031-05-05", TimePrecision.Day, [Cite(0, "The lighthouse at Carrow Point went dark for three hours on Monday night")])],
            [new BriefLine("The lighthouse at Carrow Point went dark for three hours on Monday night, the harbour board said.", [Cite(0, "The lighthouse at Carrow Point went dark for three hours on Monday night, the harbour board said."), Cite(1, "The lighthouse at Carrow Point went dark for three hours on Monday night, the harbour board said.")])]);
    }

    private static ClaimGroup Group(Story story, Agreement agreement, params ImmutableArray<(int Article, int Claim)> places)
    {
        var first = story.Readings[places[0].Article];
        return new ClaimGroup(
            first.Claims[places[0].Claim].Span.Of(first.Article.Text),
            agreement,
            [.. places.Select(place => new ClaimEvidence(place.Article, place.Claim))],
            story.Lineage.Families.Count(family => family.Any(article => places.Any(place => place.Article == article))),
            [.. Enumerable.Range(0, story.Readings.Length).Where(article => places.All(place => place.Article != article))],
            "same-predicate");
    }

    private static Article Article(int text, string path, Outlet? outlet, string? headline, int? day) => new()
    {
        Path = path,
        Sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(path))),
        Outlet = outlet,
        Headline = headline,
        Published = day is { } d ? new Timestamp(new DateOnly(2031, 5, d)) : null,
        PublishedFrom = day is null ? null : DateSource.Metadata,
        Bylines = text == 0 ? [new Byline("Tam Orrin", BylineKind.Person)] : [],
        Wires = text == 1 ? ["Coast Wire"] : [],
        Text = Texts[text],
    };

    private static Reading Read(int text, string path, Outlet? outlet, string? headline, int? day)
    {
        var paragraphs = Paragraphs(Texts[text]);
        return new Reading(
            Article(text, path, outlet, headline, day),
            new Document(Texts[text], [], [.. paragraphs.Select((span, i) => new Sentence(span, 0, 0, i))], paragraphs),
            [],
            [],
            [],
            [],
            [],
            []);
    }

    private static ImmutableArray<TextSpan> Paragraphs(string text)
    {
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        for (int start = 0, end; start < text.Length; start = end + 2)
        {
            end = text.IndexOf("\n\n", start, StringComparison.Ordinal) is >= 0 and var at ? at : text.Length;
            spans.Add(new TextSpan(start, end));
        }

        return spans.ToImmutable();
    }

    private static QuotePart Part(Reading reading, int article, int quote) => new(article, quote, reading.Quotes[quote].Extent);

    private static TextSpan Find(int text, string words)
    {
        var start = Texts[text].IndexOf(words, StringComparison.Ordinal);
        return start < 0 ? throw new ArgumentException($"“{words}” does not stand in text {text}.", nameof(words)) : new TextSpan(start, start + words.Length);
    }

    private static Citation Cite(int text, string words) => new(text, Find(text, words));

    private static Claim Claim(int text, string words, Stance stance, params ImmutableArray<string> sources) => new(Find(text, words), 0, stance, sources, [], null, "by-hand");

    private static Quote Quote(int text, QuoteKind kind, string words, string? cue, string? source, string? via = null) => new(
        kind,
        [Find(text, words)],
        cue is null ? null : Find(text, cue),
        source is null ? null : Find(text, source),
        null,
        kind == QuoteKind.Direct ? [Find(text, words)] : [],
        via is null ? [] : [new Via(via, Find(text, via))],
        "by-hand");
}
