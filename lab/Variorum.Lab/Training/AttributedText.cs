using System.Collections.Immutable;
using Variorum.Annotating;
using Variorum.Lab.Corpora;
using Variorum.Quoting;

namespace Variorum.Lab.Training;

/// <summary>An article with its analysis, and what the people's attributions ask of each word.</summary>
/// <param name="Article">The article as marked.</param>
/// <param name="Text">Its analysis.</param>
/// <param name="Roles">For each word its role in whatever report: none, source, cue, content.</param>
/// <param name="ByHead">The attributions by the main word of their cue.</param>
/// <param name="ByWord">The attributions by every word of their cue.</param>
internal sealed record AttributedText(AttributedArticle Article, ReportText Text, byte[] Roles, Dictionary<int, MarkedAttribution> ByHead, Dictionary<int, MarkedAttribution> ByWord)
{
    /// <summary>Analyses an article.</summary>
    public static AttributedText Of(AttributedArticle article, Models models, UsageTable usages)
    {
        var text = Analyse(article.Id, article.Text, models, usages);
        var (byHead, byWord) = Aim(article, text.Document);
        return new AttributedText(article, text, RolesOf(article, text.Document), byHead, byWord);
    }

    /// <summary>Analyses a text that nobody has marked.</summary>
    public static ReportText Analyse(string id, string text, Models models, UsageTable usages)
    {
        var document = new Annotator(models).Annotate(text);
        var marked = QuotationMarks.Pair(document.Text, document.Paragraphs);
        return new ReportText(document, marked, new MentionFinder(models).Find(new Article { Path = id, Sha256 = "", Text = text }, document).Mentions, models, usages);
    }

    /// <summary>What is to be learnt from it.</summary>
    public LabelledText Labelled => new(Text, Roles, scene => ReportTarget.Labels(scene, ByHead.GetValueOrDefault(scene.Cue) ?? ByWord.GetValueOrDefault(scene.Cue)));

    /// <summary>Whether a report's content is an attribution's: they share half of their union, leaving out what people marked in sentences that the report does not touch, which follows by rule.</summary>
    public bool IsContentOf(FoundReport report, MarkedAttribution attribution)
    {
        var first = Math.Min(report.Content[0].Start, report.Cue[0].Start);
        var last = Math.Max(report.Content[^1].End, report.Cue[^1].End);
        var sentences = Text.Document.Sentences;
        var from = sentences[Math.Max(0, Text.Document.SentenceAt(first))].Span.Start;
        var to = sentences[Math.Max(0, Text.Document.SentenceAt(last - 1))].Span.End;
        ImmutableArray<TextSpan> near = [.. attribution.Content.Select(part => new TextSpan(Math.Max(part.Start, from), Math.Min(part.End, to))).Where(part => part.End > part.Start)];
        return Scoring.AttributionScore.Share(near, report.Content) >= 0.5;
    }

    private static (Dictionary<int, MarkedAttribution> ByHead, Dictionary<int, MarkedAttribution> ByWord) Aim(AttributedArticle article, Document document)
    {
        var (byHead, byWord) = (new Dictionary<int, MarkedAttribution>(), new Dictionary<int, MarkedAttribution>());
        foreach (var attribution in article.Attributions.Where(attribution => !attribution.Cue.IsEmpty && !attribution.Content.IsEmpty))
        {
            var words = attribution.Cue.SelectMany(span => Words(document, span)).ToArray();
            if (words.Length > 0)
            {
                byHead.TryAdd(HeadOf(document, words), attribution);
                foreach (var word in words)
                {
                    byWord.TryAdd(word, attribution);
                }
            }
        }

        return (byHead, byWord);
    }

    private static IEnumerable<int> Words(Document document, TextSpan span)
    {
        var (first, end) = document.TokensOf(span);
        return Enumerable.Range(first, Math.Max(0, end - first));
    }

    /// <summary>The word of a cue that all its others hang on; of "went on to discuss" the last verb.</summary>
    private static int HeadOf(Document document, int[] words)
    {
        var roots = words.Where(word => !words.Contains(document.Tokens[word].Head)).ToArray();
        var head = roots.Where(word => document.Tokens[word].Penn.IsVerb()).Append(roots.FirstOrDefault(words[0])).First();
        for (var i = 0; i < words.Length; i++)
        {
            var below = words.Where(word => document.Tokens[word].Head == head && document.Tokens[word].Relation == Relation.OpenComplement && document.Tokens[word].Penn.IsVerb()).ToArray();
            head = below.Length > 0 ? below[0] : head;
        }

        return head;
    }

    /// <summary>The role of each word in whatever report: where roles of several meet, the cue before the source before the content.</summary>
    private static byte[] RolesOf(AttributedArticle article, Document document)
    {
        var roles = new byte[document.Tokens.Length];
        var ordered = article.Attributions.Select(a => (a.Content, Role: (byte)3)).Concat(article.Attributions.Select(a => (a.Source, (byte)1))).Concat(article.Attributions.Select(a => (a.Cue, (byte)2)));
        foreach (var (spans, role) in ordered)
        {
            foreach (var word in spans.SelectMany(span => Words(document, span)))
            {
                roles[word] = role;
            }
        }

        return roles;
    }
}
