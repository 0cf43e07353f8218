using Community.Governance;
using Community.Notes.Care;
using Community.People;
using Community.Questions;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Api;

/// <summary>Turns topics into what the API says of them, with a fixed number of queries.</summary>
sealed class TopicAnswers(CommunityContext db, KnownCommunity community, KnownTopics known, TimeProvider clock)
{
    /// <summary>In the order that the query gives; it must have passed the gate.</summary>
    public async Task<List<ListedTopic>> Load(IQueryable<Topic> topics, CancellationToken stop)
    {
        var (spaces, people, acceptances) = (db.Spaces, db.People, db.Acceptances);
        var rows = await topics.Select(t => new
        {
            t.Id,
            t.Kind,
            t.Title,
            t.AuthorId,
            t.CreatedAt,
            t.ClosedAt,
            Space = spaces.Where(s => s.Id == t.SpaceId).Select(s => s.Slug).First(),
            IsShown = t.Standing == Standing.Published,
            IsMasked = t.MaskedAt != null,
            IsUnnamed = t.Posts.Any(p => p.Part == Part.Opening && p.UnnamedAt != null),
            Name = t.Posts.Where(p => p.Part == Part.Opening).Select(p => p.AuthorName).FirstOrDefault() ?? people.Where(p => p.Id == t.AuthorId).Select(p => p.Name).First(),
            AcceptedId = acceptances.Where(a => a.TopicId == t.Id && t.Kind == TopicKind.Question && a.Post!.Standing == Standing.Published).Select(a => (long?)a.PostId).FirstOrDefault(),
        }).ToListAsync(stop);
        var ids = rows.ConvertAll(row => row.Id);
        var tags = (await db.TopicTags.AsNoTracking().Where(t => ids.Contains(t.TopicId)).Select(t => new { t.TopicId, t.Tag!.Name }).ToListAsync(stop)).ToLookup(t => t.TopicId, t => t.Name);

        var notes = rows.Where(row => row is { Kind: TopicKind.Note, IsShown: true }).Select(row => row.Id).ToList();
        var (facts, keepers, now) = (await known.Facts([.. rows.Where(row => row is { Kind: not TopicKind.Thread, IsShown: true }).Select(row => row.Id)]), notes.Count == 0 ? [] : await db.KeepersOf(notes, stop), clock.Now());
        var (names, units) = (await community.Names(keepers.Values.SelectMany(k => k.PersonIds).Distinct()), (await community.Ground()).Units);

        return rows.ConvertAll(row => new ListedTopic(row.Id, row.Kind, row.Space, row.IsShown ? row.Title : null, row.IsShown ? [.. tags[row.Id].Order(StringComparer.Ordinal)] : [],
            TopicAddress.Of(row.Kind, row.Id, row.IsShown ? row.Title : null), row.CreatedAt, row.IsShown && !row.IsUnnamed ? new Author(row.AuthorId, row.Name) : null, row.AcceptedId, row.ClosedAt)
        {
            Masked = row.IsMasked,
            State = facts.GetValueOrDefault(row.Id)?.Note?.On(now),
            ReviewAt = facts.GetValueOrDefault(row.Id)?.Note?.ReviewAt,
            NeededBy = facts.GetValueOrDefault(row.Id)?.Needed?.Day,
            NeedReason = facts.GetValueOrDefault(row.Id)?.Needed?.Reason,
            CheckedAt = facts.GetValueOrDefault(row.Id)?.Note?.CheckedAt,
            Stewards = keepers.TryGetValue(row.Id, out var keep)
                ? [.. keep.PersonIds.Select(id => new StewardAnswer(StewardKind.Person, id, names[id].Name)), .. keep.UnitIds.Select(id => new StewardAnswer(StewardKind.Unit, id, units.GetValueOrDefault(id, "")))] : null,
        });
    }

    /// <summary>In the order of the ids; what the viewer may not see is left out.</summary>
    public async Task<List<ListedTopic>> Load(IReadOnlyList<long> ids, Viewer viewer, CancellationToken stop)
    {
        var found = (await Load(db.Topics.AsNoTracking().ListedFor(viewer).Where(t => ids.Contains(t.Id)), stop)).ToDictionary(topic => topic.Id);
        return [.. ids.Where(found.ContainsKey).Select(id => found[id])];
    }
}
