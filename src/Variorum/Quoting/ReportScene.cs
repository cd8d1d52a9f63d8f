using Variorum.Learning;

namespace Variorum.Quoting;

/// <summary>A sentence seen from one cue: how each word stands to it in the tree and in the line.</summary>
/// <remarks>
/// <para><b>Shape.</b> Two places more than the sentence has words: the first stands for the sentence before, the last for the
/// sentence behind, so that what was said may go on in either.</para>
/// <para><b>Cost.</b> Linear in the sentence; the arrays are used again for the next cue.</para>
/// </remarks>
internal sealed class ReportScene(ReportText text)
{
    private const int LongestClimb = 6;

    private readonly Dictionary<int, int> _climb = [];
    private Place[] _places = [];
    private readonly uint[] _climbKeys = new uint[LongestClimb + 1];

    /// <summary>How a word stands to the cue.</summary>
    internal struct Place
    {
        /// <summary>The word under the common ancestor by whose branch it is reached; the word itself where it is that ancestor.</summary>
        public int Branch;

        /// <summary>Steps from the branch's head down to it.</summary>
        public byte Depth;

        /// <summary>Hash of the way: up from the cue, into the branch, on which side.</summary>
        public uint Way;

        /// <summary>Commas, other breaks, edges of marked stretches and finite verbs between it and the cue, few of each counted.</summary>
        public byte Commas;
        public byte Edges;
        public byte Verbs;
    }

    public ReportText Text => text;

    public Sentence Sentence { get; private set; } = new(default, 0, 0, 0);

    /// <summary>Index of the cue's main word.</summary>
    public int Cue { get; private set; }

    /// <summary>How sure the spotter is, in steps.</summary>
    public uint Odds { get; private set; }

    /// <summary>How the cue's clause is built; see <see cref="CueFeatures.Frame"/>.</summary>
    public uint Frame { get; private set; }

    public uint Spoken { get; private set; }

    /// <summary>How many places there are: the sentence's words and one on each side.</summary>
    public int Length => Sentence.End - Sentence.First + 2;

    public ref readonly Place this[int word] => ref _places[word - Sentence.First];

    /// <summary>The word of a place, and the head of the branch in which it stands; for a place outside, that of the nearest word.</summary>
    public (int Word, int Branch) WordsOf(int place)
    {
        var word = Sentence.First + place - 1;
        return (word, this[Math.Clamp(word, Sentence.First, Sentence.End - 1)].Branch);
    }

    /// <summary>Looks at a sentence from a cue.</summary>
    public void Look(Sentence sentence, int cue, uint odds)
    {
        (Sentence, Cue, Odds) = (sentence, cue, odds);
        (Frame, Spoken) = (CueFeatures.Frame(text, cue), CueFeatures.Spoken(text, sentence, cue));
        var count = sentence.End - sentence.First;
        if (_places.Length < count)
        {
            _places = new Place[Math.Max(count, 64)];
        }

        Climb();
        var tokens = text.Document.Tokens;
        for (var i = 0; i < count; i++)
        {
            _places[i].Branch = -1;
        }

        for (var i = sentence.First; i < sentence.End; i++)
        {
            Reach(i);
        }

        Count(cue, sentence.End, 1);
        Count(cue, sentence.First - 1, -1);
    }

    private void Climb()
    {
        _climb.Clear();
        var (at, steps, key) = (Cue, 0, 17u);
        while (at >= Sentence.First && at < Sentence.End && steps <= LongestClimb && _climb.TryAdd(at, steps))
        {
            _climbKeys[steps] = key;
            key = steps < 3 ? FeatureHash.Of(140, key, (uint)text.Document.Tokens[at].Relation) : key;
            at = text.Document.Tokens[at].Head;
            steps++;
        }
    }

    /// <summary>Follows a word's heads to the cue's line of ancestors and notes the way for all words passed.</summary>
    private void Reach(int word)
    {
        Span<int> passed = stackalloc int[64];
        var (at, count) = (word, 0);
        var tokens = text.Document.Tokens;
        while (count < passed.Length && at >= Sentence.First && at < Sentence.End && _places[at - Sentence.First].Branch < 0 && !_climb.ContainsKey(at))
        {
            passed[count++] = at;
            at = tokens[at].Head;
        }

        var inside = at >= Sentence.First && at < Sentence.End;
        if (inside && _climb.TryGetValue(at, out var steps))
        {
            SetOnLine(at, steps);
            if (count > 0)
            {
                SetBranch(passed[--count], steps);
            }
        }
        else if (!inside || count == passed.Length)
        {
            if (count > 0)
            {
                SetBranch(passed[--count], LongestClimb);
            }
        }

        while (count > 0)
        {
            var child = passed[--count];
            ref readonly var parent = ref _places[tokens[child].Head - Sentence.First];
            ref var place = ref _places[child - Sentence.First];
            (place.Branch, place.Way, place.Depth) = (parent.Branch, parent.Way, (byte)Math.Min(parent.Depth + 1, 9));
        }
    }

    private void SetOnLine(int word, int steps)
    {
        ref var place = ref _places[word - Sentence.First];
        (place.Branch, place.Depth, place.Way) = (word, 0, FeatureHash.Of(141, _climbKeys[steps], word < Cue ? 1u : 2u));
    }

    private void SetBranch(int word, int steps)
    {
        ref var place = ref _places[word - Sentence.First];
        var side = word < Cue ? 1u : 2u;
        var relation = (uint)text.Document.Tokens[word].Relation;
        (place.Branch, place.Depth, place.Way) = (word, 1, FeatureHash.Of(142, _climbKeys[steps], relation << 2 | side));
    }

    private void Count(int from, int to, int step)
    {
        var (commas, edges, verbs) = (0, 0, 0);
        var tokens = text.Document.Tokens;
        var mark = text.Marks[from];
        for (var i = from; i != to; i += step)
        {
            if (text.Marks[i] != mark)
            {
                edges++;
                mark = text.Marks[i];
            }

            ref var place = ref _places[i - Sentence.First];
            (place.Commas, place.Edges, place.Verbs) = ((byte)Math.Min(commas, 3), (byte)Math.Min(edges, 3), (byte)Math.Min(verbs, 3));
            if (i != from)
            {
                commas += tokens[i].Penn == PennTag.Comma ? 1 : 0;
                verbs += tokens[i].Penn.IsFinite() ? 1 : 0;
            }
        }
    }
}
