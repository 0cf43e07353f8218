using Community.Governance;
using Community.Notes.Combining;
using Community.People;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Combining;

/// <summary>What ties a note to other notes and spaces, as one reader sees it; loaded once a page.</summary>
public sealed class NoteTies(CommunityContext db, KnownCommunity known, CurrentViewer current)
{
    const int MostVariants = 50;

    TiedNote? loaded;

    /// <summary>Where the note went; null where it was not merged, or into one that is out of the reader's sight.</summary>
    public async Task<OtherNote?> MergedInto(long noteId)
    {
        var (merges, notes) = (db.StandingMerges, db.NotesFor(await current.Get()).AsNoTracking());
        return await notes.Where(t => merges.Any(m => m.SourceId == noteId && m.TargetId == t.Id)).Select(t => new OtherNote(t.Id, t.Title)).FirstOrDefaultAsync();
    }

    public async Task<TiedNote> Of(TopicHead head)
    {
        if (loaded?.NoteId == head.Id) return loaded;

        var viewer = await current.Get();
        var merge = head.Closure is { Outcome: Outcome.Merged } ? await MergedInto(head.Id) : null;
        var (mine, rows) = await Variants(head.Id, viewer);
        var placed = await db.NotePlacements.AsNoTracking().Where(p => p.NoteId == head.Id).Select(p => p.SpaceId).ToListAsync();
        var spaces = (await known.Ground()).Spaces;
        return loaded = new TiedNote(head.Id, merge, mine, rows, [.. placed.Where(viewer.CanRead).Where(spaces.ContainsKey).Select(id => spaces[id]).Where(s => s.Slug != head.SpaceSlug).OrderBy(s => s.Name)]);
    }

    /// <summary>What the note varies, and its own variants: the one for the reader's unit first.</summary>
    async Task<(VariantOf? Mine, IReadOnlyList<VariantRow> Rows)> Variants(long noteId, Viewer viewer)
    {
        var notes = db.NotesFor(viewer).AsNoTracking();
        var all = db.NoteVariants.AsNoTracking();
        var units = (await known.Ground()).Units;
        string ForWhom(long? unitId, string words) => unitId is { } id ? units.GetValueOrDefault(id) ?? words : words;

        var own = await all.Where(v => v.NoteId == noteId).Select(v => new { v.UnitId, v.ForWhom, Base = notes.Where(t => t.Id == v.BaseId).Select(t => new OtherNote(t.Id, t.Title)).FirstOrDefault() }).FirstOrDefaultAsync();
        var found = own is not null ? [] : await all.Where(v => v.BaseId == noteId).SelectMany(v => notes.Where(t => t.Id == v.NoteId), (v, t) => new { v.UnitId, v.ForWhom, t.Id, t.Title }).OrderBy(v => v.Id).Take(MostVariants).ToListAsync();
        var unit = viewer.PersonId is { } me && found.Count > 0 ? await db.People.Where(p => p.Id == me).Select(p => p.UnitId).FirstOrDefaultAsync() : null;
        return (own is null ? null : new VariantOf(ForWhom(own.UnitId, own.ForWhom), own.Base),
            [.. found.Select(v => new VariantRow(new OtherNote(v.Id, v.Title), ForWhom(v.UnitId, v.ForWhom), v.UnitId is not null && v.UnitId == unit)).OrderByDescending(v => v.IsForReader)]);
    }
}

/// <summary>What ties a note to others.</summary>
/// <param name="Varies">Null where it is no variant.</param>
/// <param name="Variants">At most 50, the one for the reader's unit first.</param>
/// <param name="Placed">Further spaces that list it and that the reader can read, by name.</param>
public sealed record TiedNote(long NoteId, OtherNote? MergedInto, VariantOf? Varies, IReadOnlyList<VariantRow> Variants, IReadOnlyList<KnownSpace> Placed);

/// <summary>Another note that the reader may see.</summary>
public sealed record OtherNote(long Id, string Title)
{
    public string Address => TopicAddress.Of(TopicKind.Note, Id, Title);
}

/// <summary>For whom a note is, and what it varies.</summary>
/// <param name="Base">Null where that is out of the reader's sight.</param>
public sealed record VariantOf(string ForWhom, OtherNote? Base);

/// <summary>One variant of a note.</summary>
public sealed record VariantRow(OtherNote Note, string ForWhom, bool IsForReader);
