namespace Community.Notifications.Mailing;

/// <summary>Which notices are mailed together.</summary>
public static class MailGroups
{
    public static MailGroup Of(NoticeKind kind, bool isQuiet) => kind switch
    {
        NoticeKind.Posted or NoticeKind.NoteRevised or NoticeKind.Found => MailGroup.Followed,
        NoticeKind.Closed when isQuiet => MailGroup.Followed,
        NoticeKind.Suggested or NoticeKind.Failed or NoticeKind.Due or NoticeKind.Base or NoticeKind.Appointed or NoticeKind.NoteDue or NoticeKind.NoteDoubted or NoticeKind.PromiseNear or NoticeKind.Held or NoticeKind.JudgingLate or NoticeKind.GuestEnding or NoticeKind.GuestAlone or NoticeKind.StepYours or NoticeKind.RunLate or NoticeKind.ReplyProposed or NoticeKind.PolicyAsks => MailGroup.Kept,
        _ => MailGroup.ToYou,
    };

    public static MailGroup Group(this Notification notice) => Of(notice.Kind, notice.IsQuiet);
}
