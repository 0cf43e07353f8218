using Community.Playbooks;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Web.Api;
using Community.Web.Frame;
using Community.Web.People;
using Community.Web.Presence;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Community.Web.Live;

/// <summary>
/// <c>/live</c>. The server calls <c>changed</c> with a <see cref="Changed"/> for what is watched, in the order of the log, and
/// <c>notified({ unread })</c>, <c>followed({})</c> when something is new in the inbox that moves no bell, and <c>present</c> with a <see cref="Present"/> for who shows that they are here.
/// <see cref="LiveOrigin"/> has let nobody in who has no session or comes from another site.
/// </summary>
sealed class LiveHub(LiveFeed feed, LiveMissed missed, LiveEnding ending, LiveNotices notices, Attendance attendance, ContextFactory contexts, IStringLocalizer<LiveText> text) : Hub
{
    const int MostWatches = 500;

    LiveConnection Connection => feed.Find(Context.ConnectionId) ?? throw new HubException();

    public override async Task OnConnectedAsync()
    {
        var person = CurrentViewer.PersonIdOf(Context.User);
        var connection = person is null ? null : new LiveConnection(Context.ConnectionId, person.Value, SessionCookie.SessionIdOf(Context.User), BearerToken.TokenIdOf(Context.User), Clients.Caller, Context.Abort);
        if (connection is null || await ending.IsOver(connection, Context.ConnectionAborted))
        {
            Context.Abort();
            return;
        }

        feed.Add(connection);
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        feed.Remove(Context.ConnectionId);
        attendance.Depart(Context.ConnectionId);
        return Task.CompletedTask;
    }

    /// <summary>From now on everything about a topic is told.</summary>
    /// <exception cref="HubException">There is no such topic for this person, or too many are watched.</exception>
    public async Task Watch(long topicId)
    {
        using var pause = missed.Pause(Connection);
        await using var db = contexts.Create();
        var viewer = await db.Viewer(Connection.PersonId, Context.ConnectionAborted);
        if (!await db.Topics.VisibleTo(viewer).AnyAsync(t => t.Id == topicId, Context.ConnectionAborted))
            throw new HubException(text["There is no such topic, or it is not for you."]);

        await Join(LiveWatch.Topic(topicId));
    }

    public void Unwatch(long topicId) => Leave(LiveWatch.Topic(topicId));

    /// <summary>Tells when a topic is started in a space, or with 0 in any space that the person reads.</summary>
    /// <exception cref="HubException">There is no such space for this person.</exception>
    public async Task WatchList(long spaceId)
    {
        using var pause = missed.Pause(Connection);
        await using var db = contexts.Create();
        if (spaceId != 0 && !(await db.Viewer(Connection.PersonId, Context.ConnectionAborted)).CanRead(spaceId))
            throw new HubException(text["There is no such space, or it is not for you."]);

        await Join(LiveWatch.List(spaceId));
    }

    public void UnwatchList(long spaceId) => Leave(LiveWatch.List(spaceId));

    /// <summary>Tells when something happens in a run of a playbook.</summary>
    /// <exception cref="HubException">There is no such run for this person.</exception>
    public async Task WatchRun(long runId)
    {
        using var pause = missed.Pause(Connection);
        await using var db = contexts.Create();
        var viewer = await db.Viewer(Connection.PersonId, Context.ConnectionAborted);
        if (!await db.PlaybookRuns.VisibleTo(viewer, db).AnyAsync(r => r.Id == runId, Context.ConnectionAborted))
            throw new HubException(text["There is nothing at this address, or it is not for you."]);

        await Join(LiveWatch.Run(runId));
    }

    public void UnwatchRun(long runId) => Leave(LiveWatch.Run(runId));

    /// <summary>Tells nothing until <see cref="Resume"/>. Who calls it before it watches gets what it missed before anything newer, however long the next calls take to come.</summary>
    public void Hold() => Connection.Hold();

    /// <summary>Sends what happened after an event to what is watched, and was not told on this line: first, where it comes after <see cref="Hold"/> or in one breath with the watches. Before the first watch it says from where on the watches to come shall tell.</summary>
    public async Task Resume(long lastEventId)
    {
        await missed.Resume(Connection, lastEventId, Context.ConnectionAborted);
        await notices.TellSince(Connection, lastEventId, Context.ConnectionAborted);
    }

    /// <summary>Tells what the bell shows now: after a line was away, also what was seen elsewhere meanwhile.</summary>
    public Task Ring() => notices.Tell(Connection, Context.ConnectionAborted);

    /// <summary>The page shows this topic, and no other one from now on. Who shows that they are here (a choice of the person, off at first) is told by <c>present</c> who else there does, now and whenever that changes, and is shown to them.
    /// Nobody is told anything of a topic that they may not read, or in which somebody stands without a name; lines with a token are nobody's presence. It is kept in memory only.</summary>
    public void Arrive(long topicId) => Heed(attendance.Arrive(Connection, topicId));

    /// <summary>The same for the editor of a post: <c>present</c> says besides who has it in the editor, too. For whoever may not revise it, it is like <see cref="Depart"/>.</summary>
    public async Task Edit(long postId) => Heed(await attendance.Edit(Connection, postId, Context.ConnectionAborted));

    /// <summary>Something is typed where the line arrived. It holds for six seconds; say it again every three at most.</summary>
    public void Write() => Heed(attendance.Write(Connection));

    /// <summary>The page shows no topic any more, or nobody looks at it.</summary>
    public void Depart() => attendance.Depart(Context.ConnectionId);

    void Heed(bool isInTime)
    {
        if (!isInTime) throw new HubException(text["That was too much in too short a time. Wait a little."]);
    }

    async Task Join(LiveWatch watch)
    {
        await feed.Started.WaitAsync(Context.ConnectionAborted);
        if (Connection.Watches.Count >= MostWatches) throw new HubException(text["A page watches at most {0} topics.", MostWatches]);

        feed.Watch(Connection, watch);
    }

    void Leave(LiveWatch watch)
    {
        Connection.ResumesFrom = null;
        feed.Unwatch(Connection, watch);
    }
}
