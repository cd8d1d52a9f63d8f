using Xunit.Sdk;

namespace Variorum.Tests;

public sealed class SpecsTests
{
    [Fact]
    public void Blocks_have_title_input_and_output()
    {
        var examples = Specs.Parse("# Loud\nabc\n--\nABC\n====\n\nx\n\ny\n--\n", "loud.txt");

        Assert.Equal([new("Loud", "abc", "ABC", 1), new(null, "x\n\ny", "", 7)], examples);
    }

    [Theory]
    [InlineData("")]
    [InlineData("====\n")]
    [InlineData("an input without its bar")]
    public void A_file_without_a_whole_example_fails(string text) =>
        Assert.ThrowsAny<XunitException>(() => Specs.Parse(text, "broken.txt"));

    [Fact]
    public void A_difference_is_shown_line_by_line()
    {
        var report = Specs.Report("loud.txt", new("Loud", "abc", "A\nB\nC", 4), "A\nX\nC");

        Assert.Equal("specs/loud.txt:4 Loud\n    abc\n  A\n- B\n+ X\n  C", report);
    }

    [Fact]
    public void Every_file_is_run_by_a_test()
    {
        var tests = string.Concat(Repository.Files("test", "*.cs").Select(Repository.Text));
        var idle = Repository.Files("specs", "*.txt").Select(f => Repository.Name(f)["specs/".Length..]).Where(name => !tests.Contains($"\"{name}\"", StringComparison.Ordinal));

        Assert.Empty(idle);
    }
}
