using Microsoft.AspNetCore.SignalR;

namespace Community.Web.Live;

/// <summary>One browser's line: what it watches, and what waits to be sent on it in order. A line that cannot keep up is cut; its browser comes back and resumes.</summary>
sealed class LiveConnection(string id, long personId, Guid? sessionId, long? tokenId, IClientProxy proxy, Action abort)
{
    /// <summary>More than one <see cref="LiveHub.Resume"/> can hand over, so that resuming alone cuts no line.</summary>
    const int MostWaiting = LiveFeed.MostMissed + 2_000;

    readonly Lock door = new();
    readonly Queue<(string Method, object Message)> waiting = [];
    List<Changed>? held;
    long hold;
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

    public void Cut() => abort();

    public void Send(string method, object message)
    {
        lock (door) Enqueue(method, message);
    }

    public void Offer(Changed changed)
    {
        lock (door)
        {
            if (held is not null) held.Add(changed);
            else Enqueue("changed", changed);
        }
    }

    /// <summary>Keeps what comes live until it is released with this number, so that what was missed can go first. A later hold takes over from an earlier one.</summary>
    public long Hold()
    {
        lock (door)
        {
            held ??= [];
            return ++hold;
        }
    }

    /// <summary>Whether it is held, and nobody took over.</summary>
    public bool IsHeldBy(long number)
    {
        lock (door) return held is not null && number == hold;
    }

    /// <summary>Sends what was missed together with what came meanwhile, by the events' ids; or leaves it to the later hold.</summary>
    public void Release(long number, IReadOnlyList<Changed> missed)
    {
        lock (door)
        {
            if (number != hold && held is not null)
            {
                held.AddRange(missed);
                return;
            }

            foreach (var changed in missed.Concat(held ?? []).OrderBy(c => c.Id)) Enqueue("changed", changed);
            held = null;
        }
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
