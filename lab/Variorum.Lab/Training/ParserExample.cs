using Variorum.Annotating;

namespace Variorum.Lab.Training;

/// <summary>A sentence to learn to parse.</summary>
/// <param name="Words">What the parser sees, from 1; the place of the root is filled too.</param>
/// <param name="Heads">Number of each word's head, from 1; the root's is one more than there are words.</param>
/// <param name="Relations">Each word's relation, from 1.</param>
/// <param name="Weight">How much its mistakes count.</param>
internal sealed record ParserExample(ParserWord[] Words, int[] Heads, Relation[] Relations, float Weight = 1)
{
    public int Count => Words.Length - 2;

    /// <summary>The same sentence read from its end.</summary>
    public ParserExample Mirror()
    {
        var (words, heads, relations) = ((ParserWord[])Words.Clone(), new int[Heads.Length], (Relation[])Relations.Clone());
        for (var i = 1; i <= Count; i++)
        {
            var from = Count + 1 - i;
            words[i] = Words[from].Mirror(Words[^1]);
            heads[i] = MirrorHead(Heads[from]);
            relations[i] = Relations[from];
        }

        return new ParserExample(words, heads, relations, Weight);
    }

    /// <summary>The number of a word from the other end; the root stays where it is.</summary>
    public int MirrorHead(int head) => head > Count ? head : Count + 1 - head;
}
