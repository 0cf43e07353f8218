using System.Globalization;

namespace Community.Evaluation;

/// <summary>How good rankings are, averaged over the queries that have judgements: the definitions of NIST's <c>trec_eval</c>, of the first 1,000 results.</summary>
sealed class Measures
{
    public const int Cut = 1_000;

    readonly List<double[]> each = [];

    /// <summary>Average precision, nDCG of 10 (the grade is the gain), precision of 5 and of 10, reciprocal rank of the first, recall of 100.</summary>
    public double[] Mean => [.. Enumerable.Range(0, 6).Select(i => each.Count == 0 ? 0 : each.Average(values => values[i]))];

    /// <param name="ranking">Best first, each once.</param>
    /// <returns>The query's average precision.</returns>
    public double Add(IReadOnlyList<string> ranking, IReadOnlyDictionary<string, int> grades)
    {
        var relevant = grades.Values.Count(grade => grade > 0);
        if (relevant == 0) return 0;

        var gains = ranking.Take(Cut).Select(subject => Math.Max(0, grades.GetValueOrDefault(subject))).ToList();
        var (found, precisions) = (0, 0.0);
        for (var i = 0; i < gains.Count; i++)
            if (gains[i] > 0) precisions += ++found / (i + 1.0);

        var first = gains.FindIndex(gain => gain > 0);
        each.Add([precisions / relevant, Discounted(gains) / Discounted([.. grades.Values.Where(grade => grade > 0).OrderDescending()]), Right(5) / 5.0, Right(10) / 10.0, first < 0 ? 0 : 1.0 / (first + 1), Right(100) / (double)relevant]);
        return precisions / relevant;

        int Right(int within) => gains.Take(within).Count(gain => gain > 0);
    }

    /// <summary>The line of the contract.</summary>
    public string Line(string name)
    {
        var mean = Mean;
        return string.Create(CultureInfo.InvariantCulture, $"{name} MAP {mean[0]:0.0000} nDCG@10 {mean[1]:0.0000} P@5 {mean[2]:0.0000} P@10 {mean[3]:0.0000} MRR {mean[4]:0.0000} R@100 {mean[5]:0.0000}");
    }

    static double Discounted(IReadOnlyList<int> gains) => gains.Take(10).Select((gain, i) => gain / Math.Log2(i + 2)).Sum();
}
