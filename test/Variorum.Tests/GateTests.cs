using Variorum.Lab.Corpora;
using Variorum.Lab.Scoring;
using Xunit.Abstractions;

namespace Variorum.Tests;

/// <summary>The models are as good as they were on the project's own articles, and the gate says so where they are not.</summary>
public sealed class GateTests(ITestOutputHelper output)
{
    private static readonly HashSet<string> UniversalTags = [.. Enum.GetNames<PartOfSpeech>().Select(name => name.ToUpperInvariant())];

    private static readonly DirectoryInfo TrialFolder = new(Repository.At("lab", "trial"));

    [Fact]
    public void Models_reach_their_floors_on_the_articles_written_for_the_project()
    {
        var (code, table) = Run(new FileInfo(Repository.At("lab", "Variorum.Lab", "baseline.json")));

        output.WriteLine(table);
        Assert.True(code == 0, table);
        Assert.Contains("trial.las", table, StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_below_its_floor_or_without_a_measure_fails_the_gate()
    {
        var floors = Path.GetTempFileName();
        File.WriteAllText(floors, """{ "trial.las": 1.0, "trial.never-measured": 0.1, "trial.words": 0.5, "parser.las.ewt-dev": 1.0 }""");
        var (code, table) = Run(new FileInfo(floors));
        File.Delete(floors);

        Assert.Equal(1, code);
        Assert.Equal(["FALL trial.las", "FALL trial.never-measured", "ok trial.words"], table.Split('\n').Where(line => line.StartsWith("FALL", StringComparison.Ordinal) || line.StartsWith("ok", StringComparison.Ordinal)).Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[..2])));
    }

    [Fact]
    public void What_the_trial_measures_is_measured_once() =>
        Assert.DoesNotContain(Gate.StepsWithFloors(["trial.words", "extraction.body"]), step => step.Name == "trial");

    [Fact]
    public void A_folder_without_articles_is_no_trial()
    {
        var empty = Directory.CreateTempSubdirectory();
        Assert.Throws<InvalidDataException>(() => TrialScore.Score(empty, new DirectoryInfo(Repository.At("models"))).Any());
        empty.Delete();
    }

    [Fact]
    public void Every_article_can_be_rebuilt_from_its_words()
    {
        var sentences = Trial.Read(TrialFolder).SelectMany(text => text.Sentences).ToList();

        Assert.InRange(sentences.Count, 300, int.MaxValue);
        Assert.All(sentences, sentence => Assert.Equal(sentence.Text, string.Concat(sentence.Words.Select(word => word.Form + (word.SpaceAfter ? " " : ""))).TrimEnd()));
    }

    [Fact]
    public void Every_sentence_is_one_tree_without_a_cycle() => Assert.Empty(
        from text in Trial.Read(TrialFolder)
        from sentence in text.Sentences
        from fault in TreeFaults(sentence)
        select $"{text.Name}: {fault}: {sentence.Text}");

    [Fact]
    public void Tags_relations_and_names_are_known_ones() => Assert.Empty(
        from file in Repository.Files("lab/trial", "*.conllu")
        from line in File.ReadLines(file)
        where line.Length > 0 && char.IsAsciiDigit(line[0]) && !line.Split('\t')[0].Contains('-', StringComparison.Ordinal)
        from fault in CellFaults(line.Split('\t'))
        select $"{Repository.Name(file)}: {fault}: {line}");

    [Fact]
    public void Names_begin_before_they_go_on() => Assert.Empty(
        from text in Trial.Read(TrialFolder)
        from sentence in text.Sentences
        from i in Enumerable.Range(0, sentence.Words.Length)
        where sentence.Words[i].Name.StartsWith("I-", StringComparison.Ordinal) && (i == 0 || sentence.Words[i - 1].Name.Split('-')[^1] != sentence.Words[i].Name[2..])
        select $"{text.Name}: {sentence.Words[i].Form}: {sentence.Text}");

    private static (int Code, string Table) Run(FileInfo baseline)
    {
        using var table = new StringWriter { NewLine = "\n" };
        var code = Gate.Run(null, new DirectoryInfo(Path.Combine(AppContext.BaseDirectory, "models")), TrialFolder, baseline, table);
        return (code, table.ToString());
    }

    private static IEnumerable<string> TreeFaults(TreebankSentence sentence)
    {
        var words = sentence.Words;
        if (words.Count(word => word.Head == -1) != 1)
        {
            yield return "not one root";
        }

        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].Head < -1 || words[i].Head >= words.Length)
            {
                yield return $"{words[i].Form} has its head outside";
                continue;
            }

            if ((words[i].Head == -1) != (words[i].Relation == Relation.Root))
            {
                yield return $"{words[i].Form} is the root in one column";
            }

            if (words[i].Head >= 0 && words[words[i].Head].Upos == "PUNCT")
            {
                yield return $"{words[i].Form} hangs on punctuation";
            }

            var (at, steps) = (i, 0);
            while (at >= 0 && at < words.Length && steps <= words.Length)
            {
                (at, steps) = (words[at].Head, steps + 1);
            }

            if (steps > words.Length)
            {
                yield return $"{words[i].Form} is in a cycle";
            }
        }
    }

    private static IEnumerable<string> CellFaults(string[] cells)
    {
        if (cells.Length != 10)
        {
            yield return "not ten columns";
            yield break;
        }

        if (!UniversalTags.Contains(cells[3]))
        {
            yield return "universal tag";
        }

        if (PennTags.Parse(cells[4]) == PennTag.None)
        {
            yield return "Penn tag";
        }

        if (Relations.Parse(cells[7]).Name() != cells[7] || (cells[3] == "PUNCT") != (cells[7] == "punct"))
        {
            yield return "relation";
        }

        if (cells[2] is "" or "_")
        {
            yield return "no lemma";
        }

        if (cells[9].Split('|').FirstOrDefault(field => field.StartsWith("Entity=", StringComparison.Ordinal)) is { } name && name[9..] is not ("PER" or "ORG" or "LOC" or "EVENT" or "MISC"))
        {
            yield return "name";
        }
    }
}
