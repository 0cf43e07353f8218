using System.Globalization;

namespace Community.Topics;

/// <summary>What a draft is going to be.</summary>
public enum DraftKind { Topic, Reply, Comment, Edit, Suggest, Merge, Variant }

/// <summary>Where a draft stands. A person has one draft at a place.</summary>
/// <param name="Id">The topic that is replied to, merged or varied, or the post that is commented on or edited, or to which a change is suggested; 0 for a new topic.</param>
/// <param name="Topic">What a new topic is to be.</param>
public sealed record DraftPlace(DraftKind Kind, long Id, TopicKind Topic = TopicKind.Thread)
{
    public const int MaxLength = 40;

    public static DraftPlace New(TopicKind kind) => new(DraftKind.Topic, 0, kind);

    public static DraftPlace ReplyIn(long topicId) => new(DraftKind.Reply, topicId);

    public static DraftPlace CommentUnder(long postId) => new(DraftKind.Comment, postId);

    public static DraftPlace EditOf(long postId) => new(DraftKind.Edit, postId);

    public static DraftPlace SuggestionTo(long postId) => new(DraftKind.Suggest, postId);

    public static DraftPlace MergeOf(long noteId) => new(DraftKind.Merge, noteId);

    public static DraftPlace VariantOf(long noteId) => new(DraftKind.Variant, noteId);

    /// <exception cref="RefusedException">It is no place.</exception>
    public static DraftPlace Of(string? written)
    {
        if (written?.Split('/') is [var word, var what] && Enum.TryParse<DraftKind>(word, true, out var kind) && Enum.IsDefined(kind) && char.IsAsciiLetter(word[0]))
        {
            if (kind == DraftKind.Topic && char.IsAsciiLetter(what.FirstOrDefault()) && Enum.TryParse<TopicKind>(what, true, out var topic)) return New(topic);
            if (kind != DraftKind.Topic && long.TryParse(what, NumberStyles.None, CultureInfo.InvariantCulture, out var id)) return new DraftPlace(kind, id);
        }

        throw new RefusedException(Refusal.Invalid, "There is no place for a draft of this kind. Go back, reload the page and try again.");
    }

    /// <summary><c>topic/question</c>, <c>reply/17</c>, <c>comment/40</c>, <c>edit/40</c>, <c>suggest/40</c>.</summary>
    public override string ToString() =>
        Kind == DraftKind.Topic ? $"topic/{Topic.ToString().ToLowerInvariant()}" : string.Create(CultureInfo.InvariantCulture, $"{Kind.ToString().ToLowerInvariant()}/{Id}");
}
