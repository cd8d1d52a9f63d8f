using System.Collections.Immutable;
using System.Text;
using Variorum.Rendering;

namespace Variorum.Tests;

/// <summary>What holds of every account, whatever the articles say.</summary>
public sealed class Invariants
{
    private static readonly Dictionary<string, IReadOnlyList<Page>> Stories = new(StringComparer.Ordinal)
    {
        ["ferry"] = SampleStory.Pages,
        ["summit"] = Texts("summit"),
        ["strike"] = Texts("strike"),
    };

    private static readonly Dictionary<string, Lazy<IReadOnlyList<Account>>> Told =
        Stories.ToDictionary(s => s.Key, s => new Lazy<IReadOnlyList<Account>>(() => SampleStory.Tell(s.Value)), StringComparer.Ordinal);

    private static IEnumerable<Page> AllPages => Stories.Values.SelectMany(pages => pages);

    public static TheoryData<string> Names => [.. Stories.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_citation_resolves_to_words(string name)
    {
        foreach (var account in Tell(name))
        {
            Assert.All(Citations(account), c => Assert.True(Resolves(account.Story, c), $"{c} of {account.Title}"));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_line_cites(string name)
    {
        foreach (var account in Tell(name))
        {
            Assert.All(account.Brief, line => Assert.NotEmpty(line.Evidence));
            Assert.All(account.Timeline, entry => Assert.NotEmpty(entry.Evidence));
            Assert.All(account.Labels, set => Assert.True(set.Variants.Length >= 2));
            Assert.All(account.Conflicts, conflict => Assert.True(conflict.Values.Length >= 2 && conflict.Values.All(v => v.Evidence.Length > 0), conflict.About));
            Assert.All(account.Claims, group => Assert.NotEmpty(group.Evidence));
            Assert.All(account.Utterances, utterance => Assert.True(utterance.Quotes.Length > 0 && utterance.Wordings.Length > 0));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_brief_tells_no_words_twice(string name)
    {
        foreach (var account in Tell(name))
        {
            var told = account.Brief.Where(line => !account.Conflicts.Any(c => line.Text.Contains($": {c.About}: ", StringComparison.Ordinal))).ToList();
            Assert.All(told.Index(), line => Assert.DoesNotContain(
                told.Take(line.Index).SelectMany(before => before.Evidence),
                c => line.Item.Evidence.Any(e => e.Article == c.Article && e.Span.Overlaps(c.Span))));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Indices_point_at_something(string name)
    {
        foreach (var account in Tell(name))
        {
            var readings = account.Story.Readings;
            Assert.All(account.Claims.SelectMany(g => g.Evidence), e => Assert.InRange(e.Claim, 0, readings[e.Article].Claims.Length - 1));
            Assert.All(account.Claims.SelectMany(g => g.OmittedBy), a => Assert.InRange(a, 0, readings.Length - 1));
            Assert.All(account.Utterances.SelectMany(u => u.Quotes), q => Assert.InRange(q.Quote, 0, readings[q.Article].Quotes.Length - 1));
            Assert.All(account.Story.Entities.SelectMany(e => e.Chains), c => Assert.InRange(c.Chain, 0, readings[c.Article].Chains.Length - 1));
            Assert.All(account.Utterances, u => Assert.InRange(u.Speaker ?? 0, 0, Math.Max(0, account.Story.Entities.Length - 1)));
            Assert.All(account.Conflicts, k => Assert.InRange(k.Group ?? 0, 0, Math.Max(0, account.Claims.Length - 1)));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_stands_in_quotation_marks_that_no_source_has_there(string name)
    {
        foreach (var account in Tell(name))
        {
            var sources = account.Story.Readings.SelectMany(r => new[] { r.Article.Text, r.Article.Headline ?? "" }).ToList();
            var lines = account.Brief.Select(l => l.Text).Append(account.Title).Append(Markdown(account).Replace("**", "", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal))
                .Concat(Outlined(account)).Concat(account.Utterances.SelectMany(u => u.Wordings).Select(w => QuotedWords.Text(account.Story.Readings[w.Citation.Article], w.Citation.Span)));
            foreach (var words in lines.SelectMany(MarkedWords.Doubles).SelectMany(w => w.Split(" *(")[0].Split('…')).Where(w => w.Any(char.IsLetterOrDigit)))
            {
                Assert.True(sources.Exists(s => MarkedWords.Holds(s, words)), $"in no source between marks: {words}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_the_brief_quotes_stands_in_its_own_evidence(string name)
    {
        foreach (var account in Tell(name))
        {
            foreach (var line in account.Brief)
            {
                var cited = line.Evidence.Select(c => account.Story.Readings[c.Article].Article.Text).Distinct(StringComparer.Ordinal).ToList();
                Assert.All(MarkedWords.Doubles(line.Text), words => Assert.True(cited.Exists(s => MarkedWords.Holds(s, words)), line.Text));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Direct_speech_stands_in_quotation_marks(string name)
    {
        foreach (var reading in Tell(name).SelectMany(a => a.Story.Readings))
        {
            var marked = MarkedWords.Spans(reading.Article.Text, singles: true).ToList();
            Assert.All(reading.Quotes.SelectMany(q => q.Quoted), span => Assert.True(marked.Exists(m => m.Contains(span)), span.Of(reading.Article.Text)));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_article_is_in_one_family(string name)
    {
        foreach (var story in Tell(name).Select(a => a.Story))
        {
            Assert.Equal(Enumerable.Range(0, story.Readings.Length), story.Lineage.Families.SelectMany(f => f).Order());
            Assert.All(story.Lineage.Links, link => Assert.InRange(link.Share, 0, 1));
            Assert.All(story.Lineage.Links.SelectMany(l => l.Passages.Select(p => (l, p))), x => Assert.True(
                Resolves(story, new Citation(x.l.From, x.p.From)) && Resolves(story, new Citation(x.l.To, x.p.To))));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Agreement_counts_families_not_articles(string name)
    {
        foreach (var account in Tell(name))
        {
            var families = account.Story.Lineage.Families;
            Assert.All(account.Claims, g => Assert.Equal(families.Count(f => f.Any(a => g.Evidence.Any(e => e.Article == a))), g.Families));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_decision_names_its_rule(string name)
    {
        foreach (var account in Tell(name))
        {
            var rules = account.Claims.Select(c => c.Rule)
                .Concat(account.Conflicts.Select(c => c.Rule))
                .Concat(account.Labels.Select(l => l.Rule))
                .Concat(account.Utterances.Select(u => u.Rule))
                .Concat(account.Story.Lineage.Links.Select(l => l.Rule))
                .Concat(account.Story.Readings.SelectMany(RulesOf));

            Assert.All(rules.Distinct(StringComparer.Ordinal), rule => Assert.Matches("^[a-z0-9]+([-/][a-z0-9]+)*$", rule));
        }
    }

    [Fact]
    public void The_order_of_the_input_plays_no_part()
    {
        var readings = AllPages.Select(Reports.Pipeline.Read).ToList();
        var expected = Json(Tell(readings));

        Assert.Equal(expected, Json(Tell(readings.AsEnumerable().Reverse())));
        Assert.Equal(expected, Json(Tell(readings.Skip(4).Concat(readings.Take(4)))));
    }

    [Fact]
    public void Different_events_are_different_stories() =>
        Assert.Equal(Stories.Values.Select(s => s.Count).Order(), SampleStory.Tell(AllPages).Select(a => a.Story.Readings.Length).Order());

    [Fact]
    public void The_same_input_gives_the_same_bytes()
    {
        var first = SampleStory.Tell(AllPages);
        var again = AllPages.AsParallel().Select(page => new Pipeline(Reports.Models).Read(page)).ToList();
        var second = new Pipeline(Reports.Models).Group(again).Select(new Pipeline(Reports.Models).Tell).ToList();

        Assert.Equal(Json(first), Json(second));
        Assert.Equal(first.Select(Markdown), second.Select(Markdown));
    }

    private static IReadOnlyList<Page> Texts(string story) =>
        [.. Repository.Files($"test/Variorum.Tests/Stories/{story}", "*.txt").Select(f => new Page($"{story}/{Path.GetFileName(f)}", File.ReadAllBytes(f)))];

    private static IReadOnlyList<Account> Tell(string name) => name == "ferry" ? SampleStory.Accounts : Told[name].Value;

    private static IReadOnlyList<Account> Tell(IEnumerable<Reading> readings) => [.. Reports.Pipeline.Group(readings).Select(Reports.Pipeline.Tell)];

    private static IEnumerable<Citation> Citations(Account account) =>
    [
        .. account.Brief.SelectMany(l => l.Evidence),
        .. account.Timeline.SelectMany(t => t.Evidence),
        .. account.Labels.SelectMany(l => l.Variants),
        .. account.Conflicts.SelectMany(c => c.Values).SelectMany(v => v.Evidence),
        .. account.Utterances.SelectMany(u => u.Wordings).Select(w => w.Citation),
        .. account.Event.When?.Evidence ?? [],
        .. account.Event.Where?.Evidence ?? [],
        .. account.Event.What is { } what ? [what] : Array.Empty<Citation>(),
    ];

    private static IEnumerable<string> RulesOf(Reading reading) =>
    [
        .. reading.Mentions.Select(m => m.Rule),
        .. reading.Times.Select(t => t.Rule),
        .. reading.Quantities.Select(q => q.Rule),
        .. reading.Quotes.Select(q => q.Rule),
        .. reading.Claims.Select(c => c.Rule),
    ];

    private static bool Resolves(Story story, Citation citation) =>
        citation.Article >= 0 && citation.Article < story.Readings.Length
        && citation.Span.Start >= 0 && citation.Span.End <= story.Readings[citation.Article].Article.Text.Length
        && !string.IsNullOrWhiteSpace(citation.Span.Of(story.Readings[citation.Article].Article.Text));

    private static Edition Edition(IEnumerable<Account> accounts) => new("variorum 0.0.0", ImmutableSortedDictionary<string, string>.Empty, [.. accounts], []);

    private static string Json(IEnumerable<Account> accounts)
    {
        using var stream = new MemoryStream();
        AccountJson.Write(Edition(accounts), stream, indented: true);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>What the terminal prints, line by line.</summary>
    private static IEnumerable<string> Outlined(Account account)
    {
        return Outliner.Lay(Edition([account]), account).Sections.SelectMany(section => section.Items).SelectMany(Lines);

        static IEnumerable<string> Lines(OutlineItem item) => item.Details.SelectMany(Lines).Prepend(item.Text);
    }

    private static string Markdown(Account account)
    {
        using var stream = new MemoryStream();
        AccountMarkdown.Write(Edition([account]), stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
