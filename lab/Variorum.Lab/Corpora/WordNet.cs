namespace Variorum.Lab.Corpora;

/// <summary>Reads the open English WordNet.</summary>
internal static class WordNet
{
    /// <summary>Its words in small letters, without blanks or hyphens: part of speech (n, v, a, r) and lemma; in order, each once.</summary>
    public static IEnumerable<(char Pos, string Lemma)> Words(DirectoryInfo data) =>
        DataFile.Rows(data, "lexicons/wordnet/synsets.tsv.gz")
            .SelectMany(row => row[3].Split('|', ';', ','), (row, lemma) => (Pos: row[1][0] == 's' ? 'a' : row[1][0], Lemma: lemma.Trim()))
            .Where(word => word.Lemma.Length > 1 && word.Lemma.All(char.IsAsciiLetterLower))
            .Distinct();
}
