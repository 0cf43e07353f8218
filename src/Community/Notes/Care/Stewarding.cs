using Community.Events;
using Community.Spaces;
using Community.Store;
using Community.Topics;

namespace Community.Notes.Care;

/// <summary>What appointing, relieving and handing over have in common.</summary>
static class Stewarding
{
    /// <param name="from">Null when nobody is relieved.</param>
    /// <param name="to">Null when nobody is appointed.</param>
    /// <exception cref="RefusedException">Who is appointed cannot read the note, or nobody would be left.</exception>
    public static async Task Change(CommunityContext db, Topic note, Keeper? from, Keeper? to, string why, long actorId, DateTime now, CancellationToken stop)
    {
        if (to is { } wanted) await DemandReader(db, note, wanted, stop);
        await db.CareOf(note, stop);
        var left = from is { } leaver && await Remove(db, note, leaver, stop);
        var came = to is { } comer && await Add(db, note, comer, now, stop);
        if (!left && !came) return;

        db.NoteHandovers.Add(new NoteHandover(note.Id, left ? from : null, came ? to : null, why, actorId, now));
        note.TellTopic(EventKind.NoteStewarded, now, actorId);
        await db.SaveChangesAsync(stop);
        if (left && (await db.KeepersOf([note.Id], stop))[note.Id].IsOrphan)
            throw new RefusedException(Refusal.Conflict, "Somebody has to keep this note. Hand it over to somebody who can read it.");
    }

    static async Task<bool> Add(CommunityContext db, Topic note, Keeper keeper, DateTime now, CancellationToken stop)
    {
        if (keeper.PersonId is { } personId && await db.NoteStewardships.FindAsync([note.Id, personId], stop) is null) db.NoteStewardships.Add(new NoteStewardship(note, personId, now));
        else if (keeper.UnitId is { } unitId && await db.NoteUnitStewardships.FindAsync([note.Id, unitId], stop) is null) db.NoteUnitStewardships.Add(new NoteUnitStewardship(note, unitId, now));
        else return false;

        return true;
    }

    static async Task<bool> Remove(CommunityContext db, Topic note, Keeper keeper, CancellationToken stop)
    {
        if (keeper.PersonId is { } personId && await db.NoteStewardships.FindAsync([note.Id, personId], stop) is { } person) db.Remove(person);
        else if (keeper.UnitId is { } unitId && await db.NoteUnitStewardships.FindAsync([note.Id, unitId], stop) is { } unit) db.Remove(unit);
        else return false;

        return true;
    }

    static async Task DemandReader(CommunityContext db, Topic note, Keeper keeper, CancellationToken stop)
    {
        if (keeper.PersonId is { } personId && await db.Viewer(personId, stop) is { IsSignedIn: true } steward && steward.CanRead(note.SpaceId)) return;
        if (keeper.UnitId is { } unitId && (await db.ReadersIn(note.SpaceId, [unitId], stop)).Count > 0) return;

        throw keeper.UnitId is null
            ? new RefusedException(Refusal.Invalid, "This person cannot read the space that the note stands in.") { Field = "Steward" }
            : new RefusedException(Refusal.Invalid, "Nobody of this unit can read the space that the note stands in.") { Field = "Unit" };
    }
}
