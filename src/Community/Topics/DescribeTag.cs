using Community.Spaces;
using Community.Store;
using Community.Topics.Checks;
using Community.Topics.Holding;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics;

/// <summary>Says what a tag means and which other words give it.</summary>
public sealed class DescribeTag(CommunityStore store, KnownGuards guards, TimeProvider clock)
{
    /// <exception cref="RefusedException">No such tag, not staff, or a synonym that is taken.</exception>
    public async Task Run(long personId, string tag, string description, IReadOnlyList<string> synonyms, CancellationToken stop = default)
    {
        var words = await guards.CheckWords([("Description", description), .. synonyms.Select(word => ("Synonyms", (string?)word))], db => Said(db, tag, stop));
        await store.Write(async db =>
        {
            var viewer = await db.Viewer(personId, stop);
            if (!viewer.IsStaff) throw new RefusedException(Refusal.Forbidden, "Staff describe subjects; ask a colleague of the institution.");
            viewer.DemandActive();
            await db.LockName(Tags.Words, stop);
            var found = await db.TagsFor(viewer).Include(t => t.Synonyms).FirstOrDefaultAsync(t => t.Name == tag, stop)
                ?? throw new RefusedException(Refusal.NotFound, "There is no such subject.");

            var wanted = synonyms.Where(word => !string.IsNullOrWhiteSpace(word)).Select(Tag.CleanName).ToList();
            if (await db.TagSynonyms.AnyAsync(s => wanted.Contains(s.Name) && s.TagId != found.Id, stop) || await db.Tags.AnyAsync(t => wanted.Contains(t.Name) && t.Id != found.Id, stop))
                throw new RefusedException(Refusal.Conflict, "One of these words is a subject of its own, or another subject's synonym.") { Field = "Synonyms" };

            db.DemandUnfound(words, clock.Now());
            found.Describe(description, wanted, personId, clock.Now());
            await db.SaveChangesAsync(stop);
        }, stop);
    }

    static async Task<string[]?> Said(CommunityContext db, string tag, CancellationToken stop) =>
        await db.Tags.Include(t => t.Synonyms).FirstOrDefaultAsync(t => t.Name == tag, stop) is { } known ? [known.Description, .. known.Synonyms.Select(s => s.Name)] : null;
}
