using System.Text.RegularExpressions;

namespace Variorum.Tests;

/// <summary>What the documents say of the code is true of it.</summary>
public sealed partial class Documents
{
    private static readonly IReadOnlyList<string> All = [.. Repository.Files(".", "*.md")];

    [Fact]
    public void Every_term_is_a_type_and_every_record_a_term()
    {
        var text = Repository.Text(Repository.At("docs", "terms.md"));
        var types = typeof(Pipeline).Assembly.GetExportedTypes().Where(t => t.Namespace == nameof(Variorum)).ToList();
        var terms = TableTerm().Matches(text).Select(m => m.Groups["term"].Value).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(terms.Except(types.Select(t => t.Name), StringComparer.Ordinal));
        Assert.Equal([], types.Where(HouseRules.IsRecord).Select(t => t.Name).Where(name => !text.Contains($"`{name}`", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_problem_code_is_explained()
    {
        var text = Repository.Text(Repository.At("docs", "cli.md"));

        Assert.Equal([], ProblemCodes.All.Concat(CodesOf("src/Variorum.App", "*Codes.cs")).Where(code => !text.Contains($"`{code}`", StringComparison.Ordinal)));
    }

    [Fact]
    public void Problems_are_made_with_known_codes() => Assert.Empty(
        from file in Repository.Files("src", "*.cs")
        from Match made in LiteralProblem().Matches(Repository.Text(file))
        select $"{Repository.Name(file)}: {made.Value}");

    [Fact]
    public void Every_model_has_its_card() =>
        Assert.Empty(Models.FileNames.Where(name => !File.Exists(Repository.At("docs", "models", Path.ChangeExtension(name, ".md")))));

    [Fact]
    public void Every_project_is_on_the_map()
    {
        var text = Repository.Text(Repository.At("ARCHITECTURE.md"));
        var places = Repository.Files(".", "*.csproj").Select(f => Path.GetDirectoryName(Repository.Name(f))!.Replace('\\', '/'))
            .Concat(Directory.EnumerateDirectories(Repository.At("src", "Variorum")).Select(d => Path.GetFileName(d)!));

        Assert.Equal([], places.Where(place => !text.Contains($"`{place}`", StringComparison.Ordinal)));
    }

    [Fact]
    public void Links_lead_somewhere() => Assert.Empty(
        from file in All
        from Match link in Link().Matches(Repository.Text(file))
        let target = link.Groups["target"].Value.Split('#')[0]
        where target.Length > 0 && !target.Contains("://", StringComparison.Ordinal)
        where !Path.Exists(Path.Combine(Path.GetDirectoryName(file)!, target))
        select $"{Repository.Name(file)}: {target}");

    [Fact]
    public void Files_that_the_documents_name_exist() => Assert.Empty(
        from file in All
        from Match named in NamedFile().Matches(Repository.Text(file))
        where !File.Exists(Repository.At(named.Groups["file"].Value))
        select $"{Repository.Name(file)}: {named.Groups["file"].Value}");

    private static IEnumerable<string> CodesOf(string folder, string pattern) =>
        Repository.Files(folder, pattern).SelectMany(f => Constant().Matches(Repository.Text(f)).Select(m => m.Groups["code"].Value));

    [GeneratedRegex(@"^\| `(?<term>\w+)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex TableTerm();

    [GeneratedRegex(@"new Problem\(\s*\$?""[^""]*""")]
    private static partial Regex LiteralProblem();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex(@"`(?<file>(src|test|lab|bench|models|samples|docs|specs)/[\w./-]+\.(cs|txt|md|json|csproj|model))`", RegexOptions.ExplicitCapture)]
    private static partial Regex NamedFile();

    [GeneratedRegex(@"const string \w+ = ""(?<code>[a-z-]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Constant();
}
