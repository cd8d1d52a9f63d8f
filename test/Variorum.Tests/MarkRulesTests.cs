using Variorum.Annotating;
using Variorum.Learning;

namespace Variorum.Tests;

public sealed class MarkRulesTests
{
    /// <summary>Words with the word that they hang on; a mark stands alone.</summary>
    [Theory]
    [InlineData("He/left left/- .", "He/left left/- ./left")]
    [InlineData("Oak/left , the/mayor mayor/Oak , left/- .", "Oak/left ,/mayor the/mayor mayor/Oak ,/Oak left/- ./left")]
    [InlineData("If/rains rains/stay it/rains , we/stay stay/- .", "If/rains rains/stay it/rains ,/rains we/stay stay/- ./stay")]
    [InlineData("\" Nobody/left left/said , \" she/said said/- .", "\"/left Nobody/left left/said ,/left \"/left she/said said/- ./said")]
    [InlineData("Elm/won ( late/Elm ) won/- !", "Elm/won (/late late/Elm )/late won/- !/won")]
    [InlineData("salt/- , oil/salt and/water water/salt", "salt/- ,/oil oil/salt and/water water/salt")]
    [InlineData("( ( .", "(/- (/( ./(")]
    [InlineData(") yes/- (", ")/yes yes/- (/yes")]
    public void MarksHangOnThePhraseTheyCloseOrOpen(string tree, string expected)
    {
        var parts = tree.Split(' ').Select(part => part.Split('/')).ToArray();
        var text = string.Join(' ', parts.Select(part => part[0]));
        var spans = new TextSpan[parts.Length];
        for (int i = 0, at = 0; i < spans.Length; at = spans[i++].End + 1)
        {
            spans[i] = new TextSpan(at, at + parts[i][0].Length);
        }

        var words = new TaggedWords(text, spans, parts.Select(part => new TagPair(part.Length > 1 ? PartOfSpeech.X : PartOfSpeech.Punct, PennTag.None)).ToArray(), parts.Select(part => part[0]).ToArray());
        var state = new ParserState();
        Parser.Look(state, words, Reports.Models.Clusters, FormTable.Read(FormTable.Write([(1u, (ushort)1)])));
        string[] forms = ["", .. parts.Where(part => part.Length > 1).Select(part => part[0])];
        foreach (var part in parts.Where(part => part.Length > 1))
        {
            state.Nodes[Array.IndexOf(forms, part[0])].Head = part[1] == "-" ? state.Root : Array.IndexOf(forms, part[1]);
        }

        var (heads, relations) = (new int[parts.Length], new Relation[parts.Length]);
        MarkRules.Attach(state, words, heads, relations);
        Assert.Equal(expected, string.Join(' ', parts.Select((part, i) => $"{part[0]}/{(heads[i] < 0 ? "-" : parts[heads[i]][0])}")));
    }
}
