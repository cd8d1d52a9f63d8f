namespace Variorum.Lab.Corpora;

/// <summary>Reads from the open English WordNet what kinds of senses a verb or noun has, and which verb a noun is made from.</summary>
internal static class WordNetSenses
{
    /// <summary>By lemma: the two commonest kinds of its senses as one number, and for a noun its verb.</summary>
    public static SortedDictionary<(string Lemma, bool IsVerb), (uint Sense, string? Verb)> Read(DirectoryInfo data)
    {
        var kinds = new SortedDictionary<string, uint>(StringComparer.Ordinal);
        var counts = new Dictionary<(string Lemma, bool IsVerb), SortedDictionary<uint, int>>();
        foreach (var row in DataFile.Rows(data, "lexicons/wordnet/synsets.tsv.gz").Where(row => row[1] is "v" or "n"))
        {
            if (!kinds.TryGetValue(row[2], out var kind))
            {
                kinds.Add(row[2], kind = (uint)kinds.Count + 1);
            }

            foreach (var lemma in row[3].Split('|').Where(IsWord))
            {
                if (!counts.TryGetValue((lemma, row[1] is "v"), out var own))
                {
                    counts.Add((lemma, row[1] is "v"), own = []);
                }

                own[kind] = own.GetValueOrDefault(kind) + 1;
            }
        }

        var verbs = Verbs(data);
        var senses = new SortedDictionary<(string Lemma, bool IsVerb), (uint, string?)>(Comparer<(string Lemma, bool IsVerb)>.Create((left, right) =>
            string.CompareOrdinal(left.Lemma, right.Lemma) is not 0 and var order ? order : left.IsVerb.CompareTo(right.IsVerb)));
        foreach (var (word, own) in counts)
        {
            var top = own.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(2).Select(pair => pair.Key).ToArray();
            senses[word] = (top[0] << 8 | (top.Length > 1 ? top[1] : 0), word.IsVerb ? null : verbs.GetValueOrDefault(word.Lemma));
        }

        return senses;
    }

    /// <summary>For each noun the verb that it is made from, of several the one most like it.</summary>
    private static Dictionary<string, string> Verbs(DirectoryInfo data)
    {
        var verbs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in DataFile.Rows(data, "lexicons/wordnet/relations.tsv.gz").Where(row => row[0] is "derivation" && row[1].EndsWith("-n", StringComparison.Ordinal) && row[3].EndsWith("-v", StringComparison.Ordinal)))
        {
            var (noun, verb) = (row[2], row[4]);
            if (IsWord(noun) && IsWord(verb) && !IsDoer(noun, verb) && (!verbs.TryGetValue(noun, out var other) || Alike(noun, verb) > Alike(noun, other) || Alike(noun, verb) == Alike(noun, other) && string.CompareOrdinal(verb, other) < 0))
            {
                verbs[noun] = verb;
            }
        }

        return verbs;
    }

    /// <summary>"speaker", "advisor": who does it, and not what is done.</summary>
    private static bool IsDoer(string noun, string verb) => (noun.EndsWith("er", StringComparison.Ordinal) || noun.EndsWith("or", StringComparison.Ordinal)) && !verb.EndsWith("er", StringComparison.Ordinal);

    private static int Alike(string noun, string verb)
    {
        var common = 0;
        while (common < noun.Length && common < verb.Length && noun[common] == verb[common])
        {
            common++;
        }

        return (2 * common) - verb.Length;
    }

    private static bool IsWord(string lemma) => lemma.Length > 1 && lemma.All(char.IsAsciiLetterLower);
}
