using System.Globalization;
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

    private readonly Dictionary<ulong, (uint Term, float Rarity)> stems = [];
    private readonly TermTable table = new();
    private readonly List<TextSpan> tokens = [];
    private readonly List<(float Weight, uint Term, int Slot)> ranked = [];
    private readonly SortedDictionary<uint, int> kept = [];
    private readonly byte[] bytes = new byte[TermTable.Faces * (MostOfWhole + (6 * MostOfOther)) * StorySketch.Width];

    public StorySketch Sketch(Article article)
    {
        table.Clear();
        var headline = article.Headline ?? "";
        tokens.Clear();
        Tokenizer.Split(headline, new TextSpan(0, headline.Length), tokens);
        CountHeadline(headline);
        var length = tokens.Count;
        tokens.Clear();
        foreach (var paragraph in ParagraphSplitter.Split(article.Text))
        {
            Tokenizer.Split(article.Text, paragraph, tokens);
        }

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

        return stem;
    }

    private StorySketch Make(Article article, int length)
    {
        kept.Clear();
        for (var face = 0; face < TermTable.Faces; face++)
        {
            Rank((TermFace)face);
        }

        var terms = new uint[kept.Count];
        var weights = new byte[kept.Count * StorySketch.Width];
        var at = 0;
        foreach (var (term, place) in kept)
        {
            terms[at] = term;
            bytes.AsSpan(place * StorySketch.Width, StorySketch.Width).CopyTo(weights.AsSpan(at * StorySketch.Width));
            at++;
        }

        return new StorySketch
        {
            Id = IdOf(article.Sha256),
            Path = article.Path,
            Published = article.Published,
            Day = (article.Dateline?.Date ?? article.Published?.Date)?.DayNumber,
            Length = length,
            Terms = terms,
            Weekdays = DayHints.Weekdays(article.Text, tokens),
            Dates = DayHints.Dates(article.Text, tokens),
            Weights = weights,
            Words = Tell(article.Text),
        };
    }

    /// <summary>The terms that tell most, as printed, names before other words.</summary>
    private string Tell(string text)
    {
        ranked.Clear();
        foreach (var slot in table.Used)
        {
            var (whole, names, pairs) = (table.Count(slot, TermFace.Whole), table.Count(slot, TermFace.Names), table.Count(slot, TermFace.NamePairs));
            var weight = pairs > 0 ? PairShare * (1 + MathF.Log(pairs)) : 1 + MathF.Log(Math.Max(1, whole));
            if (table.Place(slot).Length > 1 && (pairs > 1 || names > 0))
            {
                ranked.Add((weight * table.RarityOf(slot), table.Term(slot), slot));
            }
        }

        ranked.Sort(static (l, r) => l.Weight != r.Weight ? r.Weight.CompareTo(l.Weight) : l.Term.CompareTo(r.Term));
        var told = ranked.Take(MostTold).Select(r => text.AsSpan(table.Place(r.Slot).Start, table.Place(r.Slot).Length).ToString());
        return string.Join('\n', told.Where(word => !word.Contains('\n', StringComparison.Ordinal)));
    }

    /// <summary>Keeps the heaviest terms of a view, brought to unit length together.</summary>
    private void Rank(TermFace face)
    {
        ranked.Clear();
        foreach (var slot in table.Used)
        {
            var (count, rarity, place) = (table.Count(slot, face), table.RarityOf(slot), table.Place(slot));
            if (count > 0 && rarity >= LeastRarity)
            {
                ranked.Add(((1 + MathF.Log(count)) * rarity, table.Term(slot), slot));
            }
        }

        ranked.Sort(static (l, r) => r.Weight != l.Weight ? r.Weight.CompareTo(l.Weight) : l.Term.CompareTo(r.Term));
        var most = Math.Min(ranked.Count, face == TermFace.Whole ? MostOfWhole : MostOfOther);
        var square = 0.0;
        for (var i = 0; i < most; i++)
        {
            square += ranked[i].Weight * ranked[i].Weight;
        }

        for (var i = 0; i < most; i++)
        {
            var (weight, term, slot) = ranked[i];
            if (!kept.TryGetValue(term, out var place))
            {
                kept.Add(term, place = kept.Count);
                bytes.AsSpan(place * StorySketch.Width, StorySketch.Width).Clear();
                bytes[(place * StorySketch.Width) + StorySketch.Rarity] = (byte)Math.Min(255, table.RarityOf(slot) * StorySketch.RarityScale);
            }

            bytes[(place * StorySketch.Width) + (int)face] = (byte)Math.Round(255 * weight / Math.Sqrt(square));
        }
    }
}
