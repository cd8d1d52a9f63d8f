using Variorum.Learning;
using Variorum.Lexicons;

namespace Variorum.Annotating;

/// <summary>Mends what the name tagger marks by what lists and the rest of the document show.</summary>
/// <remarks><b>Order.</b> The model's names; listed names of several words of which it saw a part; names found elsewhere in the document.</remarks>
internal sealed class NameMender(NameText text, NameView view, byte[] labels)
{
    private const int LongestName = 8;
    private const NameList Places = NameList.Country | NameList.City | NameList.Region | NameList.Town;
    private const NameList Bodies = NameList.Organisation | NameList.Outlet | NameList.Agency;

    private readonly Dictionary<string, NameKind> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _openings = new(StringComparer.Ordinal);

    /// <summary>All names in order.</summary>
    public List<NameSpan> Find()
    {
        var marked = new List<NameSpan>();
        foreach (var sentence in text.Document.Sentences)
        {
            ReadMarked(sentence, marked);
        }

        foreach (var name in marked)
        {
            Learn(name);
        }

        var found = new List<NameSpan>();
        var at = 0;
        foreach (var name in marked)
        {
            AddRepeated(at, name.First, found);
            found.Add(name);
            at = name.End;
        }

        AddRepeated(at, text.Count, found);
        return found;
    }

    private void ReadMarked(Sentence sentence, List<NameSpan> marked)
    {
        for (var at = sentence.First; at < sentence.End;)
        {
            if (Listed(at, sentence.End) is { } listed)
            {
                marked.Add(listed);
                at = listed.End;
            }
            else if (labels[at] != ChainLabels.Outside)
            {
                var end = Math.Min(sentence.End, ChainLabels.SpanEnd(labels, at));
                AddMarked(at, end, (NameKind)ChainLabels.Kind(labels[at]), marked);
                at = end;
            }
            else if (CapitalRun(at, sentence.End) is { } run)
            {
                marked.Add(run);
                at = run.End;
            }
            else
            {
                at++;
            }
        }
    }

    /// <summary>"the Global Grain Council", "Safe Passage": capitals inside a sentence that the model passed over. What they name, their last word may show.</summary>
    private NameSpan? CapitalRun(int first, int limit)
    {
        if (!IsRunWord(first) || text.InTitleCase(first))
        {
            return null;
        }

        var end = first + 1;
        while (end < limit && end - first < LongestName && IsRunWord(end))
        {
            end++;
        }

        if (end - first < 2 || (end < limit && (labels[end] != ChainLabels.Outside || text.IsHyphen(end))))
        {
            return null;
        }

        return text.Is(first - 1, "the") && text[end - 1].Organisation != OrganisationWord.None
            ? new NameSpan(first, end, NameKind.Organisation, "kind-word")
            : new NameSpan(first, end, NameKind.Other, "capitals");
    }

    private bool IsRunWord(int at) => labels[at] == ChainLabels.Outside && text[at] is { IsCapital: true, IsPlain: false, IsOpening: false, IsTitle: false } word && word.Form.Length > 1 && char.IsLetter(word.Form[^1]);

    /// <summary>"Broadcom Chief Executive Hock Tan" is a body and a person, whatever the model makes of the whole.</summary>
    private void AddMarked(int first, int end, NameKind kind, List<NameSpan> marked)
    {
        var title = end - 2;
        while (title > first && !text[title].IsTitle)
        {
            title--;
        }

        if (kind is not (NameKind.Organisation or NameKind.Other) || title <= first || end - title > 4 || !IsPersonal(title + 1, end))
        {
            var hasArticle = kind != NameKind.Work && HasLooseArticle(first, end);
            marked.Add(new NameSpan(hasArticle ? first + 1 : first, end, kind, "names-model"));
            return;
        }

        var body = title;
        while (body > first && (text[body - 1].IsTitle || text[body - 1].IsTitleModifier))
        {
            body--;
        }

        if (body > first)
        {
            marked.Add(new NameSpan(first, body, NameKind.Organisation, "before-title"));
        }

        marked.Add(new NameSpan(title + 1, end, NameKind.Person, "after-title"));
    }

    /// <summary>"The" in "The US" is not of the name, in "The Hague" and "The Times" it is.</summary>
    private bool HasLooseArticle(int first, int end) => end - first > 1 && text.Is(first, "the") && (view.Phrases[first].Lists & (NameList.Outlet | NameList.City)) == NameList.None;

    private bool IsPersonal(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (!text[i].IsCapital || text[i].IsKindWord)
            {
                return false;
            }
        }

        return end - first > 1 || text[first].IsSurname;
    }

    /// <summary>A listed name of several words from here, of which the model marked a part alone or nothing.</summary>
    private NameSpan? Listed(int first, int limit)
    {
        var phrase = view.Phrases[first];
        var end = first + phrase.Left;
        if (HasLooseArticle(first, end) || phrase.Before > 0 || phrase.Left < 2 || end > limit || (phrase.Lists & (Places | Bodies)) == NameList.None || !text[first].IsCapital || !text[end - 1].IsCapital || text.InTitleCase(first))
        {
            return null;
        }

        // A name that the model carries on over the end of the listed one is left to the model.
        var isPart = labels[first] != ChainLabels.Outside && ChainLabels.SpanEnd(labels, first) >= end;
        var isCut = end < limit && labels[end] != ChainLabels.Outside && !ChainLabels.Opens(labels[end]);
        return isPart || isCut ? null : new NameSpan(first, end, (phrase.Lists & Bodies) != NameList.None ? NameKind.Organisation : NameKind.Place, "listed-name");
    }

    private void Learn(NameSpan name)
    {
        var form = text.Of(name.First, name.End);
        if (form.Length < 3 || !text[name.First].IsCapital || text.InTitleCase(name.First))
        {
            return;
        }

        _known.TryAdd(form, name.Kind);
        _openings.Add(text[name.First].Form);
        if (name.Kind == NameKind.Person && name.End - name.First is 2 or 3 && text[name.End - 1].Form is { Length: > 3 } last && !text.IsAlsoSmall(text[name.End - 1].Lower))
        {
            _known.TryAdd(last, NameKind.Person);
            _openings.Add(last);
        }
    }

    /// <summary>Names found elsewhere that the model passed over.</summary>
    private void AddRepeated(int first, int limit, List<NameSpan> found)
    {
        for (var at = first; at < limit;)
        {
            var end = _openings.Contains(text[at].Form) ? Repeated(at, limit) : at;
            if (end > at)
            {
                found.Add(new NameSpan(at, end, _known[text.Of(at, end)], "same-name"));
            }

            at = Math.Max(end, at + 1);
        }
    }

    private int Repeated(int first, int limit)
    {
        var last = Math.Min(Math.Min(limit, first + LongestName), text.Document.Sentences[text.Sentence(first)].End);
        for (var end = last; end > first; end--)
        {
            if (_known.ContainsKey(text.Of(first, end)) && !(end < last && text.IsHyphen(end)) && !(text[first].IsOpening && end - first == 1) && !text.IsAlsoSmall(text[first].Lower))
            {
                return end;
            }
        }

        return first;
    }
}
