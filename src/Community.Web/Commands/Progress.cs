using System.Diagnostics;
using System.Globalization;

namespace Community.Web.Commands;

/// <summary>Progress on standard error: a bar on a terminal, else a line every few seconds.</summary>
public sealed class Progress
{
    const int BarWidth = 30;
    static readonly TimeSpan Redraw = TimeSpan.FromMilliseconds(100);
    static readonly TimeSpan Line = TimeSpan.FromSeconds(5);

    readonly Lock gate = new();
    readonly bool isTerminal = !Console.IsErrorRedirected;
    readonly Stopwatch since = Stopwatch.StartNew();
    TimeSpan shown = TimeSpan.MinValue;

    public void Show(string what, long done, long total)
    {
        lock (gate)
        {
            if (shown != TimeSpan.MinValue && since.Elapsed - shown < (isTerminal ? Redraw : Line)) return;

            shown = since.Elapsed;
            var share = total > 0 ? Math.Clamp((double)done / total, 0, 1) : 0;
            var percent = share.ToString("P0", CultureInfo.InvariantCulture);
            if (isTerminal) Console.Error.Write($"\r[{new string('#', (int)(share * BarWidth)),-BarWidth}] {percent,5} {what,-40}");
            else Console.Error.WriteLine($"{percent} {what}");
        }
    }

    /// <summary>Leaves the bar's line.</summary>
    public void End()
    {
        lock (gate)
            if (isTerminal && shown != TimeSpan.MinValue) Console.Error.WriteLine();
    }
}
