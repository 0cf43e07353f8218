using System.Diagnostics;
using System.Globalization;

namespace Community.Faults;

/// <summary><c>kill</c>: the program is killed while people write, again and again.</summary>
public static class KillRun
{
    const int FewestMs = 300, MostMs = 1_500;

    public static async Task<Report> Run(FaultArguments arguments, CancellationToken stop)
    {
        using var crowd = await Crowd.Gather(arguments, stop);
        var (ready, clean, unclean) = (new List<TimeSpan>(), new List<TimeSpan>(), 0);
        for (var i = 0; i < arguments.Times; i++)
        {
            var before = crowd.Ledger.Acknowledged.Count;
            var writing = crowd.Write(stop);
            // Not before everybody is at it.
            while (crowd.Ledger.Acknowledged.Count < before + arguments.Writers && !writing.IsCompleted) await Task.Delay(20, stop);
            await Task.Delay(Random.Shared.Next(FewestMs, MostMs), stop);
            await crowd.Site.Kill();
            await writing;

            ready.Add(await crowd.Site.Start(stop));
            await crowd.SendAgain(stop);
            var watch = Stopwatch.StartNew();
            var said = await crowd.Site.Command(null, stop, "index", "check");
            clean.Add(watch.Elapsed);
            if (!said.Contains("missing 0, extra 0, stale 0", StringComparison.Ordinal)) unclean++;
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{i + 1}/{arguments.Times}: ready after {ready[^1].TotalSeconds:0.0} s, {crowd.Ledger.Acknowledged.Count} acknowledged, {said.Trim()}"));
        }

        await crowd.Site.Kill();
        var balance = await Balance.Of(crowd.Data, crowd.Ledger, stop);
        var report = new Report($"kill -9 under load, {arguments.Times} times, {arguments.Writers} writers");
        report.Say("replies acknowledged", crowd.Ledger.Acknowledged.Count.ToString(CultureInfo.InvariantCulture));
        report.Say("replies in the database", balance.Stored.ToString(CultureInfo.InvariantCulture));
        report.Say("outcomes unknown and sent again", crowd.Ledger.Resent.ToString(CultureInfo.InvariantCulture));
        report.Count("acknowledged and lost", balance.Lost, 0);
        report.Count("doubled", balance.Doubled, 0);
        report.Count("acknowledged as two different posts", crowd.Ledger.AnsweredDifferently, 0);
        report.Count("notices doubled", balance.NoticesDoubled, 0);
        report.Slowest("ready after a kill, slowest", ready, 5);
        report.Slowest("index check after a kill, slowest", clean, 10);
        report.Count("index check not clean", unclean, 0);
        return report;
    }
}
