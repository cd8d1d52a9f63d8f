using System.Collections.Immutable;

namespace Variorum.Quoting;

/// <summary>Takes off a content who it was said to: "warned <i>voters</i> that …", "stressed <i>to Lind</i> his …".</summary>
internal sealed class HearerCutter(QuoteScene scene)
{
    /// <summary>A hearer is named in fewer words.</summary>
    private const int LongestHearer = 6;

    private readonly Document _document = scene.Document;

    /// <summary>The content from behind its hearer on; as it was where it opens with none.</summary>
    public ImmutableArray<TextSpan> Cut(int head, TextSpan cue, ImmutableArray<TextSpan> content)
    {
        var (first, end) = content.IsEmpty ? (0, 0) : _document.TokensOf(content[0]);
        if (end - first < 3 || !_document.Text.AsSpan(cue.End, Math.Max(0, _document.Tokens[first].Start - cue.End)).IsWhiteSpace() || cue.End > _document.Tokens[first].Start)
        {
            return content;
        }

        var opens = _document.Form(first) is "to" ? first + 1 : first;
        var behind = Behind(opens, end);
        if (behind <= opens || behind >= end || !(opens > first || first > 0 && _document.Form(first - 1) is "to" ? IsNamed(behind) : IsTold(head, behind)))
        {
            return content;
        }

        var from = _document.Form(behind) is "that" && behind + 1 < end ? behind + 1 : behind;
        return content.SetItem(0, content[0] with { Start = _document.Tokens[from].Start });
    }

    /// <summary>Whether a name ends before a word with which something said may begin ("to Ada Lind his support").</summary>
    private bool IsNamed(int behind) => scene.Speakers.NameAt(behind - 1) && _document.Tokens[behind].Penn is PennTag.DT or PennTag.PRP or PennTag.PossessivePRP or PennTag.IN;

    /// <summary>Whether a verb that takes a hearer has one, and "that" follows ("voters that …").</summary>
    private bool IsTold(int head, int behind) =>
        _document.Form(behind) is "that" && _document.Tokens[behind - 1].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Pron
        && CueLexicon.Find(_document.Tokens[head].Lemma) is { } verb && (verb.Pattern & CuePattern.Hearer) != CuePattern.None;

    /// <summary>One past the noun phrase that begins at a word.</summary>
    private int Behind(int first, int end)
    {
        var i = first;
        while (i < end && i < first + LongestHearer && !scene.MarksIn(_document.Tokens[i].Span).Any() && _document.Form(i) is not "that"
            && (_document.Tokens[i].Penn.IsNoun() || _document.Tokens[i].Penn is PennTag.JJ or PennTag.CD || i == first && _document.Tokens[i].Penn is PennTag.DT or PennTag.PRP or PennTag.PossessivePRP))
        {
            i++;
        }

        return i;
    }
}
