using Community.Governance;
using Community.Spaces;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Notes.Writing;

/// <summary>A space's stewards give it a template for notes, change one, take one away or bring it back.</summary>
public sealed class KeepTemplate(CommunityStore store, TimeProvider clock)
{
    /// <param name="templateId">Null for a new one.</param>
    /// <param name="isRemoved">Whether it is taken away; name and text then stay as they are.</param>
    /// <returns>The template's id.</returns>
    /// <exception cref="RefusedException">No such space or template, not a steward, or words that cannot be taken.</exception>
    public Task<long> Run(long personId, string space, long? templateId, string? name, string? text, bool? isRemoved = null, CancellationToken stop = default) => store.Write(async db =>
    {
        var of = await db.SpaceToChange(await db.Viewer(personId, stop), space, Act.KeepTemplates, stop);
        if ((templateId is null || isRemoved == false) && await db.NoteTemplates.CountAsync(t => t.SpaceId == of.Id && t.RemovedAt == null && t.Id != templateId, stop) >= NoteTemplate.MostInSpace)
            throw new RefusedException(Refusal.Conflict, "A space has at most {0} templates. Take one away first.", NoteTemplate.MostInSpace);

        if (templateId is null)
        {
            var made = db.NoteTemplates.Add(new NoteTemplate(of.Id, name, text, personId, clock.Now())).Entity;
            await db.SaveChangesAsync(stop);
            return made.Id;
        }

        var template = await db.NoteTemplates.FirstOrDefaultAsync(t => t.Id == templateId && t.SpaceId == of.Id, stop) ?? throw new RefusedException(Refusal.NotFound, "There is no such template, or it is not for you.");
        if (isRemoved is { } removed) template.Remove(removed, personId, clock.Now());
        else template.Change(name, text, personId, clock.Now());
        await db.SaveChangesAsync(stop);
        return template.Id;
    }, stop);
}
