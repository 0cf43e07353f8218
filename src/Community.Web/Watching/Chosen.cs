using Community.Store;
using Community.Topics;
using Community.Topics.Watching;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Watching;

/// <summary>What a person follows and mutes, by its ids: a few, so that a list of many topics asks the database for none of them.</summary>
public sealed class Chosen
{
    readonly List<Watch> watches;

    Chosen(List<Watch> watches) => this.watches = watches;

    public List<long> Topics => Followed(watch => watch.TopicId);

    public List<long> Spaces => Followed(watch => watch.SpaceId);

    public List<long> Writers => Followed(watch => watch.WriterId);

    public List<long> Tags => Followed(watch => watch.TagId);

    public bool HasTags => Tags.Count > 0;

    public static async Task<Chosen> By(CommunityContext db, long? personId) => new(await db.Watches.AsNoTracking().Where(w => w.PersonId == personId).ToListAsync());

    /// <summary>Without topics that are muted; one that was chosen itself stays, whatever its space and subjects are.</summary>
    public IQueryable<Topic> WithoutMuted(IQueryable<Topic> topics)
    {
        var (muted, spaces, tags) = (Muted(watch => watch.TopicId), Muted(watch => watch.SpaceId), Muted(watch => watch.TagId));
        var own = watches.Select(watch => watch.TopicId).OfType<long>().ToList();
        if (muted.Count > 0) topics = topics.Where(t => !muted.Contains(t.Id));
        if (spaces.Count > 0) topics = topics.Where(t => !spaces.Contains(t.SpaceId) || own.Contains(t.Id));
        if (tags.Count > 0) topics = topics.Where(t => !t.Tags.Any(u => tags.Contains(u.TagId)) || own.Contains(t.Id));
        return topics;
    }

    List<long> Followed(Func<Watch, long?> id) => [.. watches.Where(watch => watch.Level is WatchLevel.Follow or WatchLevel.Watch).Select(id).OfType<long>()];

    List<long> Muted(Func<Watch, long?> id) => [.. watches.Where(watch => watch.Level == WatchLevel.Mute).Select(id).OfType<long>()];
}
