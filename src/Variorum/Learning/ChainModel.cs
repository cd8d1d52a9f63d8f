using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Variorum.Learning;

/// <summary>A trained labeller of rows of words: what each word's features say of each label, and which label may stand beside which.</summary>
/// <remarks>
/// <para><b>Shape.</b> For each feature that was kept one row of weights, a byte a label; a feature that was not kept says
/// nothing. Features are hashes; the caller makes them (<see cref="FeatureHash"/>) and may use any.</para>
/// <para><b>Method.</b> A first-order linear chain (Lafferty, McCallum and Pereira, 2001), decoded after Viterbi; barred moves
/// are never taken. Whole numbers: the same answer on every machine.</para>
/// <para><b>Cost.</b> One look-up and one vector addition a feature; labels times labels additions a word, many at once; no allocation.</para>
/// </remarks>
internal sealed class ChainModel
{
    /// <summary>Rows of weights and of scores are filled up to a multiple of this.</summary>
    private const int Lanes = 16;

    /// <summary>More labels than this no model has.</summary>
    public const int MostLabels = 64;

    /// <summary>More features than this a word has not.</summary>
    public const int MostFeatures = 250;

    /// <summary>What a barred move costs; more than any sentence's piece can win back.</summary>
    private const int Barred = -(1 << 20);

    private readonly ushort[] checks;
    private readonly sbyte[] rows;
    private readonly int[] moves;
    private readonly int[] first;
    private readonly int[] last;
    private readonly int shift;

    private ChainModel(int labels, int bits)
    {
        Labels = labels;
        Width = (labels + Lanes - 1) / Lanes * Lanes;
        shift = 32 - bits;
        checks = new ushort[1 << bits];
        rows = new sbyte[checks.Length * Width];
        moves = new int[Width * Width];
        first = new int[Width];
        last = new int[Width];
    }

    /// <summary>How many labels it knows.</summary>
    public int Labels { get; }

    /// <summary>How many scores a word has: the labels, filled up for the machine's vectors.</summary>
    public int Width { get; }

    /// <summary>Adds to a word's scores what its features say.</summary>
    /// <param name="features">At most <see cref="MostFeatures"/>, so that the sums fit; more are passed over.</param>
    /// <param name="scores"><see cref="Width"/> places.</param>
    public void Score(ReadOnlySpan<uint> features, Span<short> scores)
    {
        Span<int> found = stackalloc int[MostFeatures];
        var count = 0;
        foreach (var feature in features[..Math.Min(features.Length, MostFeatures)])
        {
            var slot = Find(feature);
            found[count] = slot * Width;
            count += slot < 0 ? 0 : 1;
        }

        ref var weights = ref MemoryMarshal.GetArrayDataReference(rows);
        ref var sums = ref MemoryMarshal.GetReference(scores[..Width]);
        for (var label = 0; label < Width; label += Lanes)
        {
            var (low, high) = (Vector128.LoadUnsafe(ref sums, (nuint)label), Vector128.LoadUnsafe(ref sums, (nuint)(label + (Lanes / 2))));
            foreach (var row in found[..count])
            {
                var (lower, upper) = Vector128.Widen(Vector128.LoadUnsafe(ref weights, (nuint)(row + label)));
                low += lower;
                high += upper;
            }

            low.StoreUnsafe(ref sums, (nuint)label);
            high.StoreUnsafe(ref sums, (nuint)(label + (Lanes / 2)));
        }
    }

    /// <summary>The best row of labels.</summary>
    /// <param name="scores"><see cref="Width"/> scores a word, one word after another, as <see cref="Score"/> filled them.</param>
    /// <param name="labels">One place a word.</param>
    public void Decode(ReadOnlySpan<short> scores, Span<byte> labels)
    {
        if (labels.IsEmpty)
        {
            return;
        }

        var paths = ArrayPool<int>.Shared.Rent(labels.Length * Width);
        Widen(scores[..Width], first, paths.AsSpan(0, Width));
        for (var word = 1; word < labels.Length; word++)
        {
            Step(paths.AsSpan((word - 1) * Width, Width), scores.Slice(word * Width, Width), paths.AsSpan(word * Width, Width));
        }

        Trace(paths.AsSpan(0, labels.Length * Width), labels);
        ArrayPool<int>.Shared.Return(paths);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="section">The whole section.</param>
    /// <param name="labels">How many labels the caller knows.</param>
    /// <exception cref="InvalidDataException">It was made for other labels, or is not whole.</exception>
    public static ChainModel Read(ReadOnlySpan<byte> section, int labels)
    {
        var head = MemoryMarshal.Cast<byte, int>(section[..12]);
        if (head[0] != labels || labels > MostLabels || head[1] is < 4 or > 24 || head[2] < 0 || head[2] > 1 << head[1])
        {
            throw new InvalidDataException($"A model of {head[0]} labels was given where {labels} are known.");
        }

        var model = new ChainModel(labels, head[1]);
        var rest = section[12..];
        var given = Take(ref rest, sizeof(short) * labels * (labels + 2));
        model.ReadMoves(MemoryMarshal.Cast<byte, short>(given));
        Take(ref rest, sizeof(ushort) * model.checks.Length).CopyTo(MemoryMarshal.AsBytes(model.checks.AsSpan()));
        model.ReadRows(MemoryMarshal.Cast<byte, sbyte>(Take(ref rest, head[2] * labels)), head[2]);
        return model;
    }

    /// <summary>Writes a model as one section.</summary>
    /// <param name="labels">How many labels.</param>
    /// <param name="moves">Weights of the moves: from each label to each, then from the start to each, then from each to the end; null where barred.</param>
    /// <param name="weights">Each kept feature's row, a weight a label.</param>
    public static byte[] Write(int labels, IReadOnlyList<short?> moves, IReadOnlyDictionary<uint, sbyte[]> weights)
    {
        var bits = Math.Max(4, BitOperations.Log2(BitOperations.RoundUpToPowerOf2((uint)(weights.Count * 8L / 5) + 1)));
        var slots = new sbyte[]?[1 << bits];
        var marks = new ushort[slots.Length];
        foreach (var (feature, row) in weights.OrderBy(pair => pair.Key))
        {
            var (slot, check) = Place(feature, 32 - bits);
            while (slots[slot] is not null)
            {
                slot = (slot + 1) & (slots.Length - 1);
            }

            (slots[slot], marks[slot]) = (row, check);
        }

        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        writer.Write(labels);
        writer.Write(bits);
        writer.Write(weights.Count);
        foreach (var move in moves)
        {
            writer.Write(move ?? short.MinValue);
        }

        writer.Write(MemoryMarshal.AsBytes(marks.AsSpan()));
        foreach (var row in slots)
        {
            writer.Write(MemoryMarshal.AsBytes((row ?? []).AsSpan()));
        }

        writer.Flush();
        return memory.ToArray();
    }

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> rest, int length)
    {
        if (length > rest.Length)
        {
            throw new InvalidDataException("A model ends too early.");
        }

        var taken = rest[..length];
        rest = rest[length..];
        return taken;
    }

