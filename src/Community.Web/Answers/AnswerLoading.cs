using Community.Governance;
using Community.Questions.Answering;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Answers;

/// <summary>Loads what others say of a question and its answers, of posts that came through the gate in this request.</summary>
public sealed class AnswerLoading(CommunityContext db, KnownCommunity community, AnswerOrders orders)
{
    static readonly Prepared<Func<CommunityContext, List<long>, IAsyncEnumerable<MarkFact>>> MarksOf = new(() => EF.CompileAsyncQuery((CommunityContext db, List<long> ids) => db.Set<HelpfulMark>()
        .Where(m => ids.Contains(m.PostId) && m.Post.Part == Part.Answer && m.Post.Standing == Standing.Published).OrderBy(m => m.Id)
        .Select(m => new MarkFact(m.PostId, m.PersonId, db.Set<Post>().Any(p => p.TopicId == m.Post.TopicId && p.AuthorId == m.PersonId && p.UnnamedAt != null) || m.Post.Topic.MaskedAt != null && m.Post.Topic.AuthorId == m.PersonId))));

    static readonly Prepared<Func<CommunityContext, long, IAsyncEnumerable<Someone>>> AskingIn = new(() => EF.CompileAsyncQuery((CommunityContext db, long topicId) => db.Set<SameQuestion>()
        .Where(s => s.TopicId == topicId).OrderBy(s => s.Id).Select(s => new Someone(s.PersonId, db.Set<Post>().Any(p => p.TopicId == topicId && p.AuthorId == s.PersonId && p.UnnamedAt != null)))));

    /// <summary>The same for every reader of these posts.</summary>
    public async Task<AnswerWords> Words(List<PostRow> posts, Topic topic)
    {
        if (topic.Kind != TopicKind.Question) return AnswerWords.None;

        var answers = posts.Where(post => post.Part == Part.Answer).Select(post => post.Id).ToList();
        return new AnswerWords(answers.Count == 0 ? [] : await MarksOf.On(db)(db, answers).ToListAsync(), posts.Exists(post => post.Part == Part.Opening) ? await AskingIn.On(db)(db, topic.Id).ToListAsync() : []);
    }

    /// <summary>The same as this reader sees it, with the places of the answers.</summary>
    public async Task<AnswerBeside> Beside(PostPage page, Topic topic, Viewer viewer)
    {
        var marked = page.Words.Marks.GroupBy(mark => mark.PostId).ToDictionary(of => of.Key, of => (IReadOnlyList<Someone>)[.. of.Select(mark => new Someone(mark.PersonId, mark.IsNameless))]);
        var named = marked.Values.Append(page.Words.AlsoAsking).SelectMany(people => WhoElse.Named(people, viewer)).Distinct().ToList();
        var names = named.Count == 0 ? new Dictionary<long, KnownName>() : await community.Names(named);
        var isQuestion = topic.Kind == TopicKind.Question;
        var places = isQuestion && page.Posts.Any(post => post.Part == Part.Answer) ? await orders.Of(topic.Id) : [];
        return new AnswerBeside(marked.ToDictionary(of => of.Key, of => WhoElse.Of(of.Value, viewer, names)), WhoElse.Of(page.Words.AlsoAsking, viewer, names), places.ToDictionary(one => one.Id, one => one.Place), isQuestion);
    }
}
