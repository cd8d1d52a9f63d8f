using FsCheck;
using FsCheck.Fluent;
using Variorum.Annotating;

namespace Variorum.Tests;

public sealed class TokenizerTests
{
    private static readonly string[] Pieces =
        ["the", " ", "\n", "\n\n", ".", "?", "!", "'", "’", "\"", "”", "“", "-", "--", "—", "...", "…", "U.S.", "Mr.", "5", ",000", "$", "%", "@a", "#b", "http://x.y/", "n't", "'s", "(", ")", "é", "e\u0301", "😀", "\uD83D", "\uDE00", "\u200B", "\r", "\t", "A", "i", "&", "/", ":", "a@b.c", "\0"];

    [Theory]
    [InlineData("I don't know", "I|do|n't|know")]
    [InlineData("Iran’s and the U.S.'s own", "Iran|’s|and|the|U.S.|'s|own")]
    [InlineData("She cannot go.", "She|can|not|go|.")]
    [InlineData("an Iran-backed co-founder, aged ninety-nine", "an|Iran|-|backed|co-founder|,|aged|ninety|-|nine")]
    [InlineData("October 22-24, 10:30 a.m.", "October|22|-|24|,|10:30|a.m.")]
    [InlineData("$5,000.50 (about 12%)", "$|5,000.50|(|about|12|%|)")]
    [InlineData("Mr. J. K. Rowe met Gen. Oak vs. St. Ash", "Mr.|J.|K.|Rowe|met|Gen.|Oak|vs.|St.|Ash")]
    [InlineData("It was Plan B. The end", "It|was|Plan|B|.|The|end")]
    [InlineData("See https://a.example/b?c=1, or x.y@z.org.", "See|https://a.example/b?c=1|,|or|x.y@z.org|.")]
    [InlineData("“Why?!” asked @mayor_1 #news…", "“|Why|?!|”|asked|@mayor_1|#news|…")]
    [InlineData("the officials' cars -- 5pm, the '90s, 20th, 9/11", "the|officials|'|cars|--|5|pm|,|the|'90s|,|20th|,|9/11")]
    [InlineData("No. 5. He said no.", "No.|5|.|He|said|no|.")]
    [InlineData("ERIE, Pa. (AP) - A man", "ERIE|,|Pa.|(|AP|)|-|A|man")]
    [InlineData("Really.? No!!! ... why...?", "Really|.?|No|!!!|...|why|...|?")]
    [InlineData("Fun :-) (8:) :(( or x:D", "Fun|:-)|(|8|:|)|:((|or|x|:|D")]
    [InlineData("$$$ // ==--- >> a++", "$$$|//|==---|>>|a|++")]
    [InlineData("w/o th- them, re- and w/ it", "w/o|th-|them|,|re-|and|w/|it")]
    [InlineData("Its a day, its own day; dont stop, im IM", "It|s|a|day|,|its|own|day|;|do|nt|stop|,|i|m|IM")]
    [InlineData("the 1970's map of 2031's end, Plan.PDF, .doc, sci.space.news, Stop.Com", "the|1970's|map|of|2031|'s|end|,|Plan.PDF|,|.doc|,|sci.space.news|,|Stop.Com")]
    [InlineData("Call 3-5551 or ash@orvan, at Halden L.P..", "Call|3-5551|or|ash@orvan|,|at|Halden|L.P.|.")]
    public void Splits(string text, string expected) => Assert.Equal(expected, string.Join('|', Tokens(text)));

    [Fact]
    public void TokensRebuildTheText()
    {
        var text = Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces));
        Prop.ForAll(text.ToArbitrary(), Rebuilds).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void TokensRebuildAnyText() => Prop.ForAll<string>(text => Rebuilds(text ?? "")).QuickCheckThrowOnFailure();

    private static bool Rebuilds(string text)
    {
        var at = 0;
        foreach (var span in Spans(text))
        {
            while (at < span.Start)
            {
                if (!Letters.IsBlank(text[at++]))
                {
                    return false;
                }
            }

            if (span.Start != at || span.IsEmpty || text[span.Start..span.End].Any(Letters.IsBlank))
            {
                return false;
            }

            at = span.End;
        }

        return text[at..].All(Letters.IsBlank);
    }

    private static IEnumerable<string> Tokens(string text) => Spans(text).Select(span => span.Of(text));

    private static List<TextSpan> Spans(string text)
    {
        var spans = new List<TextSpan>();
        Tokenizer.Split(text, new TextSpan(0, text.Length), spans);
        return spans;
    }
}
