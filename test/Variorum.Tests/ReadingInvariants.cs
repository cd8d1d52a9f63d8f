using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace Variorum.Tests;

/// <summary>What holds of every reading, whatever the text.</summary>
public sealed class ReadingInvariants
{
    /// <summary>Pieces of which odd texts are made: names, cues, numbers, dates, marks that open and never close.</summary>
    private static readonly string[] Pieces =
    [
        "“", "”", "\"", "‘", "’", "'", "«", "»", "(", ")", "[", "]", "...", "…", ".", ",", ":", ";", "?", "!", "—", "-", " ", " ", " ", " ", "\n\n", "\n", "\t", "\u00a0", "\u200b", "\ufeff",
        "said", "Ilir Marku", "Prime Minister Hanne Rud", "he", "she", "they", "according to", "told Nordtel", "was quoted as saying by", "denied that", "who", "the ministry", "a spokesman",
        "40", "at least", "1,100", "$1.2bn", "3.5 percent", "May 16", "on Friday", "2031-05-16", "June 3-4", "last week", "dozens of", "LAKE BEL, May 16 (Kestrel) -", "LAKE BEL:", "By Ada Quill",
        "The river is older than our quarrels", "villages", "water", "not", "may", "reportedly", "Mr", "Dr.", "U.S.", "e.g.", "O’Neill", "don't", "https://example.org/a?b=c", "@kestrel", "#tarn", "😀", "مرحبا", "水", "é", "\u0301", "\ud83d", "\0",
    ];

    public static TheoryData<string> OddTexts =>
    [
        "", " ", "\n\n\n", "\"", "“", "”””", "''''''", "“““a”", "\"a\" \"b\" \"c", ".", "...", "— — —", "\ud83d", "\udc00\ud83d", "\0\0\0", "A", "said", "\"\" said he.", "“” he said.",
        "“He said: ‘She said: “They said: ‘No’” and left’”", "(((((((((((((((((((", "1,2,3,4,5,6,7,8,9", "2031-02-30 and 31 June and 99:99", "at least at least at least 5",
        "he he he he he he", "Mr. Mr. Mr.", "\r\n\r\n\r", "a\u2028b\u2029c", "By By By", "LONDON (", "(Reuters) -", "\ufeffText after a mark.",
    ];

    [Theory]
    [MemberData(nameof(OddTexts))]
    public void An_odd_text_is_read_without_a_fall(string text)
    {
        Check(Reports.Read(text, "2031-05-17"));
        Check(Reports.ReadPage(text));
        Check(Reports.ReadPage("<html><body><article><p>" + text + "</p></article></body></html>", "report.html"));
    }

    [Fact]
    public void Any_heap_of_pieces_is_read_without_a_fall()
    {
        var texts = Gen.ArrayOf(Gen.Elements(Pieces)).Select(string.Concat).Resize(120);
        Prop.ForAll(Arb.From(texts), text => Check(Reports.Read(text, "2031-05-17"))).Check(Config.QuickThrowOnFailure.WithMaxTest(150).WithReplay(20310516, 12345));
    }

