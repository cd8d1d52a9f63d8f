using System.Collections.Immutable;
using Variorum.Learning;

namespace Variorum.Quoting;

/// <summary>A document as the attribution models see it: what they ask of each word, in arrays side by side.</summary>
/// <remarks><b>Cost.</b> Made once a document, in one pass over its words and one over its mentions.</remarks>
internal sealed class ReportText
{
    /// <summary>Log-odds from which a word counts as a likely cue for the words around it.</summary>
    private const float LikelyCue = -0.5f;

    private readonly uint[] forms;
    private readonly uint[] lemmas;
    private readonly int[] marks;
    private readonly byte[] mentions;
    private readonly Family[] families;
    private readonly uint[] clusters;
    private readonly float[] odds;
    private readonly Hint[] hints;
    private readonly Above[] above;
    private readonly uint[] near;
    private readonly int[] roots;
    private readonly bool[] opens;
    private readonly Usage[] usages;
    private readonly WordTable vectors;

    public ReportText(Document document, ImmutableArray<Marked> marked, ImmutableArray<Mention> named, Models models, UsageTable usage)
    {
        (Document, Marked, vectors) = (document, marked, models.Words);
        var count = document.Tokens.Length;
        (forms, lemmas, marks, mentions, families) = (new uint[count], new uint[count], new int[count], new byte[count], new Family[count]);
        (clusters, odds, hints, above, near, roots, opens) = (new uint[count], new float[count], new Hint[count], new Above[count], new uint[count], new int[count], new bool[count]);
        usages = new Usage[count];
        LookAtWords(models.Clusters, usage);
        LookAtMarks();
        LookAtMentions(named);
        LookAtFamilies();
    }

    public Document Document { get; }

    public ImmutableArray<Marked> Marked { get; }

    public ReadOnlySpan<uint> Forms => forms;

    public ReadOnlySpan<uint> Lemmas => lemmas;

    /// <summary>Index of the marked stretch that holds a word, its marks included; -1 for none.</summary>
    public ReadOnlySpan<int> Marks => marks;

    /// <summary>Kind and type of the innermost mention that holds a word, 0 for none.</summary>
    public ReadOnlySpan<byte> Mentions => mentions;

    public ReadOnlySpan<Family> Families => families;

    /// <summary>For each word its class of alike words: twelve bits of the path, then four.</summary>
    public ReadOnlySpan<uint> Clusters => clusters;

    /// <summary>What verbs and nouns mean and do.</summary>
    public ReadOnlySpan<Usage> Usages => usages;

    /// <summary>The log-odds that a word is a report's main word; set by <see cref="SetOdds"/>.</summary>
    public ReadOnlySpan<float> Odds => odds;

    /// <summary>How likely each word is source, cue and content of whatever report; set by <see cref="SetHint"/>.</summary>
    public ReadOnlySpan<Hint> Hints => hints;

    /// <summary>The nearest likely cue above each word in the tree.</summary>
    public ReadOnlySpan<Above> Above => above;

    /// <summary>How far off the next likely cues stand to both sides in the sentence, in the coarse.</summary>
    public ReadOnlySpan<uint> Near => near;

    public bool OpensSentence(int at) => opens[at];

    /// <summary>How likely the root of a word's sentence is a cue.</summary>
    public uint RootOdds(int at) => roots[at] < 0 ? 99 : CueSpotter.Bucket(odds[roots[at]]);

    /// <summary>The vector of a word's lemma; see <see cref="WordTable.CopyVector"/>.</summary>
    public void CopyVector(int at, Span<float> vector) => vectors.CopyVector(vectors.Find(Document.Tokens[at].Lemma), vector);

    public void SetHint(int at, Hint hint) => hints[at] = hint;

    /// <summary>Takes the spotter's odds of all words, and looks from them at what hangs on what.</summary>
    public void SetOdds(ReadOnlySpan<float> values)
    {
        values.CopyTo(odds);
        foreach (var sentence in Document.Sentences)
        {
            LookAbove(sentence);
            LookNear(sentence);
        }
    }

    private bool IsLikely(int at) => odds[at] >= LikelyCue;

    private void LookAbove(Sentence sentence)
    {
        opens[sentence.First] = true;
        var root = -1;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            root = Document.Tokens[i].Head < 0 ? i : root;
            above[i] = new Above(-2, -1, 0, 0);
        }

