using Community.Governance;
using Community.Notes;
using Community.Store;
using Community.Topics;

namespace Community.Web.Topics;

/// <summary>What a reader may do with a post and its topic, asked of the same table that the verbs ask.</summary>
public static class PostRights
{
    public static PostMay Of(Viewer viewer, Topic topic, long postId, Part part, long authorId, Standing standing, bool isUnnamed)
    {
        var isShown = standing == Standing.Published;
        var isOwn = viewer.Is(authorId);
        var isNoteText = topic.Kind == TopicKind.Note && part == Part.Opening;
        bool May(Act act) => viewer.May(act, topic.SpaceId, (isOwn ? Who.Author : 0) | (viewer.Is(topic.AuthorId) ? Who.Starter : 0));

        return new PostMay(
            Reply: isShown && !topic.IsClosed && part != Part.Comment && topic.Kind != TopicKind.Note && May(Act.Reply),
            Comment: isShown && !topic.IsClosed && part != Part.Comment && May(Act.Comment),
            Vote: isShown && !isOwn && May(Act.Vote),
            Revise: isShown && !isNoteText && May(Act.Revise),
            Withdraw: isShown && isOwn && May(Act.Withdraw),
            Unname: isShown && isOwn && !isUnnamed && part == Part.Opening && topic.Kind == TopicKind.Question && May(Act.Withdraw),
            Remove: May(Act.Remove),
            Accept: isShown && part == Part.Answer && topic.Kind == TopicKind.Question && May(Act.Accept))
        {
            Flag = isShown && !isOwn && May(Act.Flag),
            Moderate = May(Act.Moderate),
            Report = isShown && (part == Part.Answer || isNoteText) && May(Act.Report),
            Help = isShown && !isOwn && part == Part.Answer && topic.Kind == TopicKind.Question && May(Act.MarkHelpful),
            Respond = viewer.IsStaff && Readable.By(viewer, standing, authorId),
            AlsoAsk = isShown && !topic.IsClosed && viewer.PersonId != topic.AuthorId && part == Part.Opening && topic.Kind == TopicKind.Question && May(Act.HaveQuestion),
        };
    }

    /// <summary>Whether the viewer may open the post's editor and save what is changed there.</summary>
    /// <param name="post">With its topic.</param>
    public static async Task<bool> MayRevise(CommunityContext db, Viewer viewer, Post post) => Revising.IsNoteText(post)
        ? viewer.May(Act.ReviseNote, post.Topic.SpaceId, await NoteCapacity.ToRevise(db, viewer, post.Topic))
        : viewer.May(Act.Revise, post.Topic.SpaceId, viewer.Is(post.AuthorId) ? Who.Author : Who.Nobody);

    public static TopicMay Of(Viewer viewer, Topic topic, Who also)
    {
        bool May(Act act) => viewer.May(act, topic.SpaceId, also | (viewer.Is(topic.AuthorId) ? Who.Starter : 0));

        return new TopicMay(
            Reply: !topic.IsClosed && topic.Kind != TopicKind.Note && May(Act.Reply),
            Comment: !topic.IsClosed && May(Act.Comment),
            Retitle: May(Act.Retitle),
            Close: May(Act.Close),
            Convert: topic.Kind != TopicKind.Note && May(Act.Convert),
            Pin: May(Act.Pin),
            Move: May(Act.Move),
            Keep: topic.Kind == TopicKind.Note && May(Act.ReviseNote))
        {
            MarkDuplicate = topic is { Kind: TopicKind.Question, IsClosed: false, Standing: Standing.Published } && May(Act.MarkDuplicate),
            Rearrange = May(Act.Rearrange),
            Moderate = May(Act.Moderate),
        };
    }
}
