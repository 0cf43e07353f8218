using Community.People;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Presence;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Topics;

/// <summary>Who else edits a post. Ask only for those who may.</summary>
public sealed class OtherEditors(CommunityContext db, CurrentViewer current, WhoIsHere here, KnownCommunity known, TimeProvider clock)
{
    const int Most = 5;

    static readonly TimeSpan EditingFor = TimeSpan.FromMinutes(15);

    /// <summary>Young drafts say so, and, to somebody who shows it, who else has the editor open and shows it.</summary>
    public async Task<IReadOnlyList<AlsoEditing>> Of(Post post)
    {
        var drafts = await Drafts(post.Id);
        if (await here.For(current.PersonId, post.TopicId, post.Id, default) is not { Editing.Count: > 0 } present) return drafts;

        var names = await known.Names(present.Editing);
        return [.. drafts, .. present.Editing.Where(id => names.ContainsKey(id) && !drafts.Any(draft => draft.Id == id)).Take(Most).Select(id => new AlsoEditing(id, names[id].Name, null))];
    }

    async Task<List<AlsoEditing>> Drafts(long postId)
    {
        // Who stands there without a name edits unseen.
        var (all, worn) = (db.Posts, db.Masks);
        var (personId, place, since) = (current.PersonId, DraftPlace.EditOf(postId).ToString(), clock.Now() - EditingFor);
        var people = db.People;
        return await db.Drafts.AsNoTracking().Where(d => d.Place == place && d.PersonId != personId && d.DiscardedAt == null && d.UpdatedAt > since && !worn.Any(m => m.PersonId == d.PersonId && all.Any(p => p.Id == postId && p.AuthorId == m.Id)) && !all.Any(p => p.Id == postId && p.UnnamedAt != null && p.AuthorId == d.PersonId)).OrderBy(d => d.Id).Take(Most)
            .Select(d => new AlsoEditing(d.PersonId, people.Where(p => p.Id == d.PersonId).Select(p => p.Name).First(), d.UpdatedAt)).ToListAsync();
    }
}
