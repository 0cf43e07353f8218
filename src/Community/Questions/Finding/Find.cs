using Community.Topics;

namespace Community.Questions.Finding;

/// <summary>That somebody who was about to ask found the answer in what is there already; once a person, topic and day. Who it was, and the words, are that person's own.</summary>
public sealed class Find
{
    Find()
    {
    }

    /// <param name="postId">What answered: the accepted answer of a question, the text of a note; null where that is not known.</param>
    /// <param name="words">What the person was about to ask; cut where it is longer than a title.</param>
    /// <param name="draftVersion">The version of the draft that was put aside; null where there was none.</param>
    public Find(long personId, Topic topic, long? postId, string words, long? draftVersion, DateTime now)
    {
        (PersonId, Topic, PostId, Day) = (personId, topic, postId, DateOnly.FromDateTime(now));
        Say(words, draftVersion, now);
    }

    public long Id { get; private set; }

    public long PersonId { get; private set; }

    public long TopicId { get; private set; }

    public Topic Topic { get; private set; } = null!;

    public long? PostId { get; private set; }

    /// <summary>UTC.</summary>
    public DateOnly Day { get; private set; }

    public string Words { get; private set; } = "";

    public long? DraftVersion { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>When the person asked anyway.</summary>
    public DateTime? TakenBackAt { get; private set; }

    public void Say(string words, long? draftVersion, DateTime now)
    {
        var clean = words.Trim();
        (Words, DraftVersion, At, TakenBackAt) = (clean.Length <= Community.Topics.Topic.MaxTitleLength ? clean : clean[..Community.Topics.Topic.MaxTitleLength], draftVersion, now, null);
    }

    public void TakeBack(DateTime now) => TakenBackAt = now;
}
