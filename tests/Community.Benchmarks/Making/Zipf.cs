namespace Community.Benchmarks.Making;

/// <summary>Draws ranks from 0 as words and people are met: the one of rank r about 1/(r+q) as often as the first.</summary>
sealed class Zipf
{
    readonly double[] sums;

    public Zipf(int count, double flat)
    {
        sums = new double[count];
        var sum = 0.0;
        for (var rank = 0; rank < count; rank++) sums[rank] = sum += 1 / (rank + flat);
    }

    public int Next(Random random)
    {
        var at = Array.BinarySearch(sums, random.NextDouble() * sums[^1]);
        return Math.Min(at < 0 ? ~at : at, sums.Length - 1);
    }
}
