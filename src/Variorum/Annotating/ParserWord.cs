using System.Runtime.CompilerServices;
using Variorum.Learning;

namespace Variorum.Annotating;

/// <summary>The numbers of the rows of weights that stand for one word: its form, tags, classes, ending, and the marks beside it.</summary>
[InlineArray(Count)]
internal struct WordRows
{
    public const int Count = 11;

    private int first;
}

/// <summary>What the parser sees of one word, and what stands before it in its sentence.</summary>
internal struct ParserWord
{
    /// <summary>Rows for parts of speech, Penn tags, shapes, marks before, marks after, coarse classes, endings of three and of two letters, classes;
    /// those of forms come last, the first of them for every unknown form.</summary>
    private const int UniversalRow = 2;
    private const int PennRow = UniversalRow + 32;
    private const int ShapeRow = PennRow + 64;
    private const int BeforeRow = ShapeRow + 16;
    private const int AfterRow = BeforeRow + MarkKinds;
    private const int PathRow = AfterRow + MarkKinds;
    private const int FinePathRow = PathRow + 128;
    private const int EndingRow = FinePathRow + 1024;
    private const int ShortEndingRow = EndingRow + Endings;
    private const int ClassRow = ShortEndingRow + ShortEndings;
    private const int MarkKinds = 64;
    private const int Endings = 2048;
    private const int ShortEndings = 512;
    private const int MostClasses = 1024;

    /// <summary>How many forks of a class's path make a coarse class and a finer one.</summary>
    private const int CoarseForks = 6;
    private const int FineForks = 9;

    /// <summary>The row of every form that is not known.</summary>
    public const int UnknownRow = ClassRow + MostClasses;

    /// <summary>Place of the form's row, of the mark before and of the mark after.</summary>
    public const int FormPlace = 0;
    private const int BeforePlace = 4;
    private const int AfterPlace = 5;

    /// <summary>No word: beyond the sentence, or a child that is not there.</summary>
    public static readonly ParserWord None;

    public WordRows Rows;

    /// <summary>How many commas there are before this word, how many quotation marks, other marks; of verbs and conjunctions also itself.</summary>
    public int Commas;
    public int Verbs;
    public int Coordinators;
    public int Quotes;
    public int Marks;

    /// <summary>The punctuation between the word before and this one, as one number; 0 for none.</summary>
    private uint before;

    /// <summary>Whether a quotation stands open at this word, by the number of marks so far.</summary>
    public readonly int QuoteSide => Quotes & 1;

    /// <summary>Looks at a word.</summary>
    /// <param name="form">As printed.</param>
    /// <param name="tag">Its part of speech.</param>
    /// <param name="clusters">Classes of words.</param>
    /// <param name="forms">Numbers of the known forms.</param>
    /// <param name="passed">What stands before it.</param>
    public static ParserWord Of(ReadOnlySpan<char> form, TagPair tag, Clusters clusters, FormTable forms, in ParserWord passed)
    {
        var number = clusters.Find(form);
        var look = passed;
        var ending = Ending(form, 3);
        look.Rows[FormPlace] = UnknownRow + forms.Find(WordForm.KeyOf(form));
        look.Rows[1] = UniversalRow + (int)tag.Universal;
        look.Rows[2] = PennRow + (int)tag.Penn;
        look.Rows[3] = ShapeRow + Shape(form);
        look.Rows[BeforePlace] = BeforeRow + Kind(passed.before);
        look.Rows[AfterPlace] = AfterRow;
        look.Rows[6] = PathRow + (int)clusters.Path(number, CoarseForks);
        look.Rows[7] = ClassRow + Math.Min(number, MostClasses - 1);
        look.Rows[8] = EndingRow + (int)((ending * 0x9E3779B1) >> 21);
        look.Rows[9] = ShortEndingRow + (int)((Ending(form, 2) * 0x9E3779B1) >> 23);
        look.Rows[10] = FinePathRow + (int)clusters.Path(number, FineForks);
        look.Verbs += tag.Universal == PartOfSpeech.Verb ? 1 : 0;
        look.Coordinators += tag.Universal == PartOfSpeech.Cconj ? 1 : 0;
        return look;
    }

