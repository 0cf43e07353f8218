using System.Runtime.InteropServices;

namespace Community.Web.Running;

/// <summary>The first signal to end asks for a graceful stop; the second ends the program at once.</summary>
public sealed class SecondSignal : IDisposable
{
    const int EndedBySignal = 130;

    readonly PosixSignalRegistration[] registrations;
    int seen;

    public SecondSignal() => registrations = [PosixSignalRegistration.Create(PosixSignal.SIGTERM, Count), PosixSignalRegistration.Create(PosixSignal.SIGINT, Count)];

    public void Dispose()
    {
        foreach (var registration in registrations) registration.Dispose();
    }

    void Count(PosixSignalContext context)
    {
        context.Cancel = true;
        if (Interlocked.Increment(ref seen) > 1) Environment.Exit(EndedBySignal);
    }
}
