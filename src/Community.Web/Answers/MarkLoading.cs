using Community.Governance;
using Community.Questions.Answering;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Answers;

/// <summary>Loads for whom answers also worked, of posts that came through the gate in this request.</summary>
public sealed class MarkLoading(CommunityContext db, KnownCommunity community)
{
    static readonly Prepared<Func<CommunityContext, List<long>, IAsyncEnumerable<MarkFact>>> MarksOf = new(() => EF.CompileAsyncQuery((CommunityContext db, List<long> ids) => db.Set<HelpfulMark>()
        .Where(m => ids.Contains(m.PostId) && m.Post.Part == Part.Answer && m.Post.Standing == Standing.Published).OrderBy(m => m.Id)
        .Select(m => new MarkFact(m.PostId, m.PersonId, db.Set<Post>().Any(p => p.TopicId == m.Post.TopicId && p.AuthorId == m.PersonId && p.UnnamedAt != null)))));

    static readonly Prepared<Func<CommunityContext, long, IAsyncEnumerable<Someone>>> AskingIn = new(() => EF.CompileAsyncQuery((CommunityContext db, long topicId) => db.Set<SameQuestion>()
        .Where(s => s.TopicId == topicId).OrderBy(s => s.Id).Select(s => new Someone(s.PersonId, db.Set<Post>().Any(p => p.TopicId == topicId && p.AuthorId == s.PersonId && p.UnnamedAt != null)))));

    /// <summary>Who else has a question, the same for every reader of it, the earliest first.</summary>
    public async Task<IReadOnlyList<Someone>> AlsoAsking(long topicId) => await AskingIn.On(db)(db, topicId).ToListAsync();

    /// <summary>These people as this reader sees them.</summary>
    public async Task<WhoElse> Of(IReadOnlyList<Someone> people, Viewer viewer) => people.Count == 0 ? WhoElse.Nobody : WhoElse.Of(people, viewer, await community.Names(WhoElse.Named(people, viewer)));

    /// <summary>The same for every reader of these posts, the earliest first.</summary>
    public async Task<IReadOnlyList<MarkFact>> Facts(List<long> postIds) => postIds.Count == 0 ? [] : await MarksOf.On(db)(db, postIds).ToListAsync();

    /// <summary>The facts by post, with the names that this reader is shown.</summary>
    public async Task<IReadOnlyDictionary<long, WhoElse>> Of(IReadOnlyList<MarkFact> facts, Viewer viewer)
    {
        if (facts.Count == 0) return new Dictionary<long, WhoElse>();

        var by = facts.GroupBy(fact => fact.PostId).ToDictionary(of => of.Key, of => (IReadOnlyList<Someone>)[.. of.Select(fact => new Someone(fact.PersonId, fact.IsNameless))]);
        var names = await community.Names(by.Values.SelectMany(people => WhoElse.Named(people, viewer)).Distinct());
        return by.ToDictionary(of => of.Key, of => WhoElse.Of(of.Value, viewer, names));
    }
}
