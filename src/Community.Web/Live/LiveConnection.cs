using Community.Web.Presence;
using Microsoft.AspNetCore.SignalR;

namespace Community.Web.Live;

/// <summary>One browser's line: what it watches, and what waits to be sent on it in order. A line that cannot keep up is cut; its browser comes back and resumes.</summary>
sealed class LiveConnection(string id, long personId, Guid? sessionId, long? tokenId, IClientProxy proxy, Action abort)
{
    /// <summary>More than one <see cref="LiveHub.Resume"/> can hand over, so that resuming alone cuts no line.</summary>
    const int MostWaiting = LiveFeed.MostMissed + 2_000;

    readonly Lock door = new();
    readonly Queue<(string Method, object Message)> waiting = [];
    readonly List<Changed> held = [];
    long pause;
    int reads;
    bool isPaused;
    bool isHeld;
    bool isSending;

    public string Id => id;

    public long PersonId => personId;

    public Guid? SessionId => sessionId;

    /// <summary>The token that it came in with, in place of a session.</summary>
    public long? TokenId => tokenId;

    /// <summary>What is watched, and the last event that the live feed does not bring: it brings everything after it. Belongs to <see cref="LiveFeed"/>'s lock.</summary>
    public Dictionary<LiveWatch, long> Watches { get; } = [];

    /// <summary>Where a browser that resumes before it watches wants to go on.</summary>
    public (long EventId, DateTime UntilAt)? ResumesFrom { get; set; }

    /// <summary>How often it says where its page is.</summary>
    public Pace Presence { get; } = new();

    public void Cut() => abort();

    public void Send(string method, object message)
    {
        lock (door) Enqueue(method, message);
    }

    public void Offer(Changed changed)
    {
        lock (door)
        {
            if (!KeepsBack) Enqueue("changed", changed);
            else if (held.Count < MostWaiting) held.Add(changed);
            else abort();
        }
    }

    /// <summary>Keeps what comes live for a moment, because more may be watched and resumed. Ended by its number; a later pause takes over from an earlier one.</summary>
    public long Pause()
    {
        lock (door)
        {
            isPaused = true;
            return ++pause;
        }
    }

    /// <summary>Keeps what comes live until the next <see cref="Read"/>, however long that takes.</summary>
    public void Hold()
    {
        lock (door) isHeld = true;
    }

    /// <summary>Ends a pause, if none took over, and sends what it kept back.</summary>
    public void GoOn(long number)
    {
        lock (door)
        {
            if (number != pause) return;

            isPaused = false;
            SendHeld();
        }
    }

    /// <summary>Begins to read what was missed, which goes out before what comes live. Several may read at a time.</summary>
    public void Read()
    {
        lock (door)
        {
            (isPaused, isHeld) = (false, false);
            reads++;
        }
    }

    /// <summary>The same at the end of a pause. Returns false, having done nothing, when another pause took over, or somebody said that it will resume.</summary>
    public bool TryRead(long number)
    {
        lock (door)
        {
            if (!isPaused || isHeld || number != pause) return false;

            isPaused = false;
            reads++;
            return true;
        }
    }

    /// <summary>Sends what was missed together with what came meanwhile, by the events' ids, once nobody reads any more.</summary>
    public void EndRead(IReadOnlyList<Changed> missed)
    {
        lock (door)
        {
            held.AddRange(missed);
            reads--;
            SendHeld();
        }
    }

    bool KeepsBack => isPaused || isHeld || reads > 0;

    void SendHeld()
    {
        if (KeepsBack) return;

        foreach (var changed in held.OrderBy(c => c.Id)) Enqueue("changed", changed);
        held.Clear();
    }

    void Enqueue(string method, object message)
    {
        waiting.Enqueue((method, message));
        if (waiting.Count > MostWaiting)
        {
            waiting.Clear();
            abort();
        }

        if (isSending) return;

        isSending = true;
        _ = Task.Run(SendWaiting);
    }

    async Task SendWaiting()
    {
        while (true)
        {
            (string Method, object Message) next;
            lock (door)
            {
                if (!waiting.TryDequeue(out next))
                {
                    isSending = false;
                    return;
                }
            }

            await proxy.SendAsync(next.Method, next.Message);
        }
    }
}
