namespace Variorum.Quoting;

/// <summary>Reads a report's spans off the labels of its sentence, and follows its content into the sentences around.</summary>
internal static class ReportSpans
{
    /// <summary>The report; null where the labels hold no cue or no content.</summary>
    public static FoundReport? Read(ReportScene scene, ReadOnlySpan<ReportLabel> labels)
    {
        var document = scene.Text.Document;
        var inner = labels[1..(scene.Length - 1)];
        var cue = Runs(document, scene.Sentence, inner, ReportLabels.IsCue);
        var content = Runs(document, scene.Sentence, inner, ReportLabels.IsContent);
        if (labels[0] == ReportLabel.Content)
        {
            content.InsertRange(0, Before(scene.Text, scene.Sentence));
        }

        if (labels[scene.Length - 1] == ReportLabel.Content)
        {
            content.AddRange(Behind(scene.Text, scene.Sentence.End));
        }

        return cue.Count == 0 || content.Count == 0
            ? null
            : new FoundReport(scene.Cue, 0, [.. Runs(document, scene.Sentence, inner, ReportLabels.IsSource)], [.. cue], [.. Join(document.Text, content)]);
    }

    private static List<TextSpan> Runs(Document document, Sentence sentence, ReadOnlySpan<ReportLabel> labels, Func<ReportLabel, bool> isWanted)
    {
        var runs = new List<TextSpan>();
        for (var i = 0; i < labels.Length; i++)
        {
            if (!isWanted(labels[i]))
            {
                continue;
            }

            var start = i;
            while (i + 1 < labels.Length && isWanted(labels[i + 1]))
            {
                i++;
            }

            runs.Add(new TextSpan(document.Tokens[sentence.First + start].Start, document.Tokens[sentence.First + i].End));
        }

        return runs;
    }

    /// <summary>What stands before a sentence: the marked stretch that ends there or runs into it, else the sentence.</summary>
    private static IEnumerable<TextSpan> Before(ReportText text, Sentence sentence)
    {
        if (sentence.First == 0)
        {
            yield break;
        }

        var mark = text.Marks[sentence.First - 1];
        var before = text.Document.Sentences[text.Document.SentenceAt(text.Document.Tokens[sentence.First - 1].Start)];
        yield return mark < 0 ? before.Span : new TextSpan(text.Marked[mark].Outer.Start, Math.Min(text.Marked[mark].Outer.End, sentence.Span.Start));
    }

    /// <summary>What stands behind a sentence: the marked stretch that begins there or runs on from it, else the sentence.</summary>
    private static IEnumerable<TextSpan> Behind(ReportText text, int at)
    {
        while (at < text.Marks.Length)
        {
            var mark = text.Marks[at];
            var sentence = text.Document.Sentences[text.Document.SentenceAt(text.Document.Tokens[at].Start)];
            var end = mark < 0 ? sentence.Span.End : text.Marked[mark].Outer.End;
            yield return new TextSpan(text.Document.Tokens[at].Start, end);
            var next = text.Document.TokenAt(end);
            if (mark < 0 || next <= at || next >= text.Marks.Length || text.Marks[next] is not (>= 0 and var following) || !text.Marked[following].Resumes)
            {
                yield break;
            }

            at = next;
        }
    }

    /// <summary>Parts with nothing but blanks between them become one.</summary>
    private static List<TextSpan> Join(string text, List<TextSpan> parts)
    {
        var joined = new List<TextSpan>();
        foreach (var part in parts)
        {
            if (joined.Count > 0 && part.Start - joined[^1].End is var gap && (gap <= 0 || text.AsSpan(joined[^1].End, gap) is " "))
            {
                joined[^1] = joined[^1].Union(part);
            }
            else
            {
                joined.Add(part);
            }
        }

        return joined;
    }
}
