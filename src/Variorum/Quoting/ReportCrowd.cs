namespace Variorum.Quoting;

/// <summary>What the likely reports of a text have in common.</summary>
internal sealed class ReportCrowd
{
    /// <summary>Candidates whose heads stand this near are neighbours.</summary>
    private const int Neighbours = 40;

    private readonly Dictionary<uint, int> _sources = [];
    private readonly Dictionary<uint, int> _verbs = [];
    private readonly List<int> _sure = [];

    public ReportCrowd(ReportText text, IEnumerable<ReportCandidate> candidates)
    {
        foreach (var candidate in candidates.Where(candidate => candidate.Odds > 0))
        {
            var (source, verb) = Keys(text, candidate);
            _sources[source] = _sources.GetValueOrDefault(source) + 1;
            _verbs[verb] = _verbs.GetValueOrDefault(verb) + 1;
            _sure.Add(candidate.Report.Head);
        }

        _sure.Sort();
        var words = Math.Max(1, text.Forms.Length);
        Density = (uint)Math.Min(15, _sure.Count * 300 / words);
        var (marked, self) = (0, 0);
        for (var i = 0; i < text.Forms.Length; i++)
        {
            marked += text.Marks[i] >= 0 ? 1 : 0;
            self += text.Marks[i] < 0 && text.Document.Tokens[i].Penn == PennTag.PRP && text.Document.Form(i) is "I" or "we" or "We" ? 1 : 0;
        }

        (Marks, Self) = ((uint)(marked * 10 / words), (uint)Math.Min(9, self * 400 / words));
    }

    /// <summary>How thick the likely reports stand.</summary>
    public uint Density { get; }

    /// <summary>How much of the text stands in marks.</summary>
    public uint Marks { get; }

    /// <summary>How much its writer speaks of herself.</summary>
    public uint Self { get; }

    /// <summary>How many other likely reports have the same word for who.</summary>
    public uint SameSource(ReportText text, ReportCandidate candidate) => Others(_sources, Keys(text, candidate).Source, candidate);

    /// <summary>How many other likely reports have the same word of reporting.</summary>
    public uint SameVerb(ReportText text, ReportCandidate candidate) => Others(_verbs, Keys(text, candidate).Verb, candidate);

    /// <summary>How many likely reports stand near.</summary>
    public uint Near(ReportCandidate candidate)
    {
        var from = _sure.BinarySearch(candidate.Report.Head - Neighbours);
        var count = 0u;
        for (var i = from < 0 ? ~from : from; i < _sure.Count && _sure[i] <= candidate.Report.Head + Neighbours && count < 6; i++)
        {
            count += _sure[i] == candidate.Report.Head ? 0u : 1u;
        }

        return count;
    }

    private static uint Others(Dictionary<uint, int> counts, uint key, ReportCandidate candidate) =>
        (uint)Math.Clamp(counts.GetValueOrDefault(key) - (candidate.Odds > 0 ? 1 : 0), 0, 5);

    private static (uint Source, uint Verb) Keys(ReportText text, ReportCandidate candidate)
    {
        var report = candidate.Report;
        var last = report.Source.IsEmpty ? -1 : text.Document.TokensOf(report.Source[^1]).End - 1;
        return (last < 0 ? 0 : text.Lemmas[last], text.Usages[report.Head].Verb);
    }
}
