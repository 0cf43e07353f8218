using Community.Notes.Care;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Notes.Combining;

/// <summary>Who keeps the variants of a note.</summary>
public static class VariantKeepers
{
    extension(CommunityContext db)
    {
        /// <summary>Of those that are in sight; each once.</summary>
        public async Task<IReadOnlyList<long>> KeepersOfVariants(long baseId, CancellationToken stop = default)
        {
            var people = new HashSet<long>();
            var variants = await db.NoteVariants.AsNoTracking().Where(v => v.BaseId == baseId && v.Note.Standing == Standing.Published && v.Note.ClosedAt == null).Select(v => new { v.NoteId, v.Note.SpaceId }).ToListAsync(stop);
            foreach (var variant in variants) people.UnionWith(await db.PeopleKeeping(variant.NoteId, variant.SpaceId, stop));
            return [.. people];
        }
    }
}
