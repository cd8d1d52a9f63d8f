using Variorum.Rendering;

namespace Variorum.Tests;

public sealed class ConlluTests
{
    [Fact]
    public void ContractionsHaveALineOfTheirOwn()
    {
        var text = "Orvan's mayors don't go. The aides' pay rose to 5pm.";
        using var writer = new StringWriter();
        Conllu.Write(writer, Reports.Read(text));
        var ranges = writer.ToString().Split('\n').Select(line => line.Split('\t')).Where(cells => cells[0].Contains('-') && char.IsDigit(cells[0][0])).Select(cells => $"{cells[0]} {cells[1]}");
        Assert.Equal(["1-2 Orvan's", "4-5 don't", "2-3 aides'"], ranges);
    }
}
