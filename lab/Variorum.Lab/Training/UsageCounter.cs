using Variorum.Annotating;
using Variorum.Lab.Corpora;
using Variorum.Learning;
using Variorum.Quoting;

namespace Variorum.Lab.Training;

/// <summary>Compiles what verbs and nouns mean, from WordNet, and counts what they do, over news.</summary>
internal sealed class UsageCounter
{
    /// <summary>One article of so many is read.</summary>
    private const int ReadOneOf = 40;

    /// <summary>A lemma seen fewer times has no habits.</summary>
    private const int Rarest = 8;

    /// <summary>A lemma seen fewer times is left out.</summary>
    private const int RarestKept = 2;

    private const int Habits = 6;

    private readonly Dictionary<uint, int[]> counts = [];

    /// <summary>The table's section.</summary>
    public static SortedDictionary<uint, Usage> Count(DirectoryInfo data, Models models)
    {
        var counter = new UsageCounter();
        var annotator = new Annotator(models);
        foreach (var text in NewsText.Read(data).Where((_, index) => index % ReadOneOf == 0))
        {
            var document = annotator.Annotate(text);
            counter.Add(new ReportText(document, QuotationMarks.Pair(document.Text, document.Paragraphs), [], models, UsageTable.Read([])));
        }

        return counter.Compile(data);
    }

    private void Add(ReportText text)
    {
        var tokens = text.Document.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            var isVerb = tokens[i].Penn.IsVerb();
            if (!isVerb && tokens[i].Penn is not (PennTag.NN or PennTag.NNS))
            {
                continue;
            }

            var key = UsageTable.KeyOf(text.Lemmas[i], isVerb);
            if (!counts.TryGetValue(key, out var sums))
            {
                counts.Add(key, sums = new int[Habits + 1]);
            }

            var habits = HabitsOf(text, i, isVerb);
            for (var habit = 0; habit < Habits; habit++)
            {
                sums[habit] += habits[habit] ? 1 : 0;
            }

            sums[Habits]++;
        }
    }

    /// <summary>What a verb or noun does here: takes a clause, an infinitive, marks, somebody, a thing, or stands aside.</summary>
    private static bool[] HabitsOf(ReportText text, int at, bool isVerb)
    {
        ref readonly var family = ref text.Families[at];
        var tokens = text.Document.Tokens;
        return
        [
            family.Has(Relation.ClausalComplement) || (!isVerb && family.Has(Relation.NounClause)),
            family.Has(Relation.OpenComplement),
            IsBesideMarks(text, at),
            family.Has(Relation.Possessive) || (family.Subject >= 0 && IsPerson(tokens[family.Subject].Penn)),
            family.Has(Relation.Object) || (!isVerb && family.Has(Relation.Oblique)),
            family.Has(Relation.Parataxis) || tokens[at].Relation == Relation.Parataxis,
        ];
    }

    private static bool IsPerson(PennTag tag) => tag is PennTag.NNP or PennTag.NNPS or PennTag.PRP;

    private static bool IsBesideMarks(ReportText text, int at)
    {
        for (var i = Math.Max(0, at - 2); i <= Math.Min(text.Marks.Length - 1, at + 3); i++)
        {
            if (text.Marks[at] < 0 && text.Marks[i] >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private SortedDictionary<uint, Usage> Compile(DirectoryInfo data)
    {
        var cuts = Enumerable.Range(0, Habits).Select(Cuts).ToArray();
        var usages = new SortedDictionary<uint, Usage>();
        var senses = WordNetSenses.Read(data);
        foreach (var (word, (sense, verb)) in senses)
        {
            var lemma = FeatureHash.Of(word.Lemma);
            var key = UsageTable.KeyOf(lemma, word.IsVerb);
            if (!counts.TryGetValue(key, out var sums) || sums[Habits] < RarestKept)
            {
                continue;
            }

            usages[key] = new Usage(sense, verb is null ? lemma : FeatureHash.Of(verb), HabitOf(sums, cuts));
        }

        return usages;
    }

    /// <summary>Three cuts that part the lemmas seen often enough into those that hardly, seldom, often and mostly do a thing.</summary>
    private double[] Cuts(int habit)
    {
        var shares = counts.Values.Where(sums => sums[Habits] >= Rarest).Select(sums => (double)sums[habit] / sums[Habits]).Order().ToArray();
        return shares.Length == 0 ? [1, 1, 1] : [shares[shares.Length / 2], shares[shares.Length * 4 / 5], shares[shares.Length * 19 / 20]];
    }

    private static uint HabitOf(int[] sums, double[][] cuts)
    {
        if (sums[Habits] < Rarest)
        {
            return 0;
        }

        var habits = 1u;
        for (var habit = 0; habit < Habits; habit++)
        {
            var share = (double)sums[habit] / sums[Habits];
            habits = habits << 2 | (uint)cuts[habit].Count(cut => share > cut);
        }

        return habits;
    }
}