    /// <summary>Where a feature's row is looked for first, and by what it is known there; 0 marks an empty slot.</summary>
    private static (int Slot, ushort Check) Place(uint feature, int shift)
    {
        var mixed = feature * 2654435769u;
        return ((int)(mixed >> shift), (ushort)Math.Max(1, mixed & 0xFFFF));
    }

    private int Find(uint feature)
    {
        var (slot, check) = Place(feature, shift);
        for (; checks[slot] != 0; slot = (slot + 1) & (checks.Length - 1))
        {
            if (checks[slot] == check)
            {
                return slot;
            }
        }

        return -1;
    }

    private void ReadMoves(ReadOnlySpan<short> given)
    {
        moves.AsSpan().Fill(Barred);
        first.AsSpan().Fill(Barred);
        last.AsSpan().Fill(Barred);
        for (var i = 0; i < given.Length; i++)
        {
            var (from, to) = (i / Labels, i % Labels);
            var row = from < Labels ? moves.AsSpan(from * Width) : from == Labels ? first : last.AsSpan();
            row[to] = given[i] == short.MinValue ? Barred : given[i];
        }
    }

    private void ReadRows(ReadOnlySpan<sbyte> given, int count)
    {
        var read = 0;
        for (var slot = 0; slot < checks.Length; slot++)
        {
            if (checks[slot] == 0)
            {
                continue;
            }

            if (read == count)
            {
                throw new InvalidDataException("A model has fewer weights than features.");
            }

            given.Slice(read++ * Labels, Labels).CopyTo(rows.AsSpan(slot * Width));
        }

        if (count == checks.Length)
        {
            throw new InvalidDataException("A model's table is full.");
        }
    }

    private static void Widen(ReadOnlySpan<short> scores, ReadOnlySpan<int> added, Span<int> sums)
    {
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] = scores[i] + added[i];
        }
    }

    /// <summary>The best score of each label after one more word. The greatest of the scores before is taken as zero, so that they stay small.</summary>
    private void Step(ReadOnlySpan<int> before, ReadOnlySpan<short> scores, Span<int> after)
    {
        var zero = Highest(before);
        ref var table = ref MemoryMarshal.GetArrayDataReference(moves);
        for (var label = 0; label < Width; label += Vector256<int>.Count)
        {
            var best = Vector256.Create(int.MinValue);
            for (var from = 0; from < Labels; from++)
            {
                best = Vector256.Max(best, Vector256.Create(before[from]) + Vector256.LoadUnsafe(ref table, (nuint)((from * Width) + label)));
            }

            best.CopyTo(after[label..]);
        }

        for (var label = 0; label < Labels; label++)
        {
            after[label] += scores[label] - zero;
        }
    }

    private int Highest(ReadOnlySpan<int> scores)
    {
        var highest = scores[0];
        for (var label = 1; label < Labels; label++)
        {
            highest = Math.Max(highest, scores[label]);
        }

        return highest;
    }

    /// <summary>Back from the last word: at each the label that its successor's best score came from.</summary>
    private void Trace(ReadOnlySpan<int> paths, Span<byte> labels)
    {
        var label = Best(paths[^Width..], last, 1, 0);
        for (var word = labels.Length - 1; ; word--)
        {
            labels[word] = (byte)label;
            if (word == 0)
            {
                return;
            }

            label = Best(paths.Slice((word - 1) * Width, Width), moves, Width, label);
        }
    }

    private int Best(ReadOnlySpan<int> before, ReadOnlySpan<int> table, int stride, int offset)
    {
        var (best, highest) = (0, int.MinValue);
        for (var label = 0; label < Labels; label++)
        {
            var score = before[label] + table[(label * stride) + offset];
            (best, highest) = score > highest ? (label, score) : (best, highest);
        }

        return best;
    }
}
