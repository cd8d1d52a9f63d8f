using System.Globalization;
using System.Runtime.InteropServices;
using Variorum.Annotating;
using Variorum.Learning;

namespace Variorum.Clustering;

/// <summary>Takes from an article what tells its story from others.</summary>
/// <remarks>
/// <para><b>Method.</b> Words are cut as everywhere, brought to lower case and to a stem; no grammar is needed, so that a
/// stream of articles can be put into stories before any is read closely. Terms weigh by log frequency times rarity in the
/// news at large, and the heaviest under each view are kept.</para>
/// <para><b>Cost.</b> Linear in the text. One instance serves one thread.</para>
/// </remarks>
internal sealed class StorySketcher(WordTable words)
{
    private const int LeadTokens = 60;
    private const int FigureTokens = 200;
    private const int LongestWord = 40;
    private const int MostStems = 1 << 20;

    /// <summary>Most words of a text are among so many.</summary>
    private const int Recent = 1 << 13;

    /// <summary>A word that this share of articles holds says nothing of what they tell: the rarity below which it is left out.</summary>
    private const float LeastRarity = 1.386f;

    /// <summary>Two capitalised words together are rare; how rare is not known of each.</summary>
    private const float PairRarity = 5.5f;

    /// <summary>Figures recur by chance (days, hours, sums) more than words of the same rarity do.</summary>
    private const float FigureShare = 0.5f;

    private const int MostOfWhole = 60;
    private const int MostOfOther = 40;
    private const int MostTold = 20;

    /// <summary>Two names tell more than one, but every pair is rare.</summary>
    private const float PairShare = 0.8f;

    private const uint PairTemplate = 7;

    private static readonly float[] Logs = [0, .. Enumerable.Range(1, 255).Select(count => 1 + MathF.Log(count))];

    private readonly Dictionary<ulong, (uint Term, float Rarity)> stems = [];
    private readonly TermTable table = new();
    private readonly DigestCutter cutter = new(words);
    private readonly List<TextSpan> tokens = [];
    private readonly (ulong Key, uint Term, float Rarity)[] recent = new (ulong, uint, float)[Recent];
    private readonly List<ulong> ranked = [];
    private readonly List<int> slots = [];
    private readonly List<uint> kept = [];
    private readonly byte[] bytes = new byte[TermTable.Faces * (MostOfWhole + (6 * MostOfOther)) * TermSet.Width];

    public StorySketch Sketch(Article article)
    {
        var sketch = SketchWhole(article);
        var parts = cutter.Cut();
        return parts.Count == 0 ? sketch : sketch.InParts(parts.ConvertAll(part => SketchWhole(article with { Headline = null, Text = article.Text[part.Start..part.End] })));
    }

    private StorySketch SketchWhole(Article article)
    {
        table.Clear();
        var headline = article.Headline ?? "";
        tokens.Clear();
        Tokenizer.Split(headline, new TextSpan(0, headline.Length), tokens);
        CountHeadline(headline);
        var length = tokens.Count;
        tokens.Clear();
        var paragraphs = ParagraphSplitter.Split(article.Text);
        paragraphs.ForEach(paragraph => Tokenizer.Split(article.Text, paragraph, tokens));
        cutter.Begin(paragraphs);

        CountText(article.Text);
        return Make(article, length + tokens.Count);
    }

    /// <summary>The number of a page, by its hash.</summary>
    public static ulong IdOf(string sha256) =>
        sha256.Length >= 16 && ulong.TryParse(sha256.AsSpan(0, 16), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var id)
            ? id
            : ((ulong)FeatureHash.Of(sha256) << 32) | FeatureHash.Of(1, FeatureHash.Of(sha256));

    private void CountHeadline(string headline)
    {
        foreach (var token in tokens)
        {
            if (Meet(headline, token, 0) is var slot and >= 0)
            {
                table.Add(slot, TermFace.Whole, 3);
                table.Add(slot, TermFace.Lead, 1);
                table.Add(slot, TermFace.Headline, 1);
            }
        }
    }

    private void CountText(string text)
    {
        var (before, isStart, last, lastStart) = (0, true, 0u, 0);
        foreach (var token in tokens)
        {
            var first = text[token.Start];
            isStart |= token.Start > 0 && text[token.Start - 1] == '\n';
            if (!char.IsLetterOrDigit(first))
            {
                isStart |= first is '.' or '!' or '?' or ':' or '"' or '“';
                continue;
            }

            var isName = char.IsUpper(first);
            var slot = Meet(text, token, 1);
            if (slot >= 0)
            {
                Count(slot, before, isName && !isStart, char.IsAsciiDigit(first));
                if (!char.IsAsciiDigit(first))
                {
                    cutter.Note(token.Start, slot, table.Term(slot), table.RarityOf(slot), isName && !isStart);
                }

                if (isName && last != 0)
                {
                    table.Add(table.Meet(FeatureHash.Of(PairTemplate, last, table.Term(slot)), PairRarity, new TextSpan(lastStart, token.End)), TermFace.NamePairs, 1);
                }
            }

            lastStart = slot >= 0 ? token.Start : lastStart;
            last = !isName ? 0 : slot >= 0 ? table.Term(slot) : last;
            before++;
            isStart = false;
        }
    }

    private void Count(int slot, int before, bool isName, bool isFigure)
    {
        var isLead = before < LeadTokens;
        table.Add(slot, TermFace.Whole, isLead ? 2 : 1);
        if (isLead)
        {
            table.Add(slot, TermFace.Lead, 1);
        }

        if (isName)
        {
            table.Add(slot, TermFace.Names, 1);
            if (isLead)
            {
                table.Add(slot, TermFace.LeadNames, 1);
            }
        }

        if (isFigure && before < FigureTokens)
        {
            table.Add(slot, TermFace.Figures, 1);
        }
    }

