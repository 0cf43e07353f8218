using Community.Store;
using Community.Topics;

namespace Community.Notes.Combining;

/// <summary>Who keeps the variants of a note.</summary>
public static class VariantKeepers
{
    extension(CommunityContext db)
    {
        /// <summary>Authors and stewards of those that are in sight; each once.</summary>
        public IQueryable<long> KeepersOfVariants(long baseId)
        {
            var stewardships = db.NoteStewardships;
            var variants = db.NoteVariants.Where(v => v.BaseId == baseId && v.Note.Standing == Standing.Published);
            return variants.Select(v => v.Note.AuthorId).Union(variants.SelectMany(v => stewardships.Where(s => s.TopicId == v.NoteId), (v, s) => s.PersonId));
        }
    }
}
