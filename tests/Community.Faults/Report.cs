using System.Globalization;

namespace Community.Faults;

/// <summary>The figures of a run, each beside its limit.</summary>
public sealed class Report(string title)
{
    readonly List<(string Name, string Value, string Limit, bool IsGood)> rows = [];

    public bool IsGood => rows.All(row => row.IsGood);

    /// <summary>A figure that has no limit.</summary>
    public void Say(string name, string value) => rows.Add((name, value, "", true));

    public void Count(string name, long value, long most) => rows.Add((name, value.ToString(CultureInfo.InvariantCulture), most.ToString(CultureInfo.InvariantCulture), value <= most));

    /// <summary>The slowest of several.</summary>
    public void Slowest(string name, IReadOnlyCollection<TimeSpan> times, double mostSeconds)
    {
        var worst = times.Count == 0 ? 0 : times.Max().TotalSeconds;
        rows.Add((name, string.Create(CultureInfo.InvariantCulture, $"{worst:0.0} s"), string.Create(CultureInfo.InvariantCulture, $"{mostSeconds:0} s"), worst <= mostSeconds));
    }

    public void Print(TextWriter to)
    {
        to.WriteLine(title);
        to.WriteLine($"| {"figure",-44} | {"found",10} | {"at most",10} |     |");
        to.WriteLine($"| {new string('-', 44)} | {new string('-', 9)}: | {new string('-', 9)}: | --- |");
        foreach (var (name, value, limit, isGood) in rows) to.WriteLine($"| {name,-44} | {value,10} | {limit,10} | {(isGood ? "ok " : "BAD")} |");
    }
}
