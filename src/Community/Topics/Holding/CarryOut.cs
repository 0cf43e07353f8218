using System.Globalization;
using Community.People;
using Community.Store;
using Community.Topics.Voices;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics.Holding;

/// <summary>What every area that carries out a request asks for it with.</summary>
public static class CarryingOut
{
    extension(Submission submission)
    {
        /// <summary>Makes it one post however often it is carried out.</summary>
        public Once Once => Once.Of(string.Create(CultureInfo.InvariantCulture, $"submission {submission.Id}"), submission.Request);

        public Speech Speech => new(submission.Voice, submission.UnitId) { IsSure = true, Interest = submission.Interest, SubmissionId = submission.Id };
    }
}

/// <summary>Carries out replies, answers, comments, new threads and notes, and new revisions of posts.</summary>
public sealed class CarryOutPosts(CommunityStore store, AddPost add, StartTopic start, RevisePost revise) : ICarryOut
{
    public bool Takes(HeldRequest request) => request is HeldPost or HeldTopic { More: null } or HeldEdit { OfNote: false };

    async Task<long> ICarryOut.Run(Submission submission, HeldRequest request, CancellationToken stop)
    {
        switch (request)
        {
            case HeldPost post:
                return await add.Run(submission.PersonId, post.TopicId, post.Part, post.ParentId, post.Body, submission.Once, null, submission.Speech, stop);
            case HeldTopic topic:
                var id = await start.Run(submission.PersonId, topic.Space, topic.Kind, topic.Title, topic.Body, topic.Tags, submission.Once, null, submission.Speech, stop);
                return await store.Read(db => db.OpeningOf(id, stop));
            default:
                var edit = (HeldEdit)request;
                await revise.Run(submission.PersonId, edit.PostId, edit.ToEdit(), submission.Speech, stop);
                return edit.PostId;
        }
    }
}

/// <summary>What carriers share.</summary>
static class HeldParts
{
    extension(CommunityContext db)
    {
        public Task<long> OpeningOf(long topicId, CancellationToken stop) => db.Posts.Where(p => p.TopicId == topicId && p.Part == Part.Opening).Select(p => p.Id).FirstAsync(stop);
    }

    /// <summary>As it was asked for. Where somebody saved meanwhile, nothing is overwritten.</summary>
    public static Edit ToEdit(this HeldEdit edit) => new(edit.Body, edit.Summary, edit.BasedOn, edit.NewTitle, edit.Tags) { IsMinor = edit.IsMinor };
}
