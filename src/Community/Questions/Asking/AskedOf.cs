namespace Community.Questions.Asking;

/// <summary>Of whom a question is asked.</summary>
public enum AskedWhom
{
    /// <summary>The space: those who know are asked, two at a time.</summary>
    Space,

    /// <summary>People whom the asker named; after them those who know.</summary>
    People,

    /// <summary>Nobody in particular: the stewards alone hear of it before the promise breaks.</summary>
    Nobody,
}

/// <summary>That a question is not asked of the space as a whole. One without a row is.</summary>
public sealed class AskedOf
{
    AskedOf()
    {
    }

    public AskedOf(Topics.Topic topic, AskedWhom asked) => (Topic, Asked) = (topic, asked);

    public long TopicId { get; private set; }

    public Topics.Topic Topic { get; private set; } = null!;

    public AskedWhom Asked { get; private set; }
}
