using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Variorum.Lexicons;

namespace Variorum.Tests;

/// <summary>What a reader may rely on everywhere in the code, as tests.</summary>
public sealed partial class HouseRules
{
    private const int LongestFile = 400;

    private static readonly IReadOnlyList<string> Sources = [.. Repository.Files("src", "*.cs"), .. Repository.Files("lab", "*.cs")];

    /// <summary>What each project may reference; everything in a project's file has to stand here.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["src/Variorum/Variorum.csproj"] = ["AngleSharp", "System.Numerics.Tensors", "Microsoft.CodeAnalysis.BannedApiAnalyzers"],
        ["src/Variorum.App/Variorum.App.csproj"] = ["Variorum", "Microsoft.AspNetCore.App", "System.CommandLine", "Spectre.Console", "Polly"],
        ["lab/Variorum.Lab/Variorum.Lab.csproj"] = ["Variorum", "System.CommandLine"],
        ["test/Variorum.Tests/Variorum.Tests.csproj"] = ["Variorum", "Variorum.Lab", "FsCheck", "Microsoft.NET.Test.Sdk", "xunit", "xunit.runner.visualstudio"],
        ["test/Variorum.App.Tests/Variorum.App.Tests.csproj"] = ["Variorum.App", "Microsoft.NET.Test.Sdk", "xunit", "xunit.runner.visualstudio"],
        ["bench/Variorum.Bench/Variorum.Bench.csproj"] = ["Variorum", "BenchmarkDotNet"],
    };

    [Fact]
    public void No_type_has_a_hollow_name() => Assert.Empty(
        from file in Sources
        from Match type in Declaration().Matches(Repository.Text(file))
        where HollowName().IsMatch(type.Groups["name"].Value)
        select $"{Repository.Name(file)}: {type.Groups["name"].Value}");

    [Fact]
    public void Classes_are_sealed_static_or_abstract() => Assert.Empty(
        from file in Sources
        from Match type in Declaration().Matches(Repository.Text(file))
        where type.Groups["kind"].Value is "class" or "record" or "record class"
        where !type.Groups["modifiers"].Value.Split(' ').Any(m => m is "sealed" or "static" or "abstract")
        select $"{Repository.Name(file)}: {type.Groups["name"].Value}");

    [Fact]
    public void Records_cannot_be_changed() => Assert.Empty(
        from type in typeof(Pipeline).Assembly.GetTypes()
        where IsRecord(type)
        from member in Changeable(type)
        select $"{type.Name}.{member}");

    [Fact]
    public void Files_are_short_enough_to_read() => Assert.Empty(
        from file in Sources
        let lines = File.ReadLines(file).Count()
        where lines > LongestFile
        select $"{Repository.Name(file)}: {lines} lines, at most {LongestFile}");

    [Fact]
    public void Every_project_references_only_what_it_may() => Assert.Empty(
        from file in Repository.Files(".", "*.csproj")
        let name = Repository.Name(file)
        let allowed = Allowed.GetValueOrDefault(name, [])
        from reference in References(file)
        where !allowed.Contains(reference)
        select $"{name} may not reference {reference}");

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = XDocument.Load(Repository.At("Variorum.slnx")).Descendants("Project").Select(p => p.Attribute("Path")!.Value);

        Assert.Equal(Repository.Files(".", "*.csproj").Select(Repository.Name).Order(StringComparer.Ordinal), solution.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Word_lists_are_embedded_read_and_without_doubles()
    {
        var embedded = typeof(Lexicon).Assembly.GetManifestResourceNames();
        var code = string.Concat(Repository.Files("src/Variorum", "*.cs").Select(Repository.Text));

        Assert.Empty(Repository.Files("src/Variorum/Lexicons", "*.txt").SelectMany(Faults));

        IEnumerable<string> Faults(string file)
        {
            var name = Path.GetFileNameWithoutExtension(file);
            var lines = File.ReadLines(file).Where(l => l.Length > 0 && l[0] != '#').ToList();
            if (embedded.Count(resource => resource == name + ".txt") != 1)
            {
                yield return $"{name} is not embedded once";
            }

            if (!code.Contains($"\"{name}\"", StringComparison.Ordinal))
            {
                yield return $"{name} is read by nothing";
            }

            foreach (var twice in lines.GroupBy(l => l, StringComparer.Ordinal).Where(g => g.Count() > 1))
            {
                yield return $"{name} has \"{twice.Key}\" twice";
            }
        }
    }

    [Fact]
    public void The_repository_speaks_of_no_machine()
    {
        Assert.Empty(Repository.Files(".", "*").Where(IsText).Where(file => MachinePath().IsMatch(Repository.Text(file))).Select(Repository.Name));
    }

    [Fact]
    public void The_public_api_is_the_one_that_was_reviewed()
    {
        var path = Repository.At("test", "Variorum.Tests", "PublicApi.txt");
        var api = PublicApi.Of(typeof(Pipeline).Assembly);
        if (Environment.GetEnvironmentVariable("UPDATE_API") is "1")
        {
            File.WriteAllText(path, string.Join('\n', api) + "\n");
        }

        var reviewed = Repository.Text(path).TrimEnd('\n').Split('\n');
        Assert.True(
            api.SequenceEqual(reviewed, StringComparer.Ordinal),
            $"The public API differs (UPDATE_API=1 rewrites PublicApi.txt).\nnew: {string.Join("; ", api.Except(reviewed))}\ngone: {string.Join("; ", reviewed.Except(api))}");
    }

    private static bool IsText(string file) => Path.GetExtension(file) is ".cs" or ".md" or ".txt" or ".csproj" or ".json" or ".razor" or ".html";

    internal static bool IsRecord(Type type) =>
        type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic, [typeof(System.Text.StringBuilder)]) is not null;

    private static IEnumerable<string> Changeable(Type type)
    {
        foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            var setter = property.SetMethod;
            var isInit = setter?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)) ?? true;
            if (!isInit || (type.IsPublic && property.Name != "EqualityContract" && IsChangeableCollection(property.PropertyType)))
            {
                yield return property.Name;
            }
        }

        foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Where(f => !f.IsInitOnly && !f.Name.StartsWith('<')))
        {
            yield return field.Name;
        }
    }

    private static bool IsChangeableCollection(Type type) =>
        type.IsArray || (typeof(IList).IsAssignableFrom(type) && !type.Name.StartsWith("Immutable", StringComparison.Ordinal)) || (typeof(IDictionary).IsAssignableFrom(type) && !type.Name.StartsWith("Immutable", StringComparison.Ordinal));

    /// <summary>Names of the packages, projects and frameworks that a project file references itself.</summary>
    private static IEnumerable<string> References(string project) =>
        from element in XDocument.Load(project).Descendants()
        where element.Name.LocalName is "PackageReference" or "ProjectReference" or "FrameworkReference"
        select Path.GetFileNameWithoutExtension(element.Attribute("Include")!.Value.Replace('\\', '/') + (element.Name.LocalName == "ProjectReference" ? "" : ".x"));

    [GeneratedRegex(@"^\s*(?<modifiers>(?:(?:public|internal|private|protected|file|sealed|static|abstract|partial|readonly|ref)\s+)*)(?<kind>record struct|record class|class|record|struct|interface|enum)\s+(?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    [GeneratedRegex("(Manager|Helpers?|Utils?|Utility|Utilities|Common|Service|Provider|Processor|Handler|Base|Impl)$")]
    private static partial Regex HollowName();

    [GeneratedRegex(@"(?<![\w.:/])/(?:home|root|Users|tmp|work)/\w|[A-Z]:\\Users")]
    private static partial Regex MachinePath();
}
