using Variorum.Lab.Corpora;
using Variorum.Lab.Training;
using Variorum.Learning;
using Variorum.Quoting;

namespace Variorum.Tests.Quoting;

/// <summary>The models that find attributions, learnt from two invented articles by heart.</summary>
public sealed class AttributionTrainerTests
{
    /// <summary>How often the articles are repeated: every fold has seen them, and no feature is rare.</summary>
    private const int Copies = 24;

    private static readonly AttributedArticle[] Two =
    [
        Marked(
            "{s:The harbour board} {q:said} {c:that the old bridge would close in May}. Two ships lay at the quay. {c:“Nobody will lose their work,”} {s:Mayor Ada Lind} {q:told} reporters.",
            "a"),
        Marked(
            "Rain fell on Velm for a week. {q:According to} {s:the water office}, {c:the river stood at four metres}. {s:The farmers of the valley} {q:fear} {c:another flood}.",
            "b"),
    ];

    private static readonly Lazy<byte[]> Learnt = new(Bytes);

    [Fact]
    public void LearnsTwoArticlesByHeartAndKeepsThemWhenReloaded()
    {
        var model = ModelFile.Read("attribution", _ => new MemoryStream(Learnt.Value));
        var (finder, usages) = (ReportFinder.Read(model), UsageTable.Read(model.Section("usages")));
        foreach (var article in Two)
        {
            var found = finder.Find(AttributedText.Of(article, Reports.Models, usages).Text).Outer;
            Assert.Equal(article.Attributions.Select(wanted => Words(article, wanted)), found.Select(report => Words(article, new MarkedAttribution(report.Source, report.Cue, report.Content))));
        }
    }

    [Fact]
    public void TheSameArticlesGiveTheSameBytes() => Assert.Equal(Learnt.Value, Bytes());

    private static byte[] Bytes()
    {
        var usages = UsageTable.Write([]);
        var texts = Enumerable.Repeat(Two, Copies).SelectMany(two => two).Select(article => AttributedText.Of(article, Reports.Models, UsageTable.Read(usages))).ToArray();
        using var stream = new MemoryStream();
        ModelFile.Write(stream, "attribution", AttributionTrainer.Train(texts, [], usages));
        return stream.ToArray();
    }

    private static string Words(AttributedArticle article, MarkedAttribution attribution) => string.Join(" | ", new[] { attribution.Source, attribution.Cue, attribution.Content }
        .Select(spans => string.Join(" … ", spans.Select(span => span.Of(article.Text)))));

    /// <summary>An article whose attributions are marked in it: a source, a cue and a content each, in whatever order.</summary>
    private static AttributedArticle Marked(string marked, string id)
    {
        var text = new System.Text.StringBuilder();
        var (attributions, open, parts) = (new List<MarkedAttribution>(), default((char Role, int Start)?), new Dictionary<char, TextSpan>());
        for (var i = 0; i < marked.Length; i++)
        {
            if (marked[i] == '{')
            {
                open = (marked[i + 1], text.Length);
                i += 2;
            }
            else if (marked[i] == '}')
            {
                parts[open!.Value.Role] = new TextSpan(open.Value.Start, text.Length);
                if (parts.Count == 3)
                {
                    attributions.Add(new MarkedAttribution([parts['s']], [parts['q']], [parts['c']]));
                    parts.Clear();
                }
            }
            else
            {
                text.Append(marked[i]);
            }
        }

        return new AttributedArticle(id, text.ToString(), [.. attributions.OrderBy(attribution => attribution.Cue[0].Start)]);
    }
}
