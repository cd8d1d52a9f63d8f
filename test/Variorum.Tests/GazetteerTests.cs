using Variorum.Lexicons;

namespace Variorum.Tests;

public sealed class GazetteerTests
{
    [Theory]
    [InlineData("Iran", "IR")]
    [InlineData("the US", "US")]
    [InlineData("French", "FR")]
    [InlineData("Lisbon", "PT")]
    [InlineData("Nowhere", null)]
    public void KnowsCountriesByNameDemonymAndCapital(string name, string? code) => Assert.Equal(code, Reports.Models.Gazetteer.FindCountry(name)?.Code);

    [Theory]
    [InlineData("Mary", true, Gender.Feminine)]
    [InlineData("Peter", true, Gender.Masculine)]
    [InlineData("Zzyzx", false, Gender.Unknown)]
    public void KnowsGivenNames(string word, bool known, Gender gender)
    {
        Assert.Equal(known, Reports.Models.Gazetteer.IsGivenName(word, out var found));
        Assert.Equal(gender, found);
    }

    [Fact]
    public void KnowsOutletsByDomain() => Assert.Equal(new Outlet("The Moscow Times", "themoscowtimes.com", "RU"), Reports.Models.Gazetteer.FindOutlet("themoscowtimes.com"));

    [Fact]
    public void FindsEveryRowOfATableAndNoOther()
    {
        var rows = Enumerable.Range(0, 500).Select(i => ($"name {i * 7}é", $"{i}")).ToList();
        var bytes = NameTable.Compile(rows);
        var table = new NameTable(() => bytes);
        Assert.All(rows, row => Assert.Equal(row.Item2, table.Find(row.Item1)));
        Assert.Null(table.Find("name 8é"));
        Assert.Null(table.Find(""));
        Assert.Null(new NameTable(() => []).Find("name"));
    }
}
