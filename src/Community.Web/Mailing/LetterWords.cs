using System.Text;
using Community.Notifications;
using Community.Notifications.Mailing;
using Community.Topics;
using Community.Web.Notifications;
using Microsoft.Extensions.Localization;

namespace Community.Web.Mailing;

/// <summary>The sentences of letters, and letters in plain text.</summary>
public sealed class LetterWords(NoticeActs acts, IStringLocalizer<MailingText> text)
{
    /// <summary>Null where it was nobody.</summary>
    public string? Who(LetterLine line) => line.Kind is NoticeKind.Due or NoticeKind.NoteDue or NoticeKind.PromiseNear or NoticeKind.JudgingLate or NoticeKind.GuestEnding or NoticeKind.GuestAlone or NoticeKind.RunLate or NoticeKind.PolicyAsks || line.Kind.IsOfActs ? null : line.Who ?? (line.Kind == NoticeKind.Invited ? text["The site"] : text["Somebody"]);

    /// <summary>What stands at the top of a letter that can be answered: all below it is cut off an answer.</summary>
    public string TopLine => TopLineIn(text);

    internal static string TopLineIn(IStringLocalizer<MailingText> text) => text["Write above this line to answer by mail."];

    public string Becomes(Part part) => part switch
    {
        Part.Answer => text["It becomes your answer to the question."],
        Part.Comment => text["It becomes your comment."],
        _ => text["It becomes your reply."],
    };

    public string Why(MailGroup group) => group switch
    {
        MailGroup.ToYou => text["You get this because somebody answers you, names you or waits for you."],
        MailGroup.Kept => text["You get this because it concerns what you keep."],
        MailGroup.Spaces => text["You get this because you joined the space."],
        _ => text["You get this because something waits or what you follow has moved; otherwise it stays away."],
    };

    public string Greeting(DigestLetter letter) => letter.Waiting switch
    {
        0 => text["Good morning, {0}. Nothing waits for you; this is what has moved.", letter.Frame.Name],
        1 => text["Good morning, {0}. One thing waits for you.", letter.Frame.Name],
        _ => text["Good morning, {0}. {1} things wait for you.", letter.Frame.Name, letter.Waiting],
    };

    public IEnumerable<(string Title, IReadOnlyList<DigestTopic> Topics)> Parts(DigestLetter letter) =>
        new (string Title, IReadOnlyList<DigestTopic> Topics)[] { (text["To you"], letter.ToYou), (text["What you keep"], letter.Kept), (text["What you follow"], letter.Followed), (text["Started in your spaces"], letter.Started) }.Where(part => part.Topics.Count > 0);

    public string More(DigestTopic topic) => topic.More == 1 ? text["And one more"] : text["And {0} more", topic.More];

    public string Plain(NoticesLetter letter)
    {
        var written = new StringBuilder(letter.Frame.Reply is { } part ? $"{TopLine}\n{Becomes(part)}\n\n" : "").Append(letter.Title).Append('\n').Append(letter.SpaceName.Length > 0 ? letter.SpaceName + "\n" : "").Append(letter.Address).Append("\n\n");
        foreach (var line in letter.Lines) Add(written, line);
        return Foot(written, letter.Frame);
    }

    public string Plain(DigestLetter letter)
    {
        var written = new StringBuilder(Greeting(letter)).Append("\n\n");
        foreach (var (title, topics) in Parts(letter))
        {
            written.Append(title).Append('\n').Append('=', title.Length).Append("\n\n");
            foreach (var topic in topics)
            {
                written.Append(topic.Title).Append('\n').Append(topic.SpaceName.Length > 0 ? topic.SpaceName + "\n" : "").Append(topic.Address).Append("\n\n");
                foreach (var line in topic.Lines) Add(written, line);
                if (topic.More > 0) written.Append(More(topic)).Append("\n\n");
            }
        }

        return Foot(written, letter.Frame);
    }

    void Add(StringBuilder written, LetterLine line)
    {
        if (Who(line) is { } who) written.Append(who).Append(' ');
        written.Append(acts.Did(line.Kind)).Append(line.Text is null ? "\n" : ":\n\n");
        if (line.Text is not null) written.Append(line.Text).Append('\n');
        written.Append('\n').Append(line.Address).Append("\n\n");
    }

    string Foot(StringBuilder written, LetterFrame frame)
    {
        written.Append("-- \n").Append(Why(frame.Group)).Append('\n').Append(text["What I get by mail, and when"]).Append(": ").Append(frame.Absolute("/account/mail"));
        if (frame.OffAddress.Length > 0) written.Append('\n').Append(text["No more of these, one click"]).Append(": ").Append(frame.OffAddress);
        return written.Append('\n').ToString();
    }
}
