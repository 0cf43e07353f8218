using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Community.Web.Tests.Live;

/// <summary>Lets the first query that fits wait, as a busy disk does.</summary>
sealed class SlowRead : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    /// <summary>For so long the store may remember that nobody listens.</summary>
    static readonly TimeSpan Deaf = TimeSpan.FromMilliseconds(1_200);

    readonly Func<DbCommand, bool> fits;
    readonly TimeSpan time;
    readonly List<IDisposable> listening = [];
    int met;

    SlowRead(Func<DbCommand, bool> fits, TimeSpan time)
    {
        (this.fits, this.time) = (fits, time);
        listening.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>What a line missed of a topic alone.</summary>
    public static Task<SlowRead> OfMissed(long topicId, TimeSpan time) =>
        Begin(query => query.CommandText.Contains("\"TopicId\" IS NOT NULL", StringComparison.Ordinal) && query.Parameters.Cast<DbParameter>().Any(value => Equals(value.Value, $"[{topicId}]")), time);

    /// <summary>Whether there is such a topic for somebody who wants to watch it.</summary>
    public static Task<SlowRead> OfWatched(long topicId, TimeSpan time) =>
        Begin(query => query.CommandText.Contains("SELECT EXISTS", StringComparison.Ordinal) && query.CommandText.Contains("\"Topics\"", StringComparison.Ordinal)
            && query.Parameters.Cast<DbParameter>().Any(value => Equals(value.Value, topicId)), time);

    static async Task<SlowRead> Begin(Func<DbCommand, bool> fits, TimeSpan time)
    {
        var slow = new SlowRead(fits, time);
        await Task.Delay(Deaf, TestContext.Current.CancellationToken);
        return slow;
    }

    public async Task Met()
    {
        for (var i = 0; i < 500 && met == 0; i++) await Task.Delay(10, TestContext.Current.CancellationToken);
        Assert.Equal(1, met);
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name) listening.Add(value.Subscribe(this, (name, _, _) => name == RelationalEventId.CommandExecuting.Name));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandEventData { Command: var query } && fits(query) && Interlocked.Exchange(ref met, 1) == 0) Thread.Sleep(time);
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    public void Dispose()
    {
        foreach (var one in listening) one.Dispose();
    }
}
