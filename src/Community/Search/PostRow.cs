using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Community.Topics;

namespace Community.Search;

/// <summary>What the index knows of a published topic.</summary>
sealed record TopicRow(long Id, TopicKind Kind, long SpaceId, string Title, bool IsClosed, bool IsAccepted, IReadOnlyList<string> Tags)
{
    public TopicState State => StateOf(Kind, IsClosed, IsAccepted);

    public static TopicState StateOf(TopicKind kind, bool isClosed, bool isAccepted) => kind == TopicKind.Question && isAccepted ? TopicState.Answered : isClosed ? TopicState.Closed : TopicState.Open;
}

/// <summary>What the index knows of a published post; <paramref name="Html"/> is empty where only the stamp is wanted.</summary>
sealed record PostRow(long Id, long TopicId, Part Part, long AuthorId, string AuthorName, bool IsUnnamed, DateTime At, int Score, int RevisionNumber, string Html);

/// <summary>What the index knows of a person.</summary>
sealed record PersonRow(long Id, string Name, string Unit, string Position, string AskMeAbout);

/// <summary>A number that changes with whatever a document was made of, except the text, whose revision is in it.</summary>
static class Stamp
{
    public static long Of(TopicRow topic, PostRow post) => Of([
        N(post.RevisionNumber), N(post.Score), post.Part.ToString(), post.IsUnnamed ? "" : post.AuthorName, N(topic.Id), N(topic.SpaceId), topic.Kind.ToString(), topic.State.ToString(), topic.Title, .. topic.Tags.Order(StringComparer.Ordinal)]);

    public static long Of(PersonRow person) => Of([person.Name, person.Unit, person.Position, person.AskMeAbout]);

    static long Of(IEnumerable<string> facts) => BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001F', facts))));

    static string N(long number) => number.ToString(CultureInfo.InvariantCulture);
}
