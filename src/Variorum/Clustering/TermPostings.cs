namespace Variorum.Clustering;

/// <summary>Which articles of the window hold a term.</summary>
/// <remarks>
/// <para><b>Shape.</b> One table of terms and one array of what they hold, cut into blocks that double as a term's articles
/// grow: nothing is made anew for a term, and the collector has nothing to walk.</para>
/// <para><b>Order.</b> A term's articles stand in the order of arrival. Those that have left the window are passed over; of a
/// term in too many articles only the latest are held.</para>
/// </remarks>
internal sealed class TermPostings
{
    /// <summary>A word in more articles of the window finds nothing that rarer ones do not, and what it finds is the latest.</summary>
    private const int Longest = 300;

    /// <summary>A block of size n holds 2 to the power of n; the greatest holds more than <see cref="Longest"/>.</summary>
    private const int GreatestSize = 9;

    /// <summary>Terms that weigh as much come first, so that the most alike are met first and the ranks of others are soon seen to be too low.</summary>
    private const byte Strong = 32;

    private readonly int[] free = new int[GreatestSize + 1];
    private readonly List<(uint Term, byte Weight)> terms = [];
    private readonly List<(uint Term, byte Weight)> weak = [];
    private readonly List<int> places = [];
    private Run[] runs = new Run[1 << 10];
    private Run[] spare = [];
    private Posting[] postings = new Posting[1 << 10];
    private int count;
    private int end = 1;

    /// <summary>How many terms of the article in hand are looked up.</summary>
    public int Count => places.Count;

    /// <summary>Of no meaning: what is looked at must be used.</summary>
    public int Looked { get; private set; }

    /// <summary>Takes an article in hand: its terms, those that weigh much first.</summary>
    /// <remarks>All places of memory are looked at before any is used: waiting for many together takes as long as for one.</remarks>
    public void Seek(StorySketch sketch)
    {
        terms.Clear();
        weak.Clear();
        places.Clear();
        var hashes = sketch.Terms.Hashes;
        var weights = sketch.Terms.Weights;
        for (var t = 0; t < hashes.Length; t++)
        {
            if (weights[(t * TermSet.Width) + (int)TermFace.Whole] is > 0 and var weight)
            {
                (weight < Strong ? weak : terms).Add((hashes[t], weight));
                Looked ^= runs[Home(hashes[t])].Start;
            }
        }

        terms.AddRange(weak);
        Reserve(terms.Count);
        foreach (var (term, _) in terms)
        {
            places.Add(Find(term));
            Looked ^= (int)postings[runs[places[^1]].First].Bits;
        }
    }

    /// <summary>What a term of the article in hand weighs in it.</summary>
    public byte Weight(int term) => terms[term].Weight;

    /// <summary>A term's articles and what it weighs in each; none where there are too many.</summary>
    /// <param name="term">Which term of the article in hand.</param>
    /// <param name="oldest">The first article of the window.</param>
    public ReadOnlySpan<Posting> Read(int term, int oldest)
    {
        ref var run = ref runs[places[term]];
        if (run.Count > Longest && !postings[run.End - Longest - 1].IsBefore(oldest))
        {
            return [];
        }

        Age(ref run, oldest);
        return postings.AsSpan(run.First, run.Count);
    }

    /// <summary>Notes that the article in hand holds its terms.</summary>
    public void Add(int article, int oldest)
    {
        for (var t = 0; t < places.Count; t++)
        {
            ref var run = ref runs[places[t]];
            if (run.End == run.Start + (1 << run.Size))
            {
                Age(ref run, oldest);
                Widen(ref run);
            }

            postings[run.End++] = new Posting(article, terms[t].Weight);
        }
    }

    /// <summary>Takes out the terms that no article of the window holds.</summary>
    public void Sweep(int oldest)
    {
        var before = runs;
        (runs, spare, count) = (spare.Length == runs.Length ? spare : new Run[runs.Length], runs, 0);
        Array.Clear(runs);
        foreach (ref var run in before.AsSpan())
        {
            if (run.Size > 0 && run.Count > 0 && !postings[run.End - 1].IsBefore(oldest))
            {
                runs[Vacancy(run.Term)] = run;
                count++;
            }
            else if (run.Size > 0)
            {
                Release(run.Start, run.Size);
            }
        }
    }

