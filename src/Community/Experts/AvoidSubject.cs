using Community.People;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Experts;

/// <summary>Somebody does not want to be asked about a subject.</summary>
public sealed class AvoidSubject(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">The subject cannot be taken, or there are too many.</exception>
    public Task Run(long personId, string subject, CancellationToken stop = default) => store.Write(async db =>
    {
        await db.PersonToChange(personId, stop);
        var avoided = new AvoidedSubject(personId, subject, clock.Now());
        var own = await db.AvoidedSubjects.AsNoTracking().Where(s => s.PersonId == personId).Select(s => s.SubjectFolded).ToListAsync(stop);
        if (own.Contains(avoided.SubjectFolded)) return;
        if (own.Count >= AvoidedSubject.Most)
            throw new RefusedException(Refusal.Invalid, "You can name {0} subjects. Take one off the list first.", AvoidedSubject.Most) { Field = nameof(AvoidedSubject.Subject) };

        db.AvoidedSubjects.Add(avoided);
        await db.SaveChangesAsync(stop);
    }, stop);
}
