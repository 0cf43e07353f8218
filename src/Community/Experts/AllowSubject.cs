using Community.People;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Experts;

/// <summary>Somebody may be asked about a subject again.</summary>
public sealed class AllowSubject(CommunityStore store, TimeProvider clock)
{
    public Task Run(long personId, long subjectId, CancellationToken stop = default) => store.Write(async db =>
    {
        await db.PersonToChange(personId, stop);
        if (await db.AvoidedSubjects.FirstOrDefaultAsync(s => s.Id == subjectId && s.PersonId == personId, stop) is not { } avoided) return;

        avoided.End(clock.Now());
        db.AvoidedSubjects.Remove(avoided);
        await db.SaveChangesAsync(stop);
    }, stop);
}