    /// <summary>Passes over the articles that have left.</summary>
    private void Age(ref Run run, int oldest)
    {
        while (run.First < run.End && postings[run.First].IsBefore(oldest))
        {
            run.First++;
        }
    }

    /// <summary>Makes room for one more.</summary>
    private void Widen(ref Run run)
    {
        var kept = Math.Min(run.Count, Longest);
        var (from, to, size) = (run.End - kept, run.Start, run.Size);
        if (kept > 1 << (size - 1) && size < GreatestSize)
        {
            size++;
            to = Block(size);
        }

        Array.Copy(postings, from, postings, to, kept);
        if (size != run.Size)
        {
            Release(run.Start, run.Size);
        }

        run = new Run(run.Term, to, kept, size);
    }

    private void Reserve(int more)
    {
        if ((count + more) * 2 > runs.Length)
        {
            var before = runs;
            runs = new Run[before.Length * 2];
            foreach (ref var run in before.AsSpan())
            {
                if (run.Size > 0)
                {
                    runs[Vacancy(run.Term)] = run;
                }
            }
        }
    }

    private int Home(uint term) => (int)(term * 0x9E3779B1u >> 1) & (runs.Length - 1);

    /// <summary>The place of a term, made where it has none.</summary>
    private int Find(uint term)
    {
        var place = Home(term);
        while (runs[place].Size > 0)
        {
            if (runs[place].Term == term)
            {
                return place;
            }

            place = (place + 1) & (runs.Length - 1);
        }

        count++;
        var block = Block(1);
        runs[place] = new Run(term, block, 0, 1);
        return place;
    }

    private int Vacancy(uint term)
    {
        var place = Home(term);
        while (runs[place].Size > 0)
        {
            place = (place + 1) & (runs.Length - 1);
        }

        return place;
    }

    /// <summary>A block of a size: one that was given back, or a new one.</summary>
    private int Block(byte size)
    {
        if (free[size] is > 0 and var block)
        {
            free[size] = (int)postings[block].Bits;
            return block;
        }

        block = end;
        end += 1 << size;
        if (end > postings.Length)
        {
            Array.Resize(ref postings, Math.Max(end, postings.Length * 2));
        }

        return block;
    }

    /// <summary>Gives a block back; its first place leads to the one given back before.</summary>
    private void Release(int block, byte size)
    {
        postings[block] = new Posting((uint)free[size]);
        free[size] = block;
    }

    /// <summary>An article that holds a term, in four bytes: most of the time of a search is waiting for them.</summary>
    /// <param name="Bits">The lower bits of the article's number, then what the term weighs in it.</param>
    internal readonly record struct Posting(uint Bits)
    {
        private const int WeightBits = 8;

        public Posting(int article, byte weight)
            : this(((uint)article << WeightBits) | weight)
        {
        }

        /// <summary>The article's number but for its higher bits, which all articles of a window share or nearly so.</summary>
        public int Article => (int)(Bits >> WeightBits);

        /// <summary>What the term weighs in it.</summary>
        public int Weight => (byte)Bits;

        /// <summary>Whether the article came before another, of a window of a few million.</summary>
        public bool IsBefore(int other) => (int)((Bits & ~(uint)byte.MaxValue) - ((uint)other << WeightBits)) < 0;
    }

    /// <summary>A term's articles: where their block is, and which part of it is theirs. Of sixteen bytes, so that none lies across two lines of memory.</summary>
    private struct Run(uint term, int start, int count, byte size)
    {
        public readonly uint Term = term;
        public readonly int Start = start;
        private ushort first;
        private ushort end = (ushort)count;
        public readonly byte Size = size;

        public int First
        {
            readonly get => Start + first;
            set => first = (ushort)(value - Start);
        }

        public int End
        {
            readonly get => Start + end;
            set => end = (ushort)(value - Start);
        }

        public readonly int Count => end - first;
    }
}
