namespace Variorum.Learning;

/// <summary>Logs of sums, from the logs of their terms, in whole steps.</summary>
internal sealed class LogSums(float step)
{
    /// <summary>What a smaller term adds to a greater one, by how many steps they are apart.</summary>
    private readonly int[] _more = [.. Enumerable.Range(0, (int)(5 / step)).Select(apart => (int)Math.Round(Math.Log(1 + Math.Exp(-apart * step)) / step))];

    public int Add(int left, int right)
    {
        var apart = Math.Abs(left - right);
        return Math.Max(left, right) + (apart < _more.Length ? _more[apart] : 0);
    }
}
