using Variorum.Lab.Corpora;
using Variorum.Quoting;

namespace Variorum.Lab.Training;

/// <summary>News read by several teachers, whose mean is what a network learns from besides the marked articles.</summary>
/// <remarks><b>Method.</b> Uptraining (Petrov, Chang, Ringgaard and Alshawi, 2010), the teachers as one ensemble.</remarks>
internal static class SilverReports
{
    private const ulong Seed = 20250102;

    private const int Teachers = 3;

    /// <summary>One article of so many is read, so that all outlets and years are there.</summary>
    private const int ReadOneOf = 60;

    /// <summary>Longer articles, in UTF-16 units, are left out.</summary>
    private const int Longest = 10_000;

    /// <summary>News, analysed.</summary>
    public static ReportText[] Read(DirectoryInfo data, Models models, UsageTable usages) =>
        [.. NewsText.Read(data).Where((text, number) => number % ReadOneOf == 0 && text.Length <= Longest).Select(text => AttributedText.Analyse("", text, models, usages))];

    /// <summary>A network that learnt from marked articles and from what teachers, who learnt from these, make of news.</summary>
    /// <param name="marked">Articles, with the spotter's odds.</param>
    /// <param name="news">Analysed texts.</param>
    /// <param name="spotter">Sets the odds of these.</param>
    public static IEnumerable<(string Name, byte[] Content)> Learn(IReadOnlyCollection<LabelledText> marked, ReportText[] news, CueSpotter spotter)
    {
        if (news.Length == 0)
        {
            return ReportLearner.Learn(marked, Seed);
        }

        var teachers = new ReportLabeller([.. Enumerable.Range(1, Teachers).Select(number => AttributionTrainer.Network(ReportLearner.Learn(marked, Seed + (ulong)number)))]);
        var room = teachers.Room();
        return ReportLearner.Learn([.. marked, .. news.Select(Label)], Seed);

        LabelledText Label(ReportText text)
        {
            spotter.Spot(text);
            return SilverReports.Label(text, teachers, room);
        }
    }

    private static LabelledText Label(ReportText text, ReportLabeller teachers, ReportRoom[] room)
    {
        teachers.Encode(text, new TextRange(0, text.Forms.Length), 0, room);
        var roles = new byte[text.Forms.Length];
        Span<int> scores = stackalloc int[ReportShape.Roles];
        for (var word = 0; word < roles.Length; word++)
        {
            teachers.Roles(room, word, scores);
            for (byte role = 1; role < scores.Length; role++)
            {
                roles[word] = scores[role] > scores[roles[word]] ? role : roles[word];
            }
        }

        var labels = new Dictionary<int, byte[]>();
        ReportExample.EachScene(text, scene =>
        {
            var best = new ReportLabel[scene.Length];
            var isReport = teachers.Label(scene, room, best) > 0;
            labels.Add(scene.Cue, [.. best.Select(label => isReport ? (byte)label : (byte)0)]);
        });
        return new LabelledText(text, roles, scene => labels[scene.Cue]);
    }
}
