using Community.Notes;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Demonstration;

/// <summary>What people write. Whoever writes after their last visit has read that topic up to there.</summary>
sealed class Writing(CommunityStore store, Beginning beginning, AddPost add, Rewriting rewriting, Illustrating illustrating)
{
    public async Task Open(Story story, Scene scene, Cast cast, CancellationToken stop)
    {
        var text = await illustrating.Fill(cast.Person(scene.By), cast.Resolve(scene.Text), stop);
        var topicId = await beginning.Begin(story, text, cast, stop);
        cast.Began(story, topicId);
        var (postId, source) = await store.Read(db => db.Revisions.Where(r => r.Post.TopicId == topicId).Select(r => new ValueTuple<long, string>(r.PostId, r.Source)).SingleAsync(stop));
        cast.Wrote(story, Scene.Opening, postId, source);
    }

    public async Task Add(Story story, Scene scene, Part part, Cast cast, CancellationToken stop)
    {
        var text = await illustrating.Fill(cast.Person(scene.By), cast.Resolve(scene.Text), stop);
        long? parentId = scene.Words.TryGetValue("under", out var under) ? cast.Post(story, under) : null;
        var postId = await add.Run(cast.Person(scene.By), cast.Topic(story), part, parentId, text, stop: stop);
        cast.Wrote(story, scene.Id, postId, text);
        if (cast.HasLeft(scene.By)) await rewriting.Read(cast.Person(scene.By), cast.Topic(story), postId, stop);
    }

    public Task Edit(Story story, Scene scene, Cast cast, CancellationToken stop) =>
        rewriting.Edit(cast.Person(scene.By), cast.Post(story, scene.Of), isNote: story.Kind == TopicKind.Note && scene.Of == Scene.Opening,
            new Edit(cast.Rewrite(story, scene.Of, cast.Resolve(scene.Text)), scene.Words.GetValueOrDefault("summary"), null, scene.Words.GetValueOrDefault("title")) { IsCheck = true }, stop);
}

/// <summary>New revisions, and how far somebody has read.</summary>
sealed class Rewriting(RevisePost post, ReviseNote note, MarkRead mark)
{
    public Task Edit(long personId, long postId, bool isNote, Edit edit, CancellationToken stop) =>
        isNote ? note.Run(personId, postId, edit, stop: stop) : post.Run(personId, postId, edit, stop: stop);

    public Task Read(long personId, long topicId, long postId, CancellationToken stop) => mark.Run(personId, topicId, postId, stop);
}
