using Community.Notifications.Mailing;
using Community.Notifications.Replies;
using Community.Topics;

namespace Community.Notifications;

/// <summary>What a mail in the outbox is.</summary>
public enum Letter
{
    /// <summary>Its text stands in it.</summary>
    Plain,

    /// <summary>What its person has not seen about one topic or space; made when it is sent.</summary>
    Notices,

    /// <summary>What its person has not seen of all that comes together; made when it is sent.</summary>
    Digest,
}

/// <summary>A mail in the outbox: written in the transaction of what caused it, sent afterwards.</summary>
public sealed class Mail
{
    Mail()
    {
    }

    public Mail(string toAddress, string toName, string subject, string text, DateTime now)
    {
        ToAddress = toAddress;
        ToName = toName;
        Subject = subject;
        Text = text;
        CreatedAt = now;
        NextTryAt = now;
    }

    /// <param name="sendAt">Not before.</param>
    public static Mail OfNotices(long personId, string toAddress, string toName, long? topicId, long? spaceId, DateTime sendAt, DateTime now) =>
        new(toAddress, toName, "", "", now) { Letter = Letter.Notices, PersonId = personId, TopicId = topicId, SpaceId = spaceId, NextTryAt = sendAt, ReplyKey = ReplyAddress.NewKey() };

    /// <param name="isWeekly">It has what comes weekly as well.</param>
    public static Mail OfDigest(long personId, string toAddress, string toName, bool isWeekly, DateTime now) => new(toAddress, toName, "", "", now) { Letter = Letter.Digest, PersonId = personId, IsWeekly = isWeekly, ReplyKey = ReplyAddress.NewKey() };

    public long Id { get; private set; }

    public Letter Letter { get; private set; }

    /// <summary>Whose notices it tells.</summary>
    public long? PersonId { get; private set; }

    public long? TopicId { get; private set; }

    public long? SpaceId { get; private set; }

    public bool IsWeekly { get; private set; }

    public string ToAddress { get; private set; } = "";

    public string ToName { get; private set; } = "";

    public string Subject { get; private set; } = "";

    public string Text { get; private set; } = "";

    public DateTime CreatedAt { get; private set; }

    public DateTime NextTryAt { get; private set; }

    public int Tries { get; private set; }

    public string? LastError { get; private set; }

    public DateTime? SentAt { get; private set; }

    /// <summary>There was nothing left to tell when its turn came: seen meanwhile, taken back, or not for its person any more.</summary>
    public bool IsDropped { get; private set; }

    /// <summary>What an answer to it is known by; null where the text stands in it. See <see cref="ReplyAddress"/>.</summary>
    public string? ReplyKey { get; private set; }

    /// <summary>What an answer to it becomes; null when it cannot be answered by mail.</summary>
    public Part? ReplyPart { get; private set; }

    /// <summary>What that stands under; null for the opening.</summary>
    public long? ReplyToPostId { get; private set; }

    /// <summary>A server begins to take it. Where the program is killed before it knows whether it did, a digest is not sent a second time: what it told stands in the inbox, too.</summary>
    public void HandOver() => (Tries, LastError) = (Outbox.MaxTries, "The program ended while the server took it. It may have arrived.");

    public void Sent(ReplyTarget? reply, DateTime now) => (SentAt, LastError, ReplyPart, ReplyToPostId) = (now, Letter == Letter.Digest ? null : LastError, reply?.Part, reply?.PostId);

    public void Drop(DateTime now) => (IsDropped, SentAt) = (true, now);

    /// <summary>Nobody has that address: it is not tried again.</summary>
    public void GiveUp(string error, DateTime now)
    {
        Failed(error, now);
        Tries = Outbox.MaxTries;
    }

    /// <summary>Tries again after 1, 2, 4… minutes, at most every six hours.</summary>
    /// <param name="tries">How often it was tried before, where it was handed over since; else its own count.</param>
    public void Failed(string error, DateTime now, int? tries = null)
    {
        Tries = (tries ?? Tries) + 1;
        LastError = error.Length <= 500 ? error : error[..500];
        NextTryAt = now + TimeSpan.FromMinutes(Math.Min(360, 1 << Math.Min(Tries - 1, 9)));
    }
}
