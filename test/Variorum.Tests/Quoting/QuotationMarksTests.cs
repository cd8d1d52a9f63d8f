using FsCheck;
using FsCheck.Fluent;
using Variorum.Quoting;

namespace Variorum.Tests.Quoting;

public sealed class QuotationMarksTests
{
    [Fact]
    public void Worked_examples() => Specs.Run("quoting/marks.txt", text => Specs.Lines(Pair(text).Select(marked =>
        (marked.Resumes ? ">" : "") + marked.Inner.Of(text) + (marked.GoesOn ? ">" : ""))));

    [Fact]
    public void Stretches_lie_in_the_text_in_order_and_apart() => Check.QuickThrowOnFailure(Prop.ForAll(
        Texts.Arbitrary(),
        text => Pair(text) is var found && IsApart(found, text) && QuotationMarks.PairWide(text, Reports.Read(text).Document.Paragraphs) is var wide && IsApart(wide, text) && wide.Length >= found.Length));

    private static bool IsApart(System.Collections.Immutable.ImmutableArray<Marked> found, string text) =>
        found.All(marked => marked.Outer.Contains(marked.Inner) && !marked.Inner.IsEmpty && marked.Outer.Start >= 0 && marked.Outer.End <= text.Length)
        && found.Zip(found.Skip(1)).All(pair => pair.First.Outer.End <= pair.Second.Outer.Start);

    private static System.Collections.Immutable.ImmutableArray<Marked> Pair(string text) => QuotationMarks.Pair(text, Reports.Read(text).Document.Paragraphs);
}