    /// <summary>The slot of a word's stem; -1 for what is no word. <paramref name="part"/>: 0 the headline, 1 the text.</summary>
    private int Meet(string text, TextSpan token, int part)
    {
        var form = text.AsSpan(token.Start, token.Length);
        if (form.Length is < 2 or > LongestWord || !char.IsLetterOrDigit(form[0]))
        {
            return -1;
        }

        var (term, rarity) = Stem(form);
        return table.Meet(term, rarity, part == 0 ? default : token);
    }

    /// <summary>A word in lower case; where the news at large does not know it, without the ending that hides one that it knows.</summary>
    private (uint Term, float Rarity) Stem(ReadOnlySpan<char> form)
    {
        var key = 14695981039346656037UL;
        foreach (var c in form)
        {
            key = (key ^ (c < 128 ? c is >= 'A' and <= 'Z' ? (char)(c | 32) : c : char.ToLowerInvariant(c))) * 1099511628211UL;
        }

        ref var last = ref recent[key >> (64 - 13)];
        if (last.Key == key)
        {
            return (last.Term, last.Rarity);
        }

        if (!stems.TryGetValue(key, out var stem))
        {
            var word = form.ToString().ToLowerInvariant();
            var known = words.Find(word) >= 0 ? word : WordEndings.Strip(word, w => words.Find(w) >= 0) ?? word;
            stem = (WordTable.KeyOf(known), words.Idf(known) * (char.IsAsciiDigit(form[0]) ? FigureShare : 1));
            if (stems.Count >= MostStems)
            {
                stems.Clear();
            }

            stems.Add(key, stem);
        }

        last = (key, stem.Term, stem.Rarity);
        return stem;
    }

    private StorySketch Make(Article article, int length)
    {
        kept.Clear();
        for (var face = 0; face < TermTable.Faces; face++)
        {
            Rank((TermFace)face);
        }

        var (terms, places) = (kept.ToArray(), Enumerable.Range(0, kept.Count).ToArray());
        Array.Sort(terms, places);
        var weights = new byte[kept.Count * TermSet.Width];
        for (var at = 0; at < places.Length; at++)
        {
            bytes.AsSpan(places[at] * TermSet.Width, TermSet.Width).CopyTo(weights.AsSpan(at * TermSet.Width));
        }

        return new StorySketch
        {
            Id = IdOf(article.Sha256),
            Path = article.Path,
            Published = article.Published,
            Day = (article.Dateline?.Date ?? article.Published?.Date)?.DayNumber,
            Length = length,
            Terms = new TermSet(terms, weights),
            Weekdays = DayHints.Weekdays(article.Text, tokens),
            Dates = DayHints.Dates(article.Text, tokens),
            Words = Tell(article.Text),
        };
    }

    /// <summary>The terms that tell most, as printed, names before other words.</summary>
    private string Tell(string text)
    {
        ranked.Clear();
        slots.Clear();
        foreach (var slot in table.Used)
        {
            var (whole, names, pairs) = (table.Count(slot, TermFace.Whole), table.Count(slot, TermFace.Names), table.Count(slot, TermFace.NamePairs));
            if (table.Place(slot).Length > 1 && (pairs > 1 || names > 0))
            {
                Note(slot, (pairs > 0 ? PairShare * Grown(pairs) : Grown(Math.Max(1, whole))) * table.RarityOf(slot));
            }
        }

        Sort();
        var told = slots.Take(MostTold).Select(slot => text.AsSpan(table.Place(slot).Start, table.Place(slot).Length).ToString());
        return string.Join('\n', told.Where(word => !word.Contains('\n', StringComparison.Ordinal)));
    }

    /// <summary>Keeps the heaviest terms of a view, brought to unit length together.</summary>
    private void Rank(TermFace face)
    {
        ranked.Clear();
        slots.Clear();
        foreach (var slot in table.Used)
        {
            if (table.Count(slot, face) is > 0 and var count && table.RarityOf(slot) is var rarity && rarity >= LeastRarity)
            {
                Note(slot, Grown(count) * rarity);
            }
        }

        Sort();
        var most = Math.Min(ranked.Count, face == TermFace.Whole ? MostOfWhole : MostOfOther);
        var square = 0.0;
        for (var i = 0; i < most; i++)
        {
            square += Weight(i) * Weight(i);
        }

        for (var i = 0; i < most; i++)
        {
            ref var number = ref table.Kept(slots[i]);
            if (number == 0)
            {
                kept.Add(table.Term(slots[i]));
                number = (short)kept.Count;
                bytes.AsSpan((number - 1) * TermSet.Width, TermSet.Width).Clear();
                bytes[((number - 1) * TermSet.Width) + TermSet.Rarity] = (byte)Math.Min(255, table.RarityOf(slots[i]) * StorySketch.RarityScale);
            }

            bytes[((number - 1) * TermSet.Width) + (int)face] = (byte)Math.Round(255 * Weight(i) / Math.Sqrt(square));
        }
    }

    private static float Grown(int count) => count < Logs.Length ? Logs[count] : 1 + MathF.Log(count);

    /// <summary>Takes a term into the ranks. Weights are positive, so that their bits stand in their order.</summary>
    private void Note(int slot, float weight)
    {
        ranked.Add(((ulong)~BitConverter.SingleToUInt32Bits(weight) << 32) | table.Term(slot));
        slots.Add(slot);
    }

    /// <summary>The heaviest first, of equals the lowest term.</summary>
    private void Sort() => CollectionsMarshal.AsSpan(ranked).Sort(CollectionsMarshal.AsSpan(slots));

    private float Weight(int rank) => BitConverter.UInt32BitsToSingle(~(uint)(ranked[rank] >> 32));
}
