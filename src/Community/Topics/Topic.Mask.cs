using Community.Events;

namespace Community.Topics;

/// <summary>A question that was asked without a name: whatever its asker says in it stands under a mask.</summary>
public sealed partial class Topic
{
    /// <summary>When it was asked without a name; null where the author is named, also after the mask was taken off.</summary>
    public DateTime? MaskedAt { get; private set; }

    /// <summary>The author that it was made with is a mask.</summary>
    internal void Wear(DateTime now)
    {
        MaskedAt = now;
        foreach (var post in Posts) post.Wear(now);
        TellTopic(EventKind.Masked, now, null);
    }

    /// <summary>The asker shows the own name. What stands under the mask in other rows is for the verb.</summary>
    internal void ShowAuthor(long personId, DateTime now)
    {
        MaskedAt = null;
        AuthorId = personId;
        TellTopic(EventKind.Unmasked, now, personId);
    }
}

/// <summary>The mask's part of a post.</summary>
public sealed partial class Post
{
    /// <summary>It is said under a mask, so without a name from the beginning.</summary>
    internal void Wear(DateTime now) => UnnamedAt = now;
}
