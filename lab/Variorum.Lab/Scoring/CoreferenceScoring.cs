using Variorum.Annotating;
using Variorum.Lab.Corpora;

namespace Variorum.Lab.Scoring;

/// <summary>Measures coreference against GUM: its development part, all genres, and the genres of its train part that nothing is trained on.</summary>
/// <remarks>
/// <para>Pronouns, roles and names: a mention is right where the nearest mention in its chain that can tell what it is (for a
/// pronoun a name or role, for the others a name) is the same thing to people. "precision" is over the mentions that were
/// joined to one, "recall" over those that people joined to one.</para>
/// <para>"lea" is the link-based entity-aware measure (Moosavi and Strube, 2016) over persons and organisations of two
/// mentions and more.</para>
/// </remarks>
internal static class CoreferenceScoring
{
    private static readonly (string Name, string[] Forms)[] Pronouns =
    [
        ("he-she", ["he", "him", "his", "himself", "she", "her", "hers", "herself"]),
        ("they", ["they", "them", "their", "themselves"]),
        ("it", ["it", "its", "itself"]),
    ];

    public static IEnumerable<Figure> Score(DirectoryInfo data, DirectoryInfo models, Action<string>? misses = null)
    {
        var loaded = Models.Load(name => File.OpenRead(Path.Combine(models.FullName, name)));
        foreach (var (name, texts) in new[] { ("gum-dev", ChainedText.Dev(data)), ("gum-other", ChainedText.Other(data)) })
        {
            foreach (var figure in Score([.. texts.Select(text => Read(text, loaded))], name, misses))
            {
                yield return figure;
            }
        }

        yield return new Figure("coreference.sources.polnear-dev", SourceScore.Of(data, loaded));
    }

    private static IEnumerable<Figure> Score(ChainMatch[] texts, string on, Action<string>? misses) =>
    [
        .. Pronouns.SelectMany(pronouns => ScorePronouns(texts, pronouns.Forms, misses).Figures($"coreference.{pronouns.Name}", on)),
        .. ScoreNamed(texts, MentionKind.Role, gold => gold.HeadTag == "NOUN", misses).Figures("coreference.roles", on),
        .. ScoreNamed(texts, MentionKind.Name, gold => gold.IsName, misses).Figures("coreference.names", on),
        new Figure($"coreference.lea.{on}", LinkScore.Of(texts)),
    ];

    /// <summary>Runs the program on a marked text.</summary>
    public static ChainMatch Read(ChainedText text, Models models)
    {
        var article = new Article { Path = text.Name, Sha256 = "", Text = text.Text };
        var (mentions, chains) = new MentionFinder(models).Find(article, new Annotator(models).Annotate(text.Text));
        return new ChainMatch(text, mentions, chains);
    }

    private static Tally ScorePronouns(ChainMatch[] texts, string[] forms, Action<string>? misses)
    {
        var tally = default(Tally);
        foreach (var text in texts)
        {
            var isTold = text.Text.Mentions.Where(gold => !gold.IsPronoun).Select(gold => gold.Entity).ToHashSet(StringComparer.Ordinal);
            tally.Gold += text.Text.Mentions.Count(gold => gold.IsPronoun && forms.Contains(gold.Span.Of(text.Text.Text), StringComparer.OrdinalIgnoreCase) && isTold.Contains(gold.Entity));
            for (var i = 0; i < text.Mentions.Length; i++)
            {
                if (text.Mentions[i].Kind == MentionKind.Pronoun && forms.Contains(text.Mentions[i].Span.Of(text.Text.Text), StringComparer.OrdinalIgnoreCase))
                {
                    Count(ref tally, text, i, other => other.Kind != MentionKind.Pronoun, misses);
                }
            }
        }

        return tally;
    }

    private static Tally ScoreNamed(ChainMatch[] texts, MentionKind kind, Func<GoldMention, bool> isGold, Action<string>? misses)
    {
        var tally = default(Tally);
        foreach (var text in texts)
        {
            var named = new HashSet<string>(StringComparer.Ordinal);
            foreach (var gold in text.Text.Mentions.OrderBy(gold => gold.Span))
            {
                tally.Gold += gold.Type is "person" or "organization" or "place" && isGold(gold) && named.Contains(gold.Entity) ? 1 : 0;
                _ = gold.IsName && named.Add(gold.Entity);
            }

            for (var i = 0; i < text.Mentions.Length; i++)
            {
                var at = i;
                if (text.Mentions[i].Kind == kind && text.Mentions[i].Type is not (EntityType.Event or EntityType.Other))
                {
                    Count(ref tally, text, i, other => other.Kind == MentionKind.Name && (kind == MentionKind.Role || other.Span < text.Mentions[at].Span), misses);
                }
            }
        }

        return tally;
    }

    private static void Count(ref Tally tally, ChainMatch text, int mention, Func<Mention, bool> kind, Action<string>? misses)
    {
        var antecedent = text.Antecedent(mention, kind);
        if (antecedent < 0)
        {
            misses?.Invoke($"open\t{text.Text.Name}\t{Around(text, text.Mentions[mention])}");
            return;
        }

        tally.Joined++;
        if (text.IsRight(mention, kind))
        {
            tally.Right++;
            return;
        }

        misses?.Invoke($"wrong\t{text.Text.Name}\t{text.Mentions[mention].Rule}\t{text.Mentions[antecedent].Span.Of(text.Text.Text)}\t{text[mention]?.Entity} {text[antecedent]?.Entity}\t{Around(text, text.Mentions[mention])}");
    }

    private static string Around(ChainMatch text, Mention mention)
    {
        var (whole, span) = (text.Text.Text, mention.Span);
        return $"{whole[Math.Max(0, span.Start - 160)..span.Start]}[[{span.Of(whole)}]]{whole[span.End..Math.Min(whole.Length, span.End + 40)]}".Replace('\n', ' ');
    }

    private struct Tally
    {
        public int Gold;
        public int Joined;
        public int Right;

        public readonly IEnumerable<Figure> Figures(string name, string on) =>
        [
            new($"{name}.precision.{on}", Joined == 0 ? 0 : (double)Right / Joined),
            new($"{name}.recall.{on}", Gold == 0 ? 0 : (double)Right / Gold),
        ];
    }
}
