using System.Text.Json;
using Community.Questions.Promise;
using Community.Store;
using Community.Topics;
using Community.Topics.Holding;

namespace Community.Questions.Asking;

/// <summary>What a question brings besides title, text and subjects, as it is kept while it waits.</summary>
sealed record AskedBesides(AskedWhom Asked, IReadOnlyList<long> People, bool Masked, DateOnly? Day, string? Reason)
{
    public string ToJson() => JsonSerializer.Serialize(this);

    public static AskedBesides OfJson(string json) => JsonSerializer.Deserialize<AskedBesides>(json)!;
}

/// <summary>Asks questions that waited.</summary>
public sealed class CarryOutQuestions(CommunityStore store, AskQuestion ask) : ICarryOut
{
    public bool Takes(HeldRequest request) => request is HeldTopic { Kind: TopicKind.Question, More: not null };

    async Task<long> ICarryOut.Run(Submission submission, HeldRequest request, CancellationToken stop)
    {
        var topic = (HeldTopic)request;
        var besides = AskedBesides.OfJson(topic.More!);
        var id = await ask.Run(submission.PersonId, topic.Space, topic.Title, topic.Body, topic.Tags, besides.Asked, besides.People, submission.Once, null, besides.Masked,
            besides.Day is { } day ? new NeededBy(day, besides.Reason ?? "") : null, submission.Speech, stop);
        return await store.Read(db => db.OpeningOf(id, stop));
    }
}
