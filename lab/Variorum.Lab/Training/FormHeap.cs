using Variorum.Annotating;
using Variorum.Learning;

namespace Variorum.Lab.Training;

/// <summary>A long text as numbers of forms, cut as the program cuts it.</summary>
internal sealed class FormHeap
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> forms = [];
    private readonly List<int> counts = [];
    private readonly List<int> text = [];

    /// <summary>Adds an article or a sentence.</summary>
    public void Add(string article)
    {
        var known = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> room = stackalloc char[64];
        foreach (var (first, last, tokens) in Sentences(article))
        {
            text.Add(-1);
            for (var i = first; i < last; i++)
            {
                var folded = Clusters.Fold(article.AsSpan(tokens[i].Start, tokens[i].Length), room);
                if (!known.TryGetValue(folded, out var number))
                {
                    number = forms.Count;
                    known[folded] = number;
                    forms.Add(folded.ToString());
                    counts.Add(0);
                }

                counts[number]++;
                text.Add(number);
            }
        }
    }

    /// <summary>The most frequent forms, the most frequent first.</summary>
    public string[] Frequent(int rarest, int most) =>
        [.. forms.Where((_, i) => counts[i] >= rarest).OrderByDescending(form => counts[numbers[form]]).ThenBy(form => form, StringComparer.Ordinal).Take(most)];

    /// <summary>The text in new numbers: 0 opens a sentence, 1 to 3 are rare forms (small, capital, neither), then the chosen forms.</summary>
    public int[] Number(IReadOnlyList<string> chosen)
    {
        var renumbered = forms.Select(form => char.IsLower(form[0]) ? 1 : char.IsUpper(form[0]) ? 2 : 3).ToArray();
        for (var i = 0; i < chosen.Count; i++)
        {
            renumbered[numbers[chosen[i]]] = i + 4;
        }

        return [.. text.Select(number => number < 0 ? 0 : renumbered[number])];
    }

    private static IEnumerable<(int First, int End, List<TextSpan> Tokens)> Sentences(string article)
    {
        var tokens = new List<TextSpan>(article.Length / 5);
        var sentences = new List<Sentence>();
        foreach (var paragraph in ParagraphSplitter.Split(article))
        {
            var first = tokens.Count;
            Tokenizer.Split(article, paragraph, tokens);
            SentenceSplitter.ByRule.Split(article, tokens, first, 0, sentences);
        }

        return sentences.Select(sentence => (sentence.First, sentence.End, tokens));
    }
}