    [Fact]
    public void Any_two_heaps_of_pieces_give_an_account()
    {
        var texts = Gen.ArrayOf(Gen.Elements(Pieces)).Select(string.Concat).Resize(80);
        Prop.ForAll(Arb.From(texts), Arb.From(texts), (left, right) =>
        {
            foreach (var story in Reports.Pipeline.Group([Reports.Read(left, "2031-05-17"), Reports.Read(right)]))
            {
                Reports.Pipeline.Tell(story);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(20310517, 12347));
    }

    [Fact]
    public void The_samples_are_read_in_order()
    {
        foreach (var reading in SampleStory.Account.Story.Readings)
        {
            Check(reading);
        }
    }

    private static void Check(Reading reading)
    {
        var text = reading.Article.Text;
        CheckDocument(reading.Document, text);
        InOrder("mention", text, reading.Mentions.Select(m => m.Span));
        InOrder("time", text, reading.Times.Select(t => t.Span));
        InOrder("quantity", text, reading.Quantities.Select(q => q.Span));
        InOrder("claim", text, reading.Claims.Select(c => c.Span));
        InOrder("quote", text, reading.Quotes.Select(q => q.Extent));
        Assert.All(reading.Mentions, m => Assert.True(m.Span.Contains(m.Name) && m.Chain >= -1 && m.Chain < reading.Chains.Length));
        for (var chain = 0; chain < reading.Chains.Length; chain++)
        {
            Assert.NotEmpty(reading.Chains[chain].Mentions);
            Assert.All(reading.Chains[chain].Mentions, m => Assert.Equal(chain, reading.Mentions[m].Chain));
        }

        Assert.All(reading.Quotes, quote => CheckQuote(quote, reading));
        Assert.All(reading.Claims, claim =>
        {
            Assert.InRange(claim.Sentence, 0, reading.Document.Sentences.Length - 1);
            Assert.InRange(claim.Quote ?? 0, 0, Math.Max(0, reading.Quotes.Length - 1));
        });
    }

    private static void CheckDocument(Document document, string text)
    {
        Assert.Equal(text, document.Text);
        Disjoint("token", text, document.Tokens.Select(t => t.Span));
        Disjoint("sentence", text, document.Sentences.Select(s => s.Span));
        Disjoint("paragraph", text, document.Paragraphs);
        var next = 0;
        Assert.All(document.Sentences, s =>
        {
            Assert.Equal(next, s.First);
            Assert.True(s.End > s.First);
            Assert.Equal(document.Tokens[s.First].Start, s.Span.Start);
            Assert.Equal(document.Tokens[s.End - 1].End, s.Span.End);
            Assert.InRange(s.Paragraph, 0, document.Paragraphs.Length - 1);
            next = s.End;
        });
        Assert.Equal(document.Tokens.Length, next);
    }

    private static void CheckQuote(Quote quote, Reading reading)
    {
        var text = reading.Article.Text;
        Assert.NotEmpty(quote.Content);
        Disjoint("content", text, quote.Content);
        Disjoint("quoted", text, quote.Quoted);
        Assert.All(quote.Quoted, part => Assert.Contains(quote.Content, c => c.Contains(part)));
        Assert.All(quote.Content, part => Assert.False((quote.Cue?.Overlaps(part) ?? false) || (quote.Source?.Overlaps(part) ?? false), $"{quote} in {text}"));
        Assert.False(quote.Cue is { } cue && quote.Source is { } source && cue.Overlaps(source), $"{quote} in {text}");
        Assert.InRange(quote.Speaker ?? 0, 0, Math.Max(0, reading.Chains.Length - 1));
        if (quote.Kind == QuoteKind.Indirect)
        {
            Assert.Empty(quote.Quoted);
        }
        else
        {
            Assert.NotEmpty(quote.Quoted);
        }
    }

    private static void InOrder(string what, string text, IEnumerable<TextSpan> spans)
    {
        var list = Inside(what, text, spans);
        Assert.True(list.SequenceEqual(list.OrderBy(s => s.Start)), $"{what} out of order in {text}");
    }

    private static void Disjoint(string what, string text, IEnumerable<TextSpan> spans)
    {
        var list = Inside(what, text, spans);
        Assert.True(list.Zip(list.Skip(1)).All(p => p.First.End <= p.Second.Start), $"{what} overlaps in {text}");
    }

    private static ImmutableArray<TextSpan> Inside(string what, string text, IEnumerable<TextSpan> spans)
    {
        ImmutableArray<TextSpan> list = [.. spans];
        Assert.All(list, s => Assert.True(s.Start >= 0 && s.End <= text.Length && s.Length > 0, $"{what} {s} outside {text}"));
        return list;
    }
}
