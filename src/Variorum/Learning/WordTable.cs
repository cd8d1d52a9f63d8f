using System.Numerics;

namespace Variorum.Learning;

/// <summary>What is known of words from a large heap of news: how rare each is, and which are near in meaning.</summary>
/// <remarks>
/// <para><b>Shape.</b> Words are lemmas; capitals play no part. They are kept as hashes: an unknown word is taken for a
/// known one about once in a hundred thousand.</para>
/// <para><b>Cost.</b> The vectors are unpacked at the first question for a similarity. Whoever compares the same words
/// often asks for their numbers once.</para>
/// </remarks>
internal sealed class WordTable
{
    /// <summary>The length of a vector that is copied: its cells are then about one in size.</summary>
    private const float Length = 8;

    private const int LongestWord = 48;

    private readonly float[] idf;
    private readonly float unknownIdf;
    private readonly uint[] keys;
    private readonly int[] numbers;
    private readonly Lazy<Vectors> vectors;

    private WordTable(uint[] sorted, float[] idf, float unknownIdf, int dimensions, Func<Vectors> unpack)
    {
        (this.idf, this.unknownIdf, Dimensions) = (idf, unknownIdf, dimensions);
        vectors = new Lazy<Vectors>(unpack);
        keys = new uint[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, sorted.Length * 2))];
        numbers = new int[keys.Length];
        for (var i = 0; i < sorted.Length; i++)
        {
            Insert(sorted[i], i + 1);
        }
    }

    /// <summary>The length of a vector.</summary>
    public int Dimensions { get; }

    /// <summary>Reads the table's model.</summary>
    public static WordTable Read(ModelFile file)
    {
        using var reader = file.Reader("words");
        var (count, size, documents) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        var sorted = new uint[count];
        var rarity = new float[count];
        var key = 0u;
        for (var i = 0; i < count; i++)
        {
            key += (uint)reader.Read7BitEncodedInt();
            sorted[i] = key;
            rarity[i] = MathF.Log((float)documents / Math.Max(1, reader.Read7BitEncodedInt()));
        }

        return new WordTable(sorted, rarity, MathF.Log(documents), size, () => new Vectors(file.Section("vectors"), count, size));
    }

    /// <summary>Inverse document frequency of a lemma: natural log of documents over documents with it; the greatest value for an unknown one.</summary>
    public float Idf(string lemma) => Find(lemma) is var number and >= 0 ? idf[number] : unknownIdf;

    /// <summary>Cosine of two lemmas' vectors, -1 to 1; 1 for equal lemmas, 0 where either is unknown.</summary>
    public float Similarity(string left, string right)
    {
        if (string.Equals(left, right, StringComparison.OrdinalIgnoreCase))
        {
            return 1;
        }

        return Similarity(Find(left), Find(right));
    }

    /// <summary>A lemma's number, for asking often; -1 for an unknown one.</summary>
    public int Find(ReadOnlySpan<char> lemma) => Find(KeyOf(lemma));

    /// <summary>The same by the lemma's <see cref="KeyOf"/>.</summary>
    public int Find(uint key)
    {
        var mask = keys.Length - 1;
        for (var slot = (int)(key & (uint)mask); numbers[slot] > 0; slot = (slot + 1) & mask)
        {
            if (keys[slot] == key)
            {
                return numbers[slot] - 1;
            }
        }

        return -1;
    }

    /// <summary>Cosine of the vectors of two lemmas, given by their numbers; 0 where either is unknown.</summary>
    public float Similarity(int left, int right) => left < 0 || right < 0 ? 0 : left == right ? 1 : vectors.Value.Cosine(left, right);

    /// <summary>Copies a lemma's vector, of length <see cref="Length"/>; zeros for an unknown one.</summary>
    public void CopyVector(int number, Span<float> vector)
    {
        vector.Clear();
        if (number >= 0)
        {
            vectors.Value.Copy(number, vector);
        }
    }

    /// <summary>The key under which a lemma is kept.</summary>
    public static uint KeyOf(ReadOnlySpan<char> lemma)
    {
        Span<char> folded = stackalloc char[LongestWord];
        var length = Math.Min(lemma.Length, folded.Length);
        for (var i = 0; i < length; i++)
        {
            var c = lemma[i];
            folded[i] = c is >= 'a' and <= 'z' ? c : c == '’' ? '\'' : char.ToLowerInvariant(c);
        }

        return FeatureHash.Of(FeatureHash.Of(folded[..length]), (uint)lemma.Length);
    }

    private void Insert(uint key, int number)
    {
        var mask = keys.Length - 1;
        var slot = (int)(key & (uint)mask);
        while (numbers[slot] > 0)
        {
            slot = (slot + 1) & mask;
        }

        (keys[slot], numbers[slot]) = (key, number);
    }

    /// <summary>One vector a word, a byte a dimension: sums of whole numbers, the same on every machine.</summary>
    private sealed class Vectors
    {
        private readonly sbyte[] cells;
        private readonly float[] scales;
        private readonly int size;

        public Vectors(byte[] section, int count, int size)
        {
            if (section.Length != count * size)
            {
                throw ModelFile.Unusable("words.model", "is damaged (its vectors do not fit its words)");
            }

            this.size = size;
            cells = (sbyte[])(object)section;
            scales = new float[count];
            for (var i = 0; i < count; i++)
            {
                var square = Dot(i, i);
                scales[i] = square == 0 ? 0 : 1 / MathF.Sqrt(square);
            }
        }

        public float Cosine(int left, int right) => Dot(left, right) * (scales[left] * scales[right]);

        public void Copy(int number, Span<float> vector)
        {
            ReadOnlySpan<sbyte> own = cells.AsSpan(number * size, Math.Min(size, vector.Length));
            var scale = scales[number] * Length;
            var at = 0;
            for (; at <= own.Length - Vector<sbyte>.Count; at += Vector<sbyte>.Count)
            {
                Vector.Widen(new Vector<sbyte>(own[at..]), out var low, out var high);
                CopyHalf(low, vector[at..]);
                CopyHalf(high, vector[(at + Vector<short>.Count)..]);
            }

            for (; at < own.Length; at++)
            {
                vector[at] = own[at] * scale;
            }

            void CopyHalf(Vector<short> half, Span<float> to)
            {
                Vector.Widen(half, out var first, out var second);
                (Vector.ConvertToSingle(first) * scale).CopyTo(to);
                (Vector.ConvertToSingle(second) * scale).CopyTo(to[Vector<float>.Count..]);
            }
        }

        private int Dot(int left, int right)
        {
            ReadOnlySpan<sbyte> a = cells.AsSpan(left * size, size);
            ReadOnlySpan<sbyte> b = cells.AsSpan(right * size, size);
            var sum = Vector<int>.Zero;
            var at = 0;
            for (; at <= a.Length - Vector<sbyte>.Count; at += Vector<sbyte>.Count)
            {
                Vector.Widen(new Vector<sbyte>(a[at..]), out var a0, out var a1);
                Vector.Widen(new Vector<sbyte>(b[at..]), out var b0, out var b1);
                Vector.Widen((a0 * b0) + (a1 * b1), out var low, out var high);
                sum += low + high;
            }

            var total = Vector.Sum(sum);
            for (; at < a.Length; at++)
            {
                total += a[at] * b[at];
            }

            return total;
        }
    }
}
