using Variorum.Annotating;
using Variorum.Learning;

namespace Variorum.Clustering;

/// <summary>Counts the words of articles that can say what they are about.</summary>
/// <remarks><b>Method.</b> Words are cut as everywhere, brought to lower case and to a stem; no grammar is needed, so that
/// a stream of articles can be put into stories before any is read closely. One instance serves one thread.</remarks>
internal sealed class TermCounter(WordTable words)
{
    private const int LeadTokens = 60;
    private const int LongestWord = 40;

    private readonly Dictionary<string, string> stems = new(StringComparer.Ordinal);
    private readonly List<TextSpan> tokens = [];

    /// <summary>How often each term stands in an article, by view.</summary>
    public Dictionary<(TermFace Face, string Word), int> Count(Article article)
    {
        var bag = new Dictionary<(TermFace Face, string Word), int>();
        Scan(article.Headline ?? "", (word, _, _) =>
        {
            Add(bag, TermFace.Whole, word, 3);
            Add(bag, TermFace.Lead, word, 1);
            Add(bag, TermFace.Headline, word, 1);
        });
        string? last = null;
        Scan(article.Text, (word, at, capital) =>
        {
            Add(bag, TermFace.Whole, word, at < LeadTokens ? 2 : 1);
            if (at < LeadTokens)
            {
                Add(bag, TermFace.Lead, word, 1);
            }

            if (capital == Capital.Own)
            {
                Add(bag, TermFace.Names, word, 1);
            }

            if (capital != Capital.None && last is not null)
            {
                Add(bag, TermFace.NamePairs, $"{last} {word}", 1);
            }

            last = capital == Capital.None ? null : word;
        });
        return bag;
    }

    private static void Add(Dictionary<(TermFace Face, string Word), int> bag, TermFace face, string word, int times) =>
        bag[(face, word)] = bag.GetValueOrDefault((face, word)) + times;

    /// <summary>Tells of each word: its stem, how many tokens stand before it, how it is written.</summary>
    private void Scan(string text, Action<string, int, Capital> tell)
    {
        var before = 0;
        foreach (var paragraph in ParagraphSplitter.Split(text))
        {
            tokens.Clear();
            Tokenizer.Split(text, paragraph, tokens);
            var isStart = true;
            foreach (var token in tokens)
            {
                var form = text.AsSpan(token.Start, token.Length);
                if (!char.IsLetterOrDigit(form[0]))
                {
                    isStart |= form[0] is '.' or '!' or '?' or ':' or '"' or '“';
                    continue;
                }

                if (form.Length is > 1 and <= LongestWord)
                {
                    var capital = !char.IsUpper(form[0]) ? Capital.None : isStart ? Capital.OfSentence : Capital.Own;
                    tell(Stem(form), before, capital);
                }

                before++;
                isStart = false;
            }
        }
    }

    /// <summary>A word in lower case; where the news at large does not know it, without the ending that hides one that it knows.</summary>
    private string Stem(ReadOnlySpan<char> form)
    {
        var look = stems.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!look.TryGetValue(form, out var stem))
        {
            var word = form.ToString().ToLowerInvariant();
            stem = words.Find(word) >= 0 ? word : WordEndings.Strip(word, known => words.Find(known) >= 0) ?? word;
            look[form] = stem;
        }

        return stem;
    }

    private enum Capital
    {
        None,
        OfSentence,
        Own,
    }
}
