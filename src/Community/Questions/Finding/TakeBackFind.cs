using Community.Events;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Questions.Finding;

/// <summary>It did not answer it after all: the find counts no more, and the draft that was put aside is there again.</summary>
public sealed class TakeBackFind(CommunityStore store, TimeProvider clock)
{
    /// <returns>Whether the draft could be brought back: not when another question was begun since, or the draft was forgotten.</returns>
    /// <exception cref="RefusedException">This person found no such thing.</exception>
    public Task<bool> Run(long personId, long findId, CancellationToken stop = default) => store.Write(async db =>
    {
        var find = await db.Finds.Include(f => f.Topic).FirstOrDefaultAsync(f => f.Id == findId && f.PersonId == personId, stop) ?? throw new RefusedException(Refusal.NotFound, "There is nothing at this address, or it is not for you.");
        if (find.TakenBackAt is null)
        {
            var now = clock.Now();
            find.TakeBack(now);
            find.Topic.TellTopic(EventKind.Found, now, personId);
        }

        var place = DraftPlace.New(TopicKind.Question).ToString();
        var draft = find.DraftVersion is null ? null : await db.Drafts.FirstOrDefaultAsync(d => d.PersonId == personId && d.Place == place && d.Version == find.DraftVersion, stop);
        draft?.BringBack();
        await db.SaveChangesAsync(stop);
        return draft is not null;
    }, stop);
}
