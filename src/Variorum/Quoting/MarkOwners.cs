namespace Variorum.Quoting;

/// <summary>Gives a stretch in marks that several reports took to one of them: words are said once.</summary>
/// <remarks><b>Method.</b> To the report whose cue stands in the stretch's own sentences, then to the nearest. A report that
/// loses all it had is none; what it told of the way goes to the other, if both have one speaker.</remarks>
internal static class MarkOwners
{
    /// <summary>Changes the drafts, and takes those off that are left without content.</summary>
    public static void Settle(QuoteScene scene, List<QuoteDraft> drafts)
    {
        var shared = drafts.SelectMany(draft => draft.Marks.Select(mark => (mark, draft))).ToLookup(pair => pair.mark, pair => pair.draft);
        foreach (var owners in shared.Where(owners => owners.Skip(1).Any()).OrderBy(owners => owners.Key))
        {
            var outer = scene.Marked[owners.Key].Outer;
            var claimants = owners.Where(draft => draft.Marks.Contains(owners.Key) && IsWhole(draft, scene.InnerOf(owners.Key))).ToList();
            var winner = claimants.MinBy(draft => (IsBeside(scene, draft, outer) ? 0 : 1, Distance(draft, outer), draft.Head));
            foreach (var loser in claimants.Where(draft => draft != winner))
            {
                Take(loser, winner!, owners.Key, scene.InnerOf(owners.Key));
            }
        }

        drafts.RemoveAll(draft => draft.Quote.Content.IsEmpty);
    }

    /// <summary>Whether the stretch is a part of its own: within a reported clause it stays where it is.</summary>
    private static bool IsWhole(QuoteDraft draft, TextSpan inner) => draft.Quote.Content.Contains(inner);

    private static bool IsBeside(QuoteScene scene, QuoteDraft draft, TextSpan outer)
    {
        var document = scene.Document;
        var sentence = document.SentenceAt(document.Tokens[draft.Head].Start);
        return sentence >= document.SentenceAt(outer.Start) && sentence <= document.SentenceAt(outer.End - 1);
    }

    private static int Distance(QuoteDraft draft, TextSpan outer) =>
        draft.Quote.Cue is not { } cue ? int.MaxValue : cue.End <= outer.Start ? outer.Start - cue.End : Math.Max(0, cue.Start - outer.End);

    private static void Take(QuoteDraft loser, QuoteDraft winner, int mark, TextSpan inner)
    {
        var quote = loser.Quote;
        var quoted = quote.Quoted.Remove(inner);
        loser.Marks.Remove(mark);
        loser.Quote = quote with
        {
            Content = quote.Content.Remove(inner),
            Kind = quoted.IsEmpty ? QuoteKind.Indirect : quote.Kind,
            Quoted = quoted,
            Marked = quote.Marked with { Content = quote.Marked.Content.RemoveAll(part => part.Contains(inner) && part.Length <= inner.Length + 4) },
        };
        if (loser.Quote.Content.IsEmpty && (quote.Speaker is null || winner.Quote.Speaker is null || quote.Speaker == winner.Quote.Speaker))
        {
            winner.Quote = winner.Quote with { Via = ViaFinder.Join(winner.Quote.Via.AddRange(quote.Via)) };
        }
    }
}
