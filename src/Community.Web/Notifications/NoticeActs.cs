using Community.Notifications;
using Microsoft.Extensions.Localization;

namespace Community.Web.Notifications;

/// <summary>What notices say, on pages and in letters.</summary>
public sealed class NoticeActs(IStringLocalizer<NotificationsText> text)
{
    /// <summary>What somebody did.</summary>
    public string Did(NoticeKind kind) => kind switch
    {
        NoticeKind.Answer => text["answered"],
        NoticeKind.Reply => text["replied"],
        NoticeKind.Comment => text["commented"],
        NoticeKind.Mention => text["named or quoted you"],
        NoticeKind.Accepted => text["accepted your answer"],
        NoticeKind.Found => text["wrote what you look for"],
        NoticeKind.Distilled => text["distilled your post into this note: what did it miss?"],
        NoticeKind.Suggested => text["suggests a change"],
        NoticeKind.Decided => text["decided on your suggestion"],
        NoticeKind.Failed => text["says that it did not work"],
        NoticeKind.Heeded => text["answered your report"],
        NoticeKind.Due => text["What becomes of your trial?"],
        NoticeKind.Base => text["revised what your note varies"],
        NoticeKind.Appointed => text["gave this note into your hands"],
        NoticeKind.NoteDue => text["Its review is due"],
        NoticeKind.NoteDoubted => text["says that it is no longer true"],
        NoticeKind.DoubtAnswered => text["answered your doubt"],
        NoticeKind.Invited => text["asks you to answer"],
        NoticeKind.PromiseNear => text["Nobody has answered, and the promise breaks soon"],
        NoticeKind.MaskLooked => text["looked who asked this"],
        NoticeKind.AlsoAnswered => text["answered a question that you have, too"],
        NoticeKind.AlsoAccepted => text["accepted an answer to a question that you have, too"],
        NoticeKind.Posted => text["wrote"],
        NoticeKind.NoteRevised => text["revised this note"],
        NoticeKind.Closed => text["closed it"],
        NoticeKind.Held => text["sent something that waits for you to look at it"],
        NoticeKind.Judged => text["decided on what you sent"],
        NoticeKind.JudgingLate => text["Something waits longer than it should"],
        NoticeKind.GuestEnding => text["The time of your guest is over soon"],
        NoticeKind.GuestAlone => text["Nobody answers for this guest any more: will you?"],
        NoticeKind.TakenOut => text["Your post was taken out of sight: read why. You can appeal"],
        NoticeKind.BroughtBack => text["Your post is back in sight"],
        NoticeKind.FlagsDecided => text["What you flagged was decided on"],
        NoticeKind.AppealJudged => text["Your appeal was judged"],
        NoticeKind.Suspended => text["Whether you may write: read what was decided"],
        NoticeKind.PolicyAsks => text["A policy asks you to read it"],
        NoticeKind.StepYours => text["has come to your step of a playbook"],
        NoticeKind.RunLate => text["A playbook is late"],
        NoticeKind.ReplyProposed => text["asks you to approve an answer"],
        NoticeKind.ReplyDecided => text["decided on your answer"],
        _ => text["brought you into this space"],
    };
}
