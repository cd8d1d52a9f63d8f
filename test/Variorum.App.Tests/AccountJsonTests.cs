using System.Text.Json;
using Variorum.Rendering;

namespace Variorum.App.Tests;

public sealed class AccountJsonTests
{
    private static readonly SchemaChecker Schema = new(JsonDocument.Parse(Repository.Text("docs", "account.schema.json")).RootElement);

    [Fact]
    public void The_record_is_what_the_schema_says()
    {
        Assert.Empty(Schema.Faults(Write(InventedEdition.Rich())));
        Assert.Empty(Schema.Faults(Write(InventedEdition.Lone())));
        Assert.Empty(Schema.Faults(Write(InventedEdition.Several())));
    }

    [Fact]
    public void The_record_of_the_samples_is_what_the_schema_says()
    {
        var run = ProgramRun.Of("read", Repository.At("samples", "ferry"), "--json", "-");

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(Schema.Faults(JsonDocument.Parse(run.Output).RootElement));
    }

    [Fact]
    public void The_checker_finds_what_is_wrong()
    {
        var faults = Schema.Faults(JsonDocument.Parse("""{"schema":"variorum.account/2","program":null,"models":{},"articles":[],"stories":[{}],"more":1}""").RootElement).ToArray();

        Assert.Contains(faults, fault => fault.StartsWith("$.schema", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("$.program", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("$.more", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("$.stories[0]: claims", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_piece_of_evidence_holds_the_words_that_stand_there()
    {
        var record = Write(InventedEdition.Rich());
        var texts = record.GetProperty("articles").EnumerateArray().ToDictionary(article => article.GetProperty("id").GetString()!, article => article.GetProperty("text").GetString()!);
        var evidence = Objects(record).Where(found => found.TryGetProperty("article", out _) && found.TryGetProperty("text", out _)).ToArray();

        Assert.True(evidence.Length > 30);
        Assert.All(evidence, found => Assert.Equal(
            texts[found.GetProperty("article").GetString()!][found.GetProperty("start").GetInt32()..found.GetProperty("end").GetInt32()],
            found.GetProperty("text").GetString()));
    }

    [Fact]
    public void A_quote_cut_short_is_not_complete()
    {
        var places = Write(InventedEdition.Rich()).GetProperty("stories")[0].GetProperty("quotes")[0].GetProperty("utterances").EnumerateArray();

        Assert.Equal([JsonValueKind.True, JsonValueKind.False, JsonValueKind.Null, JsonValueKind.True], places.Select(place => place.GetProperty("complete").ValueKind));
    }

    [Fact]
    public void Indented_or_not_the_record_is_the_same()
    {
        using var narrow = new MemoryStream();
        AccountJson.Write(InventedEdition.Rich(), narrow, indented: false);

        Assert.True(JsonElement.DeepEquals(Write(InventedEdition.Rich()), JsonDocument.Parse(narrow.ToArray()).RootElement));
        Assert.Equal(1, narrow.ToArray().Count(b => b == '\n'));
    }

    private static JsonElement Write(Edition edition)
    {
        using var stream = new MemoryStream();
        AccountJson.Write(edition, stream, indented: true);
        return JsonDocument.Parse(stream.ToArray()).RootElement;
    }

    private static IEnumerable<JsonElement> Objects(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(field => Objects(field.Value)).Prepend(element),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Objects),
        _ => [],
    };
}
