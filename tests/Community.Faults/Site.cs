using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Community.Faults;

/// <summary>The real program as a child process on a data folder of its own. It keeps its address over all its lives.</summary>
public sealed class Site(string program, string data) : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    Process? process;

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    /// <summary>Starts it and waits until it says that it is ready.</summary>
    /// <returns>How long that took.</returns>
    public async Task<TimeSpan> Start(CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        process = Launch(["--data", data, "--urls", Address.ToString()]);
        _ = process.StandardOutput.ReadToEndAsync(stop);
        _ = process.StandardError.ReadToEndAsync(stop);
        using var browser = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(2) };
        while (watch.Elapsed < Patience)
        {
            if (process.HasExited) throw new InvalidOperationException($"The site ended with code {process.ExitCode} while it started.");

            try
            {
                using var answer = await browser.GetAsync(new Uri("/health/ready", UriKind.Relative), stop);
                if (answer.StatusCode == HttpStatusCode.OK) return watch.Elapsed;
            }
            catch (Exception error) when (error is HttpRequestException or TaskCanceledException && !stop.IsCancellationRequested)
            {
            }

            await Task.Delay(20, stop);
        }

        throw new TimeoutException($"The site was not ready after {Patience.TotalSeconds} seconds.");
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task Kill()
    {
        if (process is null) return;

        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>Gives a command on the same data folder.</summary>
    /// <returns>What it printed.</returns>
    public async Task<string> Command(string? input, CancellationToken stop, params string[] arguments)
    {
        using var command = Launch([.. arguments, "--data", data]);
        await command.StandardInput.WriteLineAsync(input);
        command.StandardInput.Close();
        var (output, error) = (command.StandardOutput.ReadToEndAsync(stop), command.StandardError.ReadToEndAsync(stop));
        await command.WaitForExitAsync(stop);
        return command.ExitCode == 0 ? await output : throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with code {command.ExitCode}: {await output}{await error}");
    }

    Process Launch(IEnumerable<string> arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    public void Dispose()
    {
        if (process is null) return;

        process.Kill();
        process.Dispose();
    }
}
