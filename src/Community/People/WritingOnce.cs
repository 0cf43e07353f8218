using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.People;

/// <summary>Writes that are done once for each key.</summary>
public static class WritingOnce
{
    const int Created = 201;

    extension(CommunityStore store)
    {
        /// <summary>Like <c>Write</c> for work that makes one thing and gives its id; with a key, a second time gives the first one's id.</summary>
        /// <exception cref="RefusedException">The key was used for another request.</exception>
        public Task<long> WriteOnce(long personId, Once? once, DateTime now, Func<CommunityContext, Task<long>> work, CancellationToken stop = default) =>
            store.Write(once is null ? work : db => First(db, personId, once, now, work, stop), stop);
    }

    /// <summary>The key goes in before the work, so that a double on another node waits for this transaction and, run again, finds it.</summary>
    static async Task<long> First(CommunityContext db, long personId, Once once, DateTime now, Func<CommunityContext, Task<long>> work, CancellationToken stop)
    {
        if (await Earlier(db, personId, once, stop) is { } made) return made;

        var key = db.IdempotencyKeys.Add(new IdempotencyKey(personId, once, Created, now)).Entity;
        await db.SaveChangesAsync(stop);
        key.Made(await work(db));
        await db.SaveChangesAsync(stop);
        return key.SubjectId;
    }

    static async Task<long?> Earlier(CommunityContext db, long personId, Once once, CancellationToken stop)
    {
        var earlier = await db.IdempotencyKeys.AsNoTracking().FirstOrDefaultAsync(k => k.PersonId == personId && k.Key == once.Key, stop);
        if (earlier is not null && earlier.RequestHash != once.RequestHash)
            throw new RefusedException(Refusal.Invalid, "This idempotency key was used for another request. Choose a new one for each request.") { Field = nameof(IdempotencyKey) };

        return earlier?.SubjectId;
    }
}
