namespace Variorum.Lab.Training;

/// <summary>The strongest directions of a large symmetric sparse matrix, by random projection and repeated multiplication.</summary>
internal sealed class Eigenvectors(Company matrix, int dimensions)
{
    private const int Rounds = 3;
    private const int Spare = 16;
    private const ulong Seed = 7;

    private readonly int rows = matrix.Starts.Length - 1;
    private readonly int width = dimensions + Spare;

    /// <summary>One vector a row, each direction weighted by the root of its strength; random projection after Halko et al.</summary>
    public float[][] Compute()
    {
        var basis = Random();
        for (var round = 0; round < Rounds; round++)
        {
            basis = Multiply(basis);
            Orthonormalise(basis);
        }

        var image = Multiply(basis);
        var (values, turns) = Diagonalise(Project(basis, image));
        var order = Enumerable.Range(0, width).OrderByDescending(k => Math.Abs(values[k])).Take(dimensions).ToArray();
        return [.. basis.Select(row => Turn(row, order, values, turns))];
    }

    private float[][] Random()
    {
        var dice = new Dice(Seed);
        return [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, width).Select(_ => dice.Below(2) == 0 ? -1f : 1f).ToArray())];
    }

    private float[][] Multiply(float[][] vectors)
    {
        var product = new float[rows][];
        Parallel.For(0, rows, row =>
        {
            var sum = new float[width];
            for (var at = matrix.Starts[row]; at < matrix.Starts[row + 1]; at++)
            {
                var (other, value) = (vectors[matrix.Columns[at]], matrix.Values[at]);
                for (var k = 0; k < sum.Length; k++)
                {
                    sum[k] += other[k] * value;
                }
            }

            product[row] = sum;
        });
        return product;
    }

    /// <summary>Gram and Schmidt's method, modified.</summary>
    private void Orthonormalise(float[][] vectors)
    {
        var columns = Enumerable.Range(0, width).Select(k => vectors.Select(row => (double)row[k]).ToArray()).ToArray();
        for (var k = 0; k < width; k++)
        {
            var length = Math.Sqrt(Dot(columns[k], columns[k]));
            Scale(columns[k], length > 0 ? 1 / length : 0);
            Parallel.For(k + 1, width, other => Subtract(columns[other], columns[k], Dot(columns[other], columns[k])));
        }

        for (var i = 0; i < vectors.Length; i++)
        {
            for (var k = 0; k < width; k++)
            {
                vectors[i][k] = (float)columns[k][i];
            }
        }
    }

    private double[,] Project(float[][] basis, float[][] image)
    {
        var small = new double[width, width];
        Parallel.For(0, width, a =>
        {
            for (var b = 0; b < width; b++)
            {
                for (var i = 0; i < rows; i++)
                {
                    small[a, b] += (double)basis[i][a] * image[i][b];
                }
            }
        });
        return small;
    }

    /// <summary>Jacobi's method, swept until nothing moves.</summary>
    private (double[] Values, double[,] Turns) Diagonalise(double[,] matrix)
    {
        var turns = new double[width, width];
        for (var k = 0; k < width; k++)
        {
            turns[k, k] = 1;
        }

        for (var sweep = 0; sweep < 30; sweep++)
        {
            for (var p = 0; p < width; p++)
            {
                for (var q = p + 1; q < width; q++)
                {
                    Rotate(matrix, turns, p, q);
                }
            }
        }

        return ([.. Enumerable.Range(0, width).Select(k => matrix[k, k])], turns);
    }

    private void Rotate(double[,] matrix, double[,] turns, int p, int q)
    {
        if (Math.Abs(matrix[p, q]) < 1e-12)
        {
            return;
        }

        var theta = (matrix[q, q] - matrix[p, p]) / (2 * matrix[p, q]);
        var t = (theta >= 0 ? 1 : -1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        var c = 1 / Math.Sqrt((t * t) + 1);
        var s = t * c;
        for (var k = 0; k < width; k++)
        {
            (matrix[k, p], matrix[k, q]) = ((c * matrix[k, p]) - (s * matrix[k, q]), (s * matrix[k, p]) + (c * matrix[k, q]));
        }

        for (var k = 0; k < width; k++)
        {
            (matrix[p, k], matrix[q, k]) = ((c * matrix[p, k]) - (s * matrix[q, k]), (s * matrix[p, k]) + (c * matrix[q, k]));
            (turns[k, p], turns[k, q]) = ((c * turns[k, p]) - (s * turns[k, q]), (s * turns[k, p]) + (c * turns[k, q]));
        }
    }

    private float[] Turn(float[] row, int[] order, double[] values, double[,] turns)
    {
        var turned = new float[dimensions];
        for (var k = 0; k < dimensions; k++)
        {
            var sum = 0.0;
            for (var a = 0; a < width; a++)
            {
                sum += row[a] * turns[a, order[k]];
            }

            turned[k] = (float)(sum * Math.Sqrt(Math.Abs(values[order[k]])));
        }

        return turned;
    }

    private static double Dot(double[] left, double[] right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }

    private static void Scale(double[] vector, double by)
    {
        for (var i = 0; i < vector.Length; i++)
        {
            vector[i] *= by;
        }
    }

    private static void Subtract(double[] vector, double[] other, double by)
    {
        for (var i = 0; i < vector.Length; i++)
        {
            vector[i] -= by * other[i];
        }
    }
}
