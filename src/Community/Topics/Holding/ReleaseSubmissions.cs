using System.Globalization;
using Community.Events;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics.Holding;

/// <summary>Does what was asked for once it may be seen: as its author, with that person's rights of now. Killed in the middle and run again, it is done once.</summary>
public sealed class ReleaseSubmissions(CommunityStore store, IEnumerable<ICarryOut> carriers, TimeProvider clock) : ISweep
{
    const int AtATime = 20;

    public TimeSpan Every => TimeSpan.FromSeconds(1);

    public async Task<int> Run(CancellationToken stop = default)
    {
        var now = clock.Now();
        var due = await store.Read(db => db.Submissions.AsNoTracking().Where(s => s.State == SubmissionState.Released && s.ReleaseAt <= now || s.State == SubmissionState.Published && s.PostId == null)
            .OrderBy(s => s.Id).Take(AtATime).ToListAsync(stop));
        foreach (var submission in due) await Release(submission, stop);
        return due.Count == AtATime ? AtATime : 0;
    }

    async Task Release(Submission submission, CancellationToken stop)
    {
        var request = submission.ToRequest();
        long postId;
        try
        {
            postId = await carriers.First(carrier => carrier.Takes(request)).Run(submission, request, stop);
        }
        catch (Exception e) when (e is RefusedException or StaleEditException)
        {
            var why = e is RefusedException refused ? string.Format(CultureInfo.InvariantCulture, refused.Sentence, [.. refused.Arguments]) : "Somebody saved a newer revision meanwhile. Put the two texts together, and send the result.";
            await store.Write(async db =>
            {
                var failed = await db.Submissions.FirstAsync(s => s.Id == submission.Id, stop);
                if (failed.State == SubmissionState.Released) failed.Fail(why, clock.Now());
                await db.SaveChangesAsync(stop);
            }, stop);
            return;
        }

        await store.Write(async db =>
        {
            (await db.Submissions.FirstAsync(s => s.Id == submission.Id, stop)).Became(postId);
            await db.SaveChangesAsync(stop);
        }, stop);
    }
}

/// <summary>Tells moderators and administrators of what waits longer than it should; once for each text.</summary>
public sealed class EscalateSubmissions(CommunityStore store, TimeProvider clock) : ISweep
{
    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task<int> Run(CancellationToken stop = default)
    {
        var now = clock.Now();
        if (!await store.Read(db => Late(db, now).AnyAsync(stop))) return 0;

        return await store.Write(async db =>
        {
            var late = await Late(db, now).OrderBy(s => s.Id).Take(100).ToListAsync(stop);
            foreach (var submission in late) submission.BeLate(now);
            await db.SaveChangesAsync(stop);
            return late.Count;
        }, stop);
    }

    static IQueryable<Submission> Late(CommunityContext db, DateTime now) => db.Submissions.Where(s => s.State == SubmissionState.Waiting && s.LateAt == null && s.DueAt <= now);
}
