using System.Diagnostics;
using System.Globalization;
using Community.Web.Frame;

namespace Community.Benchmarks.Running;

/// <summary>A program that was started to be measured. Ended with its disposal.</summary>
sealed class Server : IAsyncDisposable
{
    /// <summary>USER_HZ, which is 100 on every Linux that .NET runs on.</summary>
    const double TicksASecond = 100;

    /// <summary>One address asks for all pages here, as often as it can.</summary>
    const string NoLimit = "1000000";

    readonly Process process;
    readonly long startedAt = Stopwatch.GetTimestamp();

    public Server(string dll, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [dll, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        // A line a request, written as fast as wrk asks, would be measured as well; the limit writes none.
        start.Environment["Community__Log__Level"] = "Warning";
        foreach (var limit in Limits.All) start.Environment[limit.Setting.Replace(":", "__", StringComparison.Ordinal)] = NoLimit;
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => { if (!string.IsNullOrEmpty(line.Data)) Console.Error.WriteLine("  " + line.Data); };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Used by all its threads until now, in user and kernel mode.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            var stat = File.ReadAllText($"/proc/{process.Id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return TimeSpan.FromSeconds((long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksASecond);
        }
    }

    /// <summary>Memory that is really in use (RSS).</summary>
    public long ResidentBytes => long.Parse(File.ReadLines($"/proc/{process.Id}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;

    /// <summary>Waits until the address answers 200.</summary>
    /// <returns>How long that was after the start of the process.</returns>
    public async Task<TimeSpan> Answers(HttpClient client, string address, CancellationToken stop)
    {
        while (true)
        {
            if (process.HasExited) throw new InvalidOperationException($"The program ended with code {process.ExitCode} before it answered.");
            try
            {
                using var answer = await client.GetAsync(address, stop);
                if (answer.IsSuccessStatusCode) return Stopwatch.GetElapsedTime(startedAt);
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(5, stop);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            using var end = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill();
            }
        }

        process.Dispose();
    }
}
