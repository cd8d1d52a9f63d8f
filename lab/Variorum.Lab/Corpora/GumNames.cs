using System.Collections.Immutable;
using System.Text;
using Variorum.Lexicons;

namespace Variorum.Lab.Corpora;

/// <summary>Names among the entities of GUM: its spans are whole phrases, so that only those are taken whose words are a name's.</summary>
internal sealed class GumNames
{
    private static readonly string[] FreeGenres = ["GUM_news", "GUM_interview", "GUM_academic", "GUM_court"];

    private static readonly HashSet<string> Titles = [.. Lexicon.Rows("person-titles").Select(row => row[0]).Concat(Lexicon.Words("title-modifiers"))];

    private readonly StringBuilder text = new();
    private readonly ImmutableArray<(TextSpan Span, string Label)>.Builder names = ImmutableArray.CreateBuilder<(TextSpan, string)>();
    private readonly List<(string Form, string Tag, TextSpan Span)> words = [];
    private readonly List<(string Id, string Type, int First)> open = [];
    private int at;

    /// <summary>The texts of the genres whose licence is free, train part.</summary>
    public static IEnumerable<NamedText> Train(DirectoryInfo data)
    {
        var (draft, isFree) = (new GumNames(), false);
        foreach (var line in DataFile.Lines(data, "treebanks/gum.train.conllu.gz"))
        {
            if (line.StartsWith("# newdoc id = ", StringComparison.Ordinal))
            {
                if (isFree)
                {
                    yield return draft.Finish();
                }

                draft = new GumNames();
                isFree = FreeGenres.Any(genre => line.AsSpan(14).StartsWith(genre, StringComparison.Ordinal));
            }
            else if (isFree)
            {
                draft.Add(line);
            }
        }

        if (isFree)
        {
            yield return draft.Finish();
        }
    }

    private NamedText Finish() => new(text.ToString(), [.. names.OrderBy(name => name.Span.Start)]);

    private void Add(string line)
    {
        if (line.StartsWith("# text = ", StringComparison.Ordinal))
        {
            at = text.Append(text.Length > 0 ? "\n\n" : "").Length;
            text.Append(line.AsSpan(9));
            words.Clear();
            open.Clear();
        }
        else if (line.Length > 0 && char.IsAsciiDigit(line[0]))
        {
            AddWord(line.Split('\t'));
        }
    }

    private void AddWord(string[] cells)
    {
        if (cells[0].AsSpan().ContainsAny('-', '.'))
        {
            return;
        }

        var start = text.ToString(at, text.Length - at).IndexOf(cells[1], StringComparison.Ordinal);
        var span = start < 0 ? new TextSpan(at, at) : new TextSpan(at + start, at + start + cells[1].Length);
        at = span.End;
        words.Add((cells[1], cells[3], span));
        var entity = cells[9].Split('|').FirstOrDefault(field => field.StartsWith("Entity=", StringComparison.Ordinal));
        if (entity is not null)
        {
            ReadBrackets(entity.AsSpan(7));
        }
    }

    /// <summary>"(8-organization-…(9-place-…", "10)9)8)".</summary>
    private void ReadBrackets(ReadOnlySpan<char> brackets)
    {
        while (!brackets.IsEmpty)
        {
            var isOpening = brackets[0] == '(';
            brackets = isOpening ? brackets[1..] : brackets;
            var length = brackets.IndexOfAny('(', ')');
            length = length < 0 ? brackets.Length : length;
            var content = brackets[..length].ToString();
            var closes = length < brackets.Length && brackets[length] == ')';
            var parts = content.Split('-');
            if (isOpening)
            {
                open.Add((parts[0], parts.Length > 1 ? parts[1] : "", words.Count - 1));
            }

            if (closes)
            {
                Close(parts[0]);
            }

            brackets = brackets[(closes ? length + 1 : length)..];
        }
    }

    private void Close(string id)
    {
        var index = open.FindLastIndex(entity => string.Equals(entity.Id, id, StringComparison.Ordinal));
        if (index < 0)
        {
            return;
        }

        var (_, type, first) = open[index];
        open.RemoveAt(index);
        var end = words.Count;
        while (first < end && (words[first].Tag is "DET" or "PUNCT" or "ADP" || (type == "person" && first < end - 1 && Titles.Contains(words[first].Form))))
        {
            first++;
        }

        end -= end - first > 1 && words[end - 1].Form is "'s" or "’s" ? 1 : 0;
        if (first < end && IsName(first, end))
        {
            var span = words[first].Span.Union(words[end - 1].Span);
            names.RemoveAll(name => name.Span.Start >= span.Start && name.Span.End <= span.End);
            names.Add((span, type));
        }
    }

    private bool IsName(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (!char.IsUpper(words[i].Form[0]) && !(i > first && i < end - 1 && words[i].Form is "of" or "for" or "and" or "the" or "de" or "van" or "von" or "-" or "&" or "." or "'s"))
            {
                return false;
            }
        }

        return end - first <= 8 && words[end - 1].Tag == "PROPN" && words[first].Tag != "PRON";
    }
}
