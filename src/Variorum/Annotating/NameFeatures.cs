using Variorum.Learning;

namespace Variorum.Annotating;

/// <summary>What the name tagger looks at: a word, its neighbours, the lists that hold them and how the document writes them elsewhere.</summary>
/// <remarks><b>Method.</b> After Ratinov and Roth (2009), without parts of speech: what is learnt here does not lean on the tagger.</remarks>
internal ref struct NameFeatures
{
    /// <summary>Most features a word has.</summary>
    public const int Most = 160;

    private static readonly NameForm Edge = new() { Word = 1, Shape = 1, Phrase = 1 };

    private readonly NameView view;
    private readonly ReadOnlySpan<NameForm> forms;
    private readonly Sentence sentence;
    private readonly uint sentenceCase;
    private readonly bool careless;
    private readonly Span<uint> places;
    private int count;

    /// <param name="view">The document.</param>
    /// <param name="number">The sentence.</param>
    /// <param name="places">At least <see cref="Most"/> places.</param>
    public NameFeatures(NameView view, int number, Span<uint> places)
    {
        this.view = view;
        forms = view.Forms;
        sentence = view.Document.Sentences[number];
        sentenceCase = (uint)view.Cases[number];
        careless = view.Careless[number];
        this.places = places;
    }

    /// <summary>The features of a token of the sentence.</summary>
    public ReadOnlySpan<uint> Of(int token)
    {
        count = 0;
        ref readonly var word = ref At(token);
        ref readonly var before = ref At(token - 1);
        ref readonly var after = ref At(token + 1);
        Add(0, 1);
        AddWord(word);
        AddNeighbours(word, before, At(token - 2), after, At(token + 2));
        AddShapes(token, word, before, after);
        AddClasses(token, word, before, after);
        AddLists(token, word, before, after);
        AddEvidence(token, word);
        return places[..count];
    }

    private void AddWord(in NameForm word)
    {
        Add(1, word.Word);
        Add(2, word.Word, (uint)word.Case | sentenceCase << 4);
        Add(3, word.Prefix2);
        Add(4, word.Prefix3);
        Add(5, word.Prefix4);
        Add(6, word.Suffix1);
        Add(7, word.Suffix2);
        Add(8, word.Suffix3);
        Add(9, word.Suffix4);
        Add(10, word.Suffix3, (uint)word.Case);
    }

    private void AddNeighbours(in NameForm word, in NameForm before, in NameForm before2, in NameForm after, in NameForm after2)
    {
        Add(11, before.Word);
        Add(12, after.Word);
        Add(13, before2.Word);
        Add(14, after2.Word);
        Add(15, before.Word, word.Word);
        Add(16, word.Word, after.Word);
        Add(17, before.Word, (uint)word.Case);
        Add(18, after.Word, (uint)word.Case);
        Add(19, before.Word, after.Word);
        Add(20, before2.Word, before.Word);
        Add(21, after.Word, after2.Word);
        Add(22, before.Suffix3, (uint)word.Case);
        Add(23, after.Suffix3, (uint)word.Case);
    }

    private void AddShapes(int token, in NameForm word, in NameForm before, in NameForm after)
    {
        var (left, right) = ((uint)before.Case, (uint)after.Case);
        var position = (token == sentence.First ? 1u : 0) | (token == sentence.End - 1 ? 2u : 0) | sentenceCase << 4;
        Add(30, word.Shape, position);
        Add(31, word.Shape);
        Add(32, (uint)word.Case | left << 4 | right << 8, position);
        Add(33, (uint)At(token - 2).Case | left << 4 | (uint)word.Case << 8 | right << 12 | (uint)At(token + 2).Case << 16);
        Add(34, before.Shape, word.Shape);
        Add(35, word.Shape, after.Shape);
        if (careless)
        {
            Add(37, (uint)word.Case, (uint)word.Lists);
            Add(38, (uint)PhraseAt(token).Lists, PhraseAt(token).Place);
            Add(39, word.Class8, (uint)word.Case);
            Add(29, before.Word, (uint)word.Lists);
        }

        Add(36, (uint)word.Case, (uint)Math.Min(3, sentence.End - sentence.First) | position << 4);
    }

    private void AddClasses(int token, in NameForm word, in NameForm before, in NameForm after)
    {
        ref readonly var before2 = ref At(token - 2);
        ref readonly var after2 = ref At(token + 2);
        Add(70, word.Class);
        Add(71, word.Class4);
        Add(72, word.Class8);
        Add(73, word.Class12);
        Add(74, word.Class8, (uint)word.Case);
        Add(75, before.Class);
        Add(76, before.Class4);
        Add(77, before.Class8);
        Add(78, after.Class);
        Add(79, after.Class4);
        Add(80, after.Class8);
        Add(81, before2.Class8);
        Add(82, after2.Class8);
        Add(83, before.Class8, word.Class8);
        Add(84, word.Class8, after.Class8);
        Add(85, before.Class12, (uint)word.Case);
        Add(86, after.Class12, (uint)word.Case);
        Add(87, before.Class8, after.Class8);
    }

    private void AddLists(int token, in NameForm word, in NameForm before, in NameForm after)
    {
        var (phrase, left, right) = (PhraseAt(token), PhraseAt(token - 1), PhraseAt(token + 1));
        var bits = (uint)phrase.Lists;
        Add(40, bits, phrase.Place << 4 | (uint)word.Case);
        Add(41, (uint)word.Lists, (uint)word.Case);
        Add(42, (uint)before.Lists, (uint)word.Lists);
        Add(43, (uint)word.Lists, (uint)after.Lists);
        Add(44, (uint)before.Lists, (uint)word.Case);
        Add(45, (uint)after.Lists, (uint)word.Case);
        Add(46, (uint)left.Lists, left.Place << 4 | (uint)word.Case);
        Add(47, (uint)right.Lists, right.Place << 4 | (uint)word.Case);
        for (; bits != 0; bits &= bits - 1)
        {
            Add(48, bits & (0 - bits), phrase.Place << 4 | (uint)word.Case);
        }

        for (bits = (uint)word.Lists; bits != 0; bits &= bits - 1)
        {
            Add(49, bits & (0 - bits), (uint)word.Case);
        }

        for (bits = (uint)right.Lists; bits != 0; bits &= bits - 1)
        {
            Add(50, bits & (0 - bits), right.Place << 4 | (uint)word.Case);
        }

        for (bits = (uint)left.Lists; bits != 0; bits &= bits - 1)
        {
            Add(51, bits & (0 - bits), left.Place << 4 | (uint)word.Case);
        }
    }

    private void AddEvidence(int token, in NameForm word)
    {
        if (word.Case is NameCase.None or NameCase.Small)
        {
            return;
        }

        var evidence = view.Evidence[word.Folded];
        var seen = (uint)Math.Min(evidence.Capital, 2) | (uint)Math.Min(evidence.Small, 2) << 2;
        Add(60, seen, (uint)word.Case | (token == sentence.First ? 16u : 0) | sentenceCase << 8);
        Add(61, seen, (uint)word.Lists);
    }

    private readonly NamePhrase PhraseAt(int token) => token < sentence.First || token >= sentence.End ? default : view.Phrases[token];

    private readonly ref readonly NameForm At(int token)
    {
        if (token < sentence.First || token >= sentence.End)
        {
            return ref Edge;
        }

        return ref forms[view.FormOf[token]];
    }

    private void Add(uint template, uint first, uint second = 0)
    {
        if (count < places.Length)
        {
            places[count++] = FeatureHash.Of(template, first, second);
        }
    }
}
