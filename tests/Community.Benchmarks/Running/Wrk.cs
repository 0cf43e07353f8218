using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Community.Benchmarks.Running;

/// <summary>What a few seconds of asking for one address gave.</summary>
sealed record Load(long Requests, double PerSecond, TimeSpan P50, TimeSpan P99);

/// <summary>Drives an address with <c>wrk</c>, which costs less than what it measures.</summary>
static partial class Wrk
{
    const int Connections = 8;

    /// <exception cref="InvalidOperationException">Something else than 200 was answered, or wrk is missing.</exception>
    public static async Task<Load> Run(string address, string? cookie, int seconds, CancellationToken stop)
    {
        string[] head = cookie is null ? [] : ["-H", "Cookie: " + cookie];
        var said = await Tool.Run("wrk", ["-t1", "-c" + Connections, $"-d{seconds}s", "--timeout", "30s", "--latency", .. head, address], stop);
        if (said.Contains("Non-2xx", StringComparison.Ordinal) || said.Contains("Socket errors", StringComparison.Ordinal)) throw new InvalidOperationException($"{address} did not always answer 200:\n{said}");

        return new Load(long.Parse(Requests().Match(said).Groups[1].Value, CultureInfo.InvariantCulture), double.Parse(Rate().Match(said).Groups[1].Value, CultureInfo.InvariantCulture), Time(said, "50%"), Time(said, "99%"));
    }

    static TimeSpan Time(string said, string share)
    {
        var match = Regex.Match(said, Regex.Escape(share) + @"\s+([\d.]+)(us|ms|s|m)\b", RegexOptions.NonBacktracking);
        var number = double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        return match.Groups[2].Value switch { "us" => TimeSpan.FromMicroseconds(number), "ms" => TimeSpan.FromMilliseconds(number), "s" => TimeSpan.FromSeconds(number), _ => TimeSpan.FromMinutes(number) };
    }

    [GeneratedRegex(@"(\d+) requests in", RegexOptions.NonBacktracking)]
    private static partial Regex Requests();

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Rate();
}

/// <summary>Programs that are run to their end.</summary>
static class Tool
{
    /// <returns>Standard output.</returns>
    /// <exception cref="InvalidOperationException">It failed; the message has what it said.</exception>
    public static async Task<string> Run(string program, IEnumerable<string> arguments, CancellationToken stop)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(stop), process.StandardError.ReadToEndAsync(stop));
        await process.WaitForExitAsync(stop);
        return process.ExitCode == 0 ? await said : throw new InvalidOperationException($"{program} failed: {await said}{await complained}");
    }
}
