namespace Variorum.Quoting;

/// <summary>Gives the paragraphs of one long quotation to the report that stands at its end.</summary>
/// <remarks><b>Method.</b> Each paragraph opens with a mark, only the last closes: who is named there, behind the closing mark, said all of it
/// ("“We built it. ¶ “It holds,” Lind said"). Paragraphs that a report took before keep theirs.</remarks>
internal static class RunOnMarks
{
    /// <summary>Adds to the drafts what stands before their own stretch of the same quotation.</summary>
    /// <returns>The stretches that have a report.</returns>
    public static HashSet<int> Join(QuoteScene scene, List<QuoteDraft> drafts)
    {
        var owners = new Dictionary<int, QuoteDraft>();
        foreach (var draft in drafts)
        {
            draft.Marks.ForEach(mark => owners.TryAdd(mark, draft));
        }

        var torn = new HashSet<int>();
        foreach (var draft in drafts.Where(draft => IsTorn(scene, draft.Quote)))
        {
            torn.Add(scene.MarkFrom(draft.Quote.Cue!.Value.Start));
            draft.Quote = draft.Quote with { IsNested = false };
        }

        for (var first = 0; first < scene.Marked.Length; first++)
        {
            var last = first;
            while (last + 1 < scene.Marked.Length && scene.Marked[last].GoesOn && scene.Marked[last + 1].Resumes)
            {
                last++;
            }

            var taken = first;
            while (taken <= last && !owners.ContainsKey(taken))
            {
                taken++;
            }

            if (taken <= last && !torn.Contains(first) && OpensParagraph(scene, first) && scene.Document.Text[scene.Marked[first].Outer.Start] == scene.Document.Text[scene.Marked[taken].Outer.Start])
            {
                Extend(scene, owners, first, taken);
            }

            first = last;
        }

        return [.. owners.Keys, .. torn];
    }

    /// <summary>Whether a report's words begin a stretch left open in which its cue stands: the closing mark was lost ("“We sail, <i>Lind said</i>. ¶ “…").</summary>
    private static bool IsTorn(QuoteScene scene, Quote quote) =>
        quote is { Speaker: not null, Act: QuoteAct.Said, Cue: { } cue } && scene.IsMarked(cue) && scene.Marked[scene.MarkFrom(cue.Start)] is { GoesOn: true } stretch && quote.Content[0].Start <= stretch.Inner.Start && quote.Content[0].End < cue.Start;

    private static void Extend(QuoteScene scene, Dictionary<int, QuoteDraft> owners, int first, int taken)
    {
        var owner = owners[taken];
        for (var mark = first; mark < taken && owner.Marks.Count < QuoteDraft.MostParts; mark++)
        {
            if (scene.InnerOf(mark) is { IsEmpty: false } inner)
            {
                owner.Extend(mark, inner);
                owners.Add(mark, owner);
            }
        }
    }

    /// <summary>A stretch behind other words of its paragraph goes with them.</summary>
    private static bool OpensParagraph(QuoteScene scene, int mark)
    {
        var start = scene.Marked[mark].Outer.Start;
        var paragraph = scene.Document.Paragraphs[scene.Document.Sentences[Math.Max(0, scene.Document.SentenceAt(start))].Paragraph];
        return scene.Document.Text.AsSpan(paragraph.Start, start - paragraph.Start).IsWhiteSpace();
    }
}
