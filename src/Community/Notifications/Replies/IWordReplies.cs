namespace Community.Notifications.Replies;

/// <summary>Says to a person, by mail, why their answer was not taken.</summary>
public interface IWordReplies
{
    /// <param name="subject">Of the answer, on one line.</param>
    /// <param name="typed">What the person wrote: none of it is lost.</param>
    Task<(string Subject, string Text)> Refused(RefusedException why, Mail letter, string subject, string typed, CancellationToken stop);

    /// <summary>The sentence at the top of each letter that can be answered: what stands below it is ours.</summary>
    string TopLine { get; }

    /// <summary>The site's address, with which links in letters begin.</summary>
    Task<string> Site();
}
