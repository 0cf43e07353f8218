using Community.Governance;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics.Watching;

/// <summary>Somebody says how much they want to hear of something.</summary>
public sealed class ChooseWatch(CommunityStore store, TimeProvider clock)
{
    /// <param name="level">Null takes the choice back.</param>
    /// <exception cref="RefusedException">There is no such thing for this person.</exception>
    public Task Run(long personId, WatchSubject subject, WatchLevel? level, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        if (!viewer.IsSignedIn || !await IsThere(db, viewer, subject, stop)) throw new RefusedException(Refusal.NotFound, "There is nothing here to follow, or it is not for you.");
        if (level is { } word && !Enum.IsDefined(word)) throw new RefusedException(Refusal.Invalid, "Choose one of the four.");

        var chosen = await db.WatchesOf(personId, subject).FirstOrDefaultAsync(stop);
        if (level is null && chosen is not null) db.Watches.Remove(chosen);
        else if (level is { } change && chosen is not null) chosen.Choose(change, clock.Now());
        else if (level is { } first) db.Watches.Add(new Watch(personId, subject, first, clock.Now()));
        await db.SaveChangesAsync(stop);
    }, stop);

    static Task<bool> IsThere(CommunityContext db, Viewer viewer, WatchSubject subject, CancellationToken stop) => subject switch
    {
        { TopicId: { } id, TagId: null, SpaceId: null, WriterId: null } => db.Topics.VisibleTo(viewer).AnyAsync(t => t.Id == id, stop),
        { TopicId: null, TagId: { } id, SpaceId: null, WriterId: null } => db.TagsFor(viewer).AnyAsync(t => t.Id == id, stop),
        { TopicId: null, TagId: null, SpaceId: { } id, WriterId: null } => db.Spaces.VisibleTo(viewer).AnyAsync(s => s.Id == id, stop),
        { TopicId: null, TagId: null, SpaceId: null, WriterId: { } id } => db.NotesFor(viewer).AnyAsync(t => t.AuthorId == id, stop),
        _ => Task.FromResult(false),
    };
}