        Span<int> passed = stackalloc int[48];
        for (var i = sentence.First; i < sentence.End; i++)
        {
            roots[i] = root;
            var (at, count) = (i, 0);
            while (count < passed.Length && above[at].Cue == -2)
            {
                passed[count++] = at;
                var head = Document.Tokens[at].Head;
                if (head < sentence.First || head >= sentence.End)
                {
                    break;
                }

                at = head;
            }

            while (count > 0)
            {
                var child = passed[--count];
                above[child] = AboveOf(sentence, child);
            }
        }
    }

    private Above AboveOf(Sentence sentence, int child)
    {
        var token = Document.Tokens[child];
        if (token.Head < sentence.First || token.Head >= sentence.End)
        {
            return new Above(-1, -1, FeatureHash.Of(151, IsLikely(child) ? 1u : 2u), 0);
        }

        var parent = above[token.Head];
        if (IsLikely(token.Head))
        {
            return new Above(token.Head, child, FeatureHash.Of(152, (uint)token.Relation, child < token.Head ? 1u : 2u), parent.Way);
        }

        // Nothing likely above yet: the way from the root is kept, in the coarse.
        return parent.Cue >= 0 ? parent with { Way = FeatureHash.Of(153, parent.Way & 0xFFFFFFF0), Inside = Enclosing.Enter(parent.Inside, token.Relation) }
            : new Above(-1, -1, FeatureHash.Of(154, (uint)token.Relation), 0);
    }

    private void LookNear(Sentence sentence)
    {
        var since = 99;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            since = IsLikely(i) ? 0 : since + 1;
            near[i] = Coarse(since);
        }

        since = 99;
        for (var i = sentence.End - 1; i >= sentence.First; i--)
        {
            since = IsLikely(i) ? 0 : since + 1;
            near[i] |= Coarse(since) << 4;
        }
    }

    private static uint Coarse(int words) => words switch
    {
        < 4 => (uint)words,
        < 7 => 4,
        < 12 => 5,
        < 99 => 6,
        _ => 7,
    };

    private void LookAtWords(Clusters words, UsageTable usage)
    {
        Span<char> folded = stackalloc char[32];
        for (var i = 0; i < forms.Length; i++)
        {
            var token = Document.Tokens[i];
            forms[i] = Fold(Document.Form(i), folded);
            lemmas[i] = Fold(token.Lemma, folded);
            usages[i] = usage.Find(lemmas[i], token.Penn);
            var word = words.Find(Document.Form(i));
            clusters[i] = words.Path(word, 10) | words.Path(word, 4) << 12;
        }
    }

    private static uint Fold(ReadOnlySpan<char> word, Span<char> folded)
    {
        var length = Math.Min(word.Length, folded.Length);
        for (var i = 0; i < length; i++)
        {
            folded[i] = word[i] switch
            {
                >= 'a' and <= 'z' => word[i],
                >= '0' and <= '9' => '0',
                '‘' or '’' or '`' => '\'',
                '“' or '”' or '«' or '»' => '"',
                '–' or '—' => '-',
                var c => char.ToLowerInvariant(c),
            };
        }

        return FeatureHash.Of(folded[..length]);
    }

    private void LookAtMarks()
    {
        var at = 0;
        for (var i = 0; i < marks.Length; i++)
        {
            while (at < Marked.Length && Marked[at].Outer.End <= Document.Tokens[i].Start)
            {
                at++;
            }

            marks[i] = at < Marked.Length && Marked[at].Outer.Start <= Document.Tokens[i].Start ? at : -1;
        }
    }

    private void LookAtMentions(ImmutableArray<Mention> named)
    {
        var next = 0;
        foreach (var mention in named)
        {
            while (next < mentions.Length && Document.Tokens[next].End <= mention.Span.Start)
            {
                next++;
            }

            var code = (byte)(1 + ((int)mention.Kind * 8) + (int)mention.Type);
            for (var i = next; i < mentions.Length && Document.Tokens[i].Start < mention.Span.End; i++)
            {
                mentions[i] = code;
            }
        }
    }

    private void LookAtFamilies()
    {
        Array.Fill(families, Family.Empty);
        for (var i = 0; i < families.Length; i++)
        {
            var token = Document.Tokens[i];
            if (token.Head >= 0 && token.Head < families.Length)
            {
                families[token.Head].Add(i, token, lemmas[i]);
            }
        }
    }
}

/// <summary>How a word hangs on the nearest likely cue above it.</summary>
/// <param name="Cue">The cue's word; -1 without one.</param>
/// <param name="Branch">The cue's child by which it is reached.</param>
/// <param name="Way">Hash of the relation into the branch and of how it goes on.</param>
/// <param name="Inside">The clauses on the way from the branch down to it; see <see cref="Enclosing"/>.</param>
/// <param name="Outer">The way of that cue itself to the next above it; 0 without one.</param>
internal readonly record struct Above(int Cue, int Branch, uint Way, uint Outer, uint Inside = 0);
