using Community.Notes;
using Community.Reports;
using Community.Topics;
using Community.Topics.Voices;

namespace Community.Web.Topics;

/// <summary>Saves a new revision by the verb that the post asks for: a note's own text is revised by its stewards.</summary>
public sealed class Revising(RevisePost revise, ReviseNote reviseNote, FinishTasks finish)
{
    /// <param name="post">With its topic.</param>
    /// <exception cref="StaleEditException">Somebody saved a newer revision meanwhile.</exception>
    public Task Save(long personId, Post post, Edit edit, Speech? speech, CancellationToken stop) =>
        IsNoteText(post) ? reviseNote.Run(personId, post.Id, edit, speech, stop) : revise.Run(personId, post.Id, edit, speech, stop);

    /// <param name="answers">Refinement tasks that the new revision answers.</param>
    public async Task Save(long personId, Post post, Edit edit, Speech? speech, IReadOnlyCollection<long> answers, CancellationToken stop)
    {
        await Save(personId, post, edit, speech, stop);
        if (answers.Count > 0) await finish.Run(personId, post.Id, answers, stop);
    }

    public static bool IsNoteText(Post post) => post is { Part: Part.Opening, Topic.Kind: TopicKind.Note };
}
