using Community.Questions.Answering;
using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Answers;

/// <summary>Looks whether a form of a question's page says nothing but "me too", which a button says better. Programs are refused nothing for its words.</summary>
public sealed class Agreeing(CommunityContext db, CurrentViewer current)
{
    /// <summary>The field of such a refusal: the form offers the button.</summary>
    public const string Field = "AlsoAsk";

    /// <summary>The same under an answer.</summary>
    public const string OfAnswer = "AlsoWorked";

    /// <exception cref="RefusedException">It says nothing else.</exception>
    public async Task Demand(long topicId, ReplyForm form, CancellationToken stop)
    {
        if (!BareAgreement.Is(form.Body)) return;

        var viewer = await current.Get();
        if (!await db.Topics.AsNoTracking().VisibleTo(viewer).AnyAsync(t => t.Id == topicId && t.Kind == TopicKind.Question, stop)) return;

        var isUnderAnswer = form is { Part: Part.Comment, ParentId: { } parentId } && await db.Posts.AnyAsync(p => p.Id == parentId && p.TopicId == topicId && p.Part == Part.Answer, stop);
        throw isUnderAnswer
            ? new RefusedException(Refusal.Invalid, "For whom an answer worked is counted under it: press “Also worked for me”. Or say what was different with you.") { Field = OfAnswer }
            : new RefusedException(Refusal.Invalid, "Who has the same question is counted under it: press “I have this question, too”, and you hear of its answers. Or say what is different with you.") { Field = Field };
    }
}
