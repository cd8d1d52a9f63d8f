using Variorum.Learning;
using Variorum.Lexicons;

namespace Variorum.Annotating;

/// <summary>A document as the name tagger sees it: each word's form, what lists of names say of it and of the phrase it stands in,
/// and how the document writes it elsewhere.</summary>
/// <remarks><b>Cost.</b> A form is looked at once, however often it occurs.</remarks>
internal sealed class NameView
{
    private const int LongestPhrase = 8;
    private const NameList Common = NameList.Word | NameList.Job | NameList.Title | NameList.OrganisationWord | NameList.PlaceWord | NameList.EventWord | NameList.Given | NameList.Surname;

    private readonly NameLists lists;
    private readonly Clusters clusters;
    private readonly List<NameForm> forms = new(256);
    private readonly Dictionary<uint, int> folded = new(256);

    public NameView(Document document, NameLists lists, Clusters clusters)
    {
        Document = document;
        (this.lists, this.clusters) = (lists, clusters);
        FormOf = ReadForms(document);
        Phrases = new NamePhrase[FormOf.Length];
        Cases = new SentenceCase[document.Sentences.Length];
        Careless = new bool[Cases.Length];
        Evidence = new NameEvidence[folded.Count];
        for (var s = 0; s < document.Sentences.Length; s++)
        {
            var sentence = document.Sentences[s];
            Cases[s] = CaseOf(sentence);
            Careless[s] = IsCareless(sentence);
            Match(sentence);
            Notice(sentence, Cases[s]);
        }
    }

    public Document Document { get; }

    /// <summary>Each token's number among <see cref="Forms"/>.</summary>
    public int[] FormOf { get; }

    public ReadOnlySpan<NameForm> Forms => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(forms);

    /// <summary>The longest listed phrase that each token stands in.</summary>
    public NamePhrase[] Phrases { get; }

    /// <summary>How each sentence is cased.</summary>
    public SentenceCase[] Cases { get; }

    /// <summary>Whether each sentence opens with a small letter or has no capital at all: its writer may leave them out in names too.</summary>
    public bool[] Careless { get; }

    /// <summary>How the document writes each word, by <see cref="NameForm.Folded"/>.</summary>
    public NameEvidence[] Evidence { get; }

    /// <summary>Whether a word and those within a few places are in small letters, itself on no list of names, in a sentence that has capitals where they belong: no name's.</summary>
    public bool IsPlain(int sentence, int token)
    {
        if (Careless[sentence] || Cases[sentence] != SentenceCase.Mixed)
        {
            return false;
        }

        var (first, end) = (Math.Max(Document.Sentences[sentence].First, token - 3), Math.Min(Document.Sentences[sentence].End, token + 3));
        for (var i = first; i < end; i++)
        {
            ref readonly var form = ref Forms[FormOf[i]];
            if (form.Case > NameCase.Small || (i == token && ((form.Lists | Phrases[i].Lists) & ~Common) != NameList.None))
            {
                return false;
            }
        }

        return true;
    }

    private int[] ReadForms(Document document)
    {
        var known = new Dictionary<string, int>(256, StringComparer.Ordinal);
        var lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
        var numbers = new int[document.Tokens.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            var text = document.Form(i);
            if (!lookup.TryGetValue(text, out var number))
            {
                number = forms.Count;
                lookup[text] = number;
                var form = NameForm.Of(text, lists, clusters);
                if (!folded.TryGetValue(form.Word, out form.Folded))
                {
                    form.Folded = folded.Count;
                    folded.Add(form.Word, form.Folded);
                }

                forms.Add(form);
            }

            numbers[i] = number;
        }

        return numbers;
    }

    /// <summary>Four longer words in five with a capital tell nothing by it.</summary>
    private SentenceCase CaseOf(Sentence sentence)
    {
        var (all, capital, upper) = (0, 0, 0);
        for (var i = sentence.First; i < sentence.End; i++)
        {
            ref readonly var form = ref Forms[FormOf[i]];
            if (form.IsLong)
            {
                all++;
                capital += form.Case is NameCase.Capital or NameCase.Upper ? 1 : 0;
                upper += form.Case == NameCase.Upper ? 1 : 0;
            }
        }

        if (all < 3)
        {
            return SentenceCase.Mixed;
        }

        return upper * 5 >= all * 4 ? SentenceCase.Upper : all >= 4 && capital * 5 >= all * 4 ? SentenceCase.Title : SentenceCase.Mixed;
    }

    private bool IsCareless(Sentence sentence)
    {
        var first = sentence.First;
        while (first < sentence.End && Forms[FormOf[first]].Case == NameCase.None)
        {
            first++;
        }

        for (var i = first; i < sentence.End && Forms[FormOf[first]].Case != NameCase.Small; i++)
        {
            if (Document.Form(i) is "i")
            {
                return true;
            }
        }

        return first < sentence.End && Forms[FormOf[first]].Case == NameCase.Small;
    }

    /// <summary>Longest phrases from left to right.</summary>
    private void Match(Sentence sentence)
    {
        for (var at = sentence.First; at < sentence.End;)
        {
            var (end, found) = Longest(at, Math.Min(sentence.End, at + LongestPhrase));
            for (var i = at; i < end; i++)
            {
                Phrases[i] = new NamePhrase(found, (byte)(i - at), (byte)(end - i));
            }

            at = Math.Max(end, at + 1);
        }
    }

    private (int End, NameList Lists) Longest(int first, int limit)
    {
        var (end, found) = (first, NameList.None);
        var phrase = 0u;
        for (var i = first; i < limit; i++)
        {
            phrase = i == first ? Forms[FormOf[i]].Phrase : NameLists.Join(phrase, Forms[FormOf[i]].Phrase);
            var held = lists.Find(phrase);
            if ((held & ~(NameList.Opening | NameList.Word | NameList.Job)) != NameList.None || (i == first && held != NameList.None))
            {
                (end, found) = (i + 1, held & ~NameList.Opening);
            }

            if (!held.HasFlag(NameList.Opening))
            {
                break;
            }
        }

        return (end, found);
    }

    private void Notice(Sentence sentence, SentenceCase sentenceCase)
    {
        for (var i = sentence.First; i < sentence.End; i++)
        {
            ref readonly var form = ref Forms[FormOf[i]];
            ref var evidence = ref Evidence[form.Folded];
            if (form.Case == NameCase.Small)
            {
                evidence.Small++;
            }
            else if (i > sentence.First && sentenceCase == SentenceCase.Mixed && form.Case is NameCase.Capital or NameCase.Upper && char.IsLetterOrDigit(Document.Text[Document.Tokens[i - 1].End - 1]))
            {
                evidence.Capital++;
            }
        }
    }
}

/// <summary>Where in a listed phrase a word stands.</summary>
/// <param name="Lists">The lists that hold the phrase.</param>
/// <param name="Before">How many of its words go before.</param>
/// <param name="Left">How many are left, this one included; 0 where there is no phrase.</param>
internal readonly record struct NamePhrase(NameList Lists, byte Before, byte Left)
{
    /// <summary>0 for none, then alone, first, inside, last.</summary>
    public uint Place => Left == 0 ? 0u : Before == 0 ? Left == 1 ? 1u : 2u : Left == 1 ? 4u : 3u;
}

/// <summary>How a document writes a word.</summary>
internal struct NameEvidence
{
    /// <summary>How often in small letters.</summary>
    public int Small;

    /// <summary>How often with a capital inside a sentence.</summary>
    public int Capital;
}