    /// <summary>The root behind what was passed.</summary>
    public static ParserWord Root(in ParserWord passed)
    {
        var root = passed;
        root.Rows = default;
        root.Rows[0] = 1;
        root.Rows[BeforePlace] = BeforeRow + Kind(passed.before);
        return root;
    }

    /// <summary>What is passed between a word and the next.</summary>
    public readonly ParserWord Pass()
    {
        var passed = this;
        passed.before = 0;
        return passed;
    }

    /// <summary>Passes a mark.</summary>
    public void Pass(ReadOnlySpan<char> mark, PennTag tag)
    {
        before = ((before ^ Ending(mark, 3)) * 0x01000193) + 1;
        switch (tag)
        {
            case PennTag.Comma:
                Commas++;
                break;
            case PennTag.OpenQuote or PennTag.CloseQuote:
                Quotes++;
                break;
            default:
                Marks++;
                break;
        }
    }

    /// <summary>Tells this word what stands between it and the next.</summary>
    public void Meet(in ParserWord next) => Rows[AfterPlace] = next.Rows[BeforePlace] + MarkKinds;

    /// <summary>The same word in a sentence read from its end.</summary>
    public readonly ParserWord Mirror(in ParserWord root)
    {
        var word = this;
        (word.Rows[BeforePlace], word.Rows[AfterPlace]) = (Rows[AfterPlace] - MarkKinds, Rows[BeforePlace] + MarkKinds);
        (word.Commas, word.Verbs, word.Coordinators) = (root.Commas - Commas, root.Verbs - Verbs, root.Coordinators - Coordinators);
        (word.Quotes, word.Marks) = (root.Quotes - Quotes, root.Marks - Marks);
        return word;
    }

    /// <summary>Different numbers below <see cref="ArcView.Passages"/> for what is passed from one word to a later one: commas, verbs, conjunctions, quotation marks, other marks.</summary>
    public static int Between(in ParserWord left, in ParserWord right) =>
        Math.Min(right.Commas - left.Commas, 3)
        | Math.Min(right.Verbs - left.Verbs, 3) << 2
        | Math.Min(right.Coordinators - left.Coordinators, 2) << 4
        | Math.Min(right.Quotes - left.Quotes, 2) << 6
        | Math.Min(right.Marks - left.Marks, 2) << 8;

    /// <summary>A number from 1 for a run of marks, 0 for none.</summary>
    private static int Kind(uint marks) => marks == 0 ? 0 : 1 + (int)(marks * 0x9E3779B1 % (MarkKinds - 1));

    private static int Shape(ReadOnlySpan<char> form)
    {
        var (upper, lower, digits) = (0, 0, 0);
        foreach (var c in form)
        {
            upper += char.IsUpper(c) ? 1 : 0;
            lower += char.IsLower(c) ? 1 : 0;
            digits += char.IsAsciiDigit(c) ? 1 : 0;
        }

        var letters = upper == 0 ? lower == 0 ? 0 : 1 : lower == 0 ? upper == 1 ? 2 : 3 : char.IsUpper(form[0]) && upper == 1 ? 4 : 5;
        return digits == 0 ? letters : letters == 0 ? digits == 4 ? 6 : 7 : 8 + letters;
    }

    /// <summary>A hash of the last letters; capitals count as small and every digit as 0.</summary>
    private static uint Ending(ReadOnlySpan<char> form, int letters)
    {
        var hash = 2166136261u;
        foreach (var c in form[Math.Max(0, form.Length - letters)..])
        {
            var folded = c switch
            {
                >= 'a' and <= 'z' => c,
                >= '0' and <= '9' => '0',
                '‘' or '’' or '`' or 'ʼ' => '\'',
                '“' or '”' or '«' or '»' => '"',
                '–' or '—' or '‐' or '‑' => '-',
                _ => char.ToLowerInvariant(c),
            };
            hash = (hash ^ folded) * 16777619;
        }

        return hash;
    }
}
