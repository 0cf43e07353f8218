using Community.Events;
using Community.Governance;
using Community.Notes.Bench;
using Community.Notes.Care;
using Community.People;
using Community.People.Guests;
using Community.People.Retention;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Topics.Watching;
using Microsoft.EntityFrameworkCore;

namespace Community.Notes.Leaving;

/// <summary>Somebody closes the own account. What they wrote stays: under their name, or under one that says nothing; their notes go into the hands of a colleague, if they name one.</summary>
public sealed class LeaveCommunity(CommunityStore store, Passwords passwords, TimeProvider clock)
{
    /// <summary>Whoever wants the own name gone is called so from then on, wherever it stood.</summary>
    public const string NoName = "Former member";

    /// <param name="isNameGone">Take the name off everything; without it the account can be opened again.</param>
    /// <param name="heirId">Who keeps the notes from now on, as far as that one can read them; null leaves them to the stewards of their spaces.</param>
    /// <exception cref="RefusedException">The password is wrong; nobody else would be administrator; it is on hold; or who is named keeps no notes.</exception>
    public async Task Run(long personId, string? password, bool isNameGone, long? heirId, CancellationToken stop = default)
    {
        var hash = await store.Read(db => db.Accounts.Where(a => a.PersonId == personId).Select(a => a.PasswordHash).FirstOrDefaultAsync(stop));
        if (!await passwords.Matches(hash, password ?? "", stop)) throw new RefusedException(Refusal.Invalid, "This is not your password.") { Field = "Password" };

        await store.Write(async db =>
        {
            var now = clock.Now();
            var person = await db.PersonToChange(personId, stop);
            if (!await db.PeopleWithAccess().AnyAsync(p => p.Id == personId, stop)) throw new RefusedException(Refusal.Conflict, "Meanwhile this account has changed. Sign in again.");
            if (person.Role == Role.Administrator) await db.DemandAnotherAdministrator(personId, stop);
            if (isNameGone) await db.DemandUnheld(personId, stop);
            if (isNameGone && await db.HeldPosts().AnyAsync(p => p.AuthorId == personId, stop)) throw new RefusedException(Refusal.Conflict, "Something that you wrote is on hold, so that nothing of it is lost. Leave under your name, or ask an administrator.");
            if (heirId is { } heir) await HandOver(db, personId, heir, now, stop);

            await db.CloseAccount(person, personId, now, stop);
            await db.EndSponsorshipOf(person, SponsorshipEnd.Ended, "", personId, now, stop);
            await db.LeaveGuestsOf(personId, personId, now, stop);
            await db.FeedKeys.Where(k => k.PersonId == personId).ExecuteDeleteAsync(stop);
            if (isNameGone) await TakeNameOff(db, person, now, stop);
            await db.SaveChangesAsync(stop);
        }, stop);
    }

    static async Task HandOver(CommunityContext db, long personId, long heirId, DateTime now, CancellationToken stop)
    {
        var heir = await db.Viewer(heirId, stop);
        if (!heir.IsStaff || heirId == personId) throw new RefusedException(Refusal.Invalid, "Name a colleague who can sign in.") { Field = "Heir" };

        var (cares, stewardships) = (db.NoteCares, db.NoteStewardships);
        var kept = await db.Topics.Where(t => t.Kind == TopicKind.Note && t.Standing == Standing.Published
                && (stewardships.Any(s => s.TopicId == t.Id && s.PersonId == personId) || t.AuthorId == personId && !cares.Any(c => c.TopicId == t.Id)))
            .OrderBy(t => t.Id).Select(t => new { t.Id, t.SpaceId }).ToListAsync(stop);
        foreach (var one in kept.Where(one => heir.CanRead(one.SpaceId)))
        {
            await db.LockRow("Topics", "Id", one.Id, stop);
            var note = await db.Topics.FirstAsync(t => t.Id == one.Id, stop);
            await Stewarding.Change(db, note, Keeper.Person(personId), Keeper.Person(heirId), "Who kept it left.", personId, now, stop);
        }
    }

    /// <summary>The name goes wherever it stood, because everything names the person and not the name; so do face, job, mail address, and what nobody else needs.</summary>
    static async Task TakeNameOff(CommunityContext db, Person person, DateTime now, CancellationToken stop)
    {
        person.BeForgotten(NoName, now);
        var posts = db.Posts;
        // The index knows posts by their authors' names.
        foreach (var topic in await db.Topics.Where(t => posts.Any(p => p.TopicId == t.Id && p.AuthorId == person.Id)).OrderBy(t => t.Id).ToListAsync(stop)) topic.TellTopic(EventKind.AuthorLeft, now, null);
        await db.Faces.Where(f => f.PersonId == person.Id).ExecuteDeleteAsync(stop);
        await db.Drafts.Where(d => d.PersonId == person.Id).ExecuteDeleteAsync(stop);
        await db.Bookmarks.Where(b => b.PersonId == person.Id).ExecuteDeleteAsync(stop);
        await db.OneTimeLinks.Where(l => l.PersonId == person.Id).ExecuteDeleteAsync(stop);
        await db.ApiTokens.Where(t => t.PersonId == person.Id).ExecuteDeleteAsync(stop);
        await db.ReadMarks.Where(m => m.PersonId == person.Id).ExecuteDeleteAsync(stop);
        await db.ReadFloors.Where(f => f.PersonId == person.Id).ExecuteDeleteAsync(stop);
        await db.TopicFollows.Where(f => f.PersonId == person.Id).ExecuteDeleteAsync(stop);
        await db.Watches.Where(w => w.PersonId == person.Id).ExecuteDeleteAsync(stop);
        await db.BenchBlocks.Where(b => b.PersonId == person.Id).ExecuteDeleteAsync(stop);
        await db.BenchPassages.Where(b => b.PersonId == person.Id).ExecuteDeleteAsync(stop);
        await db.BenchNotes.Where(b => b.PersonId == person.Id).ExecuteDeleteAsync(stop);
        db.Accounts.RemoveRange(await db.Accounts.Where(a => a.PersonId == person.Id).ToListAsync(stop));
    }
}
