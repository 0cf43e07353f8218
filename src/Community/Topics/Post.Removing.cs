using Community.Events;
using Community.Governance;

namespace Community.Topics;

public sealed partial class Post
{
    /// <summary>Somebody who moderates takes it out of sight.</summary>
    public Removal Remove(string reason, long actorId, DateTime now, RemovalKind kind = RemovalKind.Removed, Rule? rule = null)
    {
        if (Standing != Standing.Published) throw new RefusedException(Refusal.Conflict, "This post is out of sight already.");

        Show(Standing.Removed);
        return Record(new Removal(this, kind, rule, reason, actorId, now));
    }

    /// <summary>What was hidden until it is decided is removed.</summary>
    public Removal Turn(Removal hidden, string reason, long actorId, DateTime now, Rule? rule)
    {
        if (hidden.Kind != RemovalKind.Hidden) throw new RefusedException(Refusal.Conflict, "This post is out of sight already.");

        hidden.GiveWay(actorId, now);
        return Record(new Removal(this, RemovalKind.Removed, rule, reason, actorId, now));
    }

    public void Reinstate(Removal removal, string reason, long actorId, DateTime now)
    {
        if (removal.Kind == RemovalKind.Purged) throw new RefusedException(Refusal.Conflict, "This post was purged; there is nothing to bring back.");

        removal.Lift(reason, actorId, now);
        Show(Standing.Published);
        Topic.TellOf(EventKind.Reinstated, this, now, actorId, () => $"{removal.Kind}, rule {removal.RuleCited}: {reason}");
    }

    /// <summary>Erases it for good; a tombstone stays. Needs <see cref="Revisions"/> loaded.</summary>
    /// <param name="before">The act that hid it until now; null where its author had taken it back.</param>
    public Removal Purge(Removal? before, Rule? rule, string reason, long actorId, DateTime now)
    {
        before?.GiveWay(actorId, now);
        if (Standing != Standing.Removed) Show(Standing.Removed);
        foreach (var revision in Revisions) revision.Erase();
        if (Part == Part.Opening) Topic.EraseTitle();
        var removal = new Removal(this, RemovalKind.Purged, rule, reason, actorId, now);
        Topic.TellOf(EventKind.Erased, this, now, actorId, () => $"purged, rule {removal.RuleCited}: {removal.Reason}");
        return removal;
    }

    Removal Record(Removal removal)
    {
        Topic.TellOf(EventKind.Removed, this, removal.At, removal.ById, () => $"{removal.Kind}, rule {removal.RuleCited}: {removal.Reason}");
        return removal;
    }
}
