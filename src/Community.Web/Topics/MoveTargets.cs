using Community.Governance;
using Community.Spaces;
using Community.Store;
using Community.Web.Frame;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Topics;

/// <summary>Spaces that a topic can be moved to.</summary>
public sealed class MoveTargets(CommunityContext db, CurrentViewer current)
{
    /// <summary>By name; without the one it is in.</summary>
    public async Task<IReadOnlyList<SpaceChoice>> For(string fromSlug)
    {
        var viewer = await current.Get();
        var spaces = await db.Spaces.AsNoTracking().VisibleTo(viewer).Where(s => s.Slug != fromSlug).OrderBy(s => s.Name).Select(s => new { s.Id, s.Slug, s.Name, s.Tier }).Take(300).ToListAsync();
        return [.. spaces.Where(s => viewer.May(Act.StartTopic, s.Id)).Select(s => new SpaceChoice(s.Slug, s.Name, s.Tier))];
    }
}
