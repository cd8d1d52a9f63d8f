using Variorum.Annotating;
using Variorum.Lab.Corpora;

namespace Variorum.Lab.Scoring;

/// <summary>How well names of persons, organisations and places are found: a name counts where span and type are right.</summary>
internal static class NameScore
{
    private static readonly EntityType[] Types = [EntityType.Person, EntityType.Organisation, EntityType.Place];

    public static IEnumerable<Figure> Score(DirectoryInfo data, DirectoryInfo models)
    {
        var loaded = Models.Load(file => File.OpenRead(Path.Combine(models.FullName, file)));
        TellSpeed(loaded, data);
        return Score(loaded, NamedText.Read(data, "ner/uner-ewt.dev.iob2.gz"), "uner-ewt-dev")
            .Concat(Score(loaded, NamedText.Read(data, "ner/crossner-politics.dev.iob2.gz", 1), "politics-dev"))
            .Concat(Score(loaded, SilverNames.Read(data, "dev", 1), "polnear-silver-dev"));
    }

    private static void TellSpeed(Models models, DirectoryInfo data)
    {
        var documents = SilverNames.Read(data, "dev", 1).Select(text => NameCorpus.Cut(text.Text)).ToArray();
        var best = TimeSpan.MaxValue;
        for (var round = 0; round < 12; round++)
        {
            var before = Environment.CpuUsage.TotalTime;
            foreach (var document in documents)
            {
                models.Names.Tag(models.Names.Look(document));
            }

            var spent = Environment.CpuUsage.TotalTime - before;
            best = spent < best ? spent : best;
        }

        Console.WriteLine($"{best.TotalMicroseconds / documents.Sum(document => document.Tokens.Length):0.00} microseconds a word, names alone");
    }

    /// <summary>The figures on texts whose names are marked.</summary>
    public static IEnumerable<Figure> Score(Models models, IEnumerable<NamedText> texts, string set)
    {
        var counts = new Dictionary<EntityType, (int Right, int Found, int Gold)>();
        var spans = (Right: 0, Found: 0, Gold: 0);
        foreach (var text in texts)
        {
            var article = new Article { Path = set, Sha256 = "", Text = text.Text };
            var found = new MentionFinder(models).Find(article, new Annotator(models).Annotate(text.Text)).Mentions
                .Where(m => m.Kind == MentionKind.Name && Types.Contains(m.Type)).Select(m => (m.Name, m.Type)).ToHashSet();
            var gold = text.Names.Select(n => (n.Span, Type: TypeOf(n.Label))).Where(n => Types.Contains(n.Type)).ToList();
            foreach (var type in Types)
            {
                var was = counts.GetValueOrDefault(type);
                counts[type] = (was.Right + gold.Count(n => n.Type == type && found.Contains(n)), was.Found + found.Count(f => f.Type == type), was.Gold + gold.Count(n => n.Type == type));
            }

            var places = found.Select(f => f.Name).ToHashSet();
            spans = (spans.Right + gold.Count(n => places.Contains(n.Span)), spans.Found + places.Count, spans.Gold + gold.Count);
        }

        yield return new Figure($"names.span-f1.{set}", F1(spans));
        yield return new Figure($"names.f1.{set}", F1(counts.Values.Aggregate((a, b) => (a.Right + b.Right, a.Found + b.Found, a.Gold + b.Gold))));
        foreach (var type in Types)
        {
            yield return new Figure($"names.f1.{set}.{type.ToString().ToLowerInvariant()}", F1(counts[type]));
        }
    }

    private static EntityType TypeOf(string label) => label switch
    {
        "PER" or "person" or "politician" => EntityType.Person,
        "ORG" or "organisation" or "politicalparty" => EntityType.Organisation,
        "LOC" or "location" or "country" => EntityType.Place,
        _ => EntityType.Other,
    };

    private static double F1((int Right, int Found, int Gold) c) => c.Right == 0 ? 0 : 2.0 * c.Right / (c.Found + c.Gold);
}
