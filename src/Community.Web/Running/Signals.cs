using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Community.Web.Running;

/// <summary>What the program is told from outside: the first signal to end asks for a graceful stop, the second ends the program at once.</summary>
public sealed class Signals : IDisposable
{
    const int EndedBySignal = 130;

    readonly CancellationTokenSource stop = new();
    readonly PosixSignalRegistration[] registrations;
    int seen;

    public Signals() => registrations = [PosixSignalRegistration.Create(PosixSignal.SIGTERM, Count), PosixSignalRegistration.Create(PosixSignal.SIGINT, Count)];

    /// <summary>Cancelled by the first.</summary>
    public CancellationToken Stop => stop.Token;

    public void Dispose()
    {
        foreach (var registration in registrations) registration.Dispose();
        stop.Dispose();
    }

    void Count(PosixSignalContext context)
    {
        context.Cancel = true;
        if (Interlocked.Increment(ref seen) > 1) End();
        // Elsewhere: what hangs on the token runs where it is cancelled, and the next signal must be heard meanwhile.
        else _ = Task.Run(stop.Cancel);
    }

    /// <summary>Without what the runtime does at an orderly exit: that waits for the stop which is under way, and this one shall not.</summary>
    static void End()
    {
        if (OperatingSystem.IsWindows()) Process.GetCurrentProcess().Kill();
        else ExitNow(EndedBySignal);
    }

    [DllImport("libc", EntryPoint = "_exit", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern void ExitNow(int code);
}
