using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Community.Notes.Care;
using Community.Questions;
using Community.Topics;

namespace Community.Search;

/// <summary>What the index knows of a published topic.</summary>
/// <param name="AcceptedId">The accepted answer, where it is in sight.</param>
/// <param name="Note">How a note is kept; null for other kinds.</param>
sealed record TopicRow(long Id, TopicKind Kind, long SpaceId, string Title, bool IsClosed, bool HasAnswers, long? AcceptedId, DateTime CreatedAt, NoteStanding? Note, IReadOnlyList<string> Tags)
{
    PostFlags Flags => (IsClosed ? PostFlags.Closed : 0) | (HasAnswers ? PostFlags.HasAnswers : 0) | (Kind == TopicKind.Question && AcceptedId is not null ? PostFlags.Answered : 0)
        | (Note?.DisputedAt is not null ? PostFlags.Disputed : 0) | (Note?.OutdatedAt is not null ? PostFlags.Outdated : 0);

    public PostFlags FlagsOf(long postId) => Kind == TopicKind.Question && AcceptedId == postId ? Flags | PostFlags.IsAccepted : Flags;

    public static TopicState StateOf(TopicFacts topic) =>
        topic.IsDuplicate ? TopicState.Duplicate : topic.Kind == TopicKind.Question && topic.IsAccepted ? TopicState.Answered : topic.IsClosed ? TopicState.Closed : TopicState.Open;
}

/// <summary>What the index knows of a published post; <paramref name="Html"/> is empty where only the stamp is wanted.</summary>
sealed record PostRow(long Id, long TopicId, Part Part, long AuthorId, string AuthorName, bool IsUnnamed, DateTime At, int Score, int RevisionNumber, string Html)
{
    /// <summary>What its reports add up to, whatever the day (<see cref="Community.Reports.ReportWeight"/>); null without any.</summary>
    public float? Reports { get; init; }
}

/// <summary>What the index knows of a person.</summary>
sealed record PersonRow(long Id, string Name, string Unit, string Position, string AskMeAbout);

/// <summary>A number that changes with whatever a document was made of, except the text, whose revision is in it.</summary>
static class Stamp
{
    public static long Of(TopicRow topic, PostRow post) => Of([
        N(post.RevisionNumber), N(post.Score), post.Part.ToString(), post.IsUnnamed ? "" : post.AuthorName, N(topic.Id), N(topic.SpaceId), topic.Kind.ToString(), N((long)topic.FlagsOf(post.Id)), N(topic.CreatedAt.Year), N(topic.Note?.ReviewAt.Ticks ?? 0), post.Reports is { } reports ? N(BitConverter.SingleToInt32Bits(reports)) : "", topic.Title, .. topic.Tags.Order(StringComparer.Ordinal)]);

    public static long Of(PersonRow person) => Of([person.Name, person.Unit, person.Position, person.AskMeAbout]);

    static long Of(IEnumerable<string> facts) => BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001F', facts))));

    static string N(long number) => number.ToString(CultureInfo.InvariantCulture);
}
