using Community.Questions.Answering;
using Community.Topics;
using Community.Web.Topics;

namespace Community.Web.Answers;

/// <summary>That an answer also worked for somebody.</summary>
/// <param name="IsNameless">The person took the own name off in this topic.</param>
public sealed record MarkFact(long PostId, long PersonId, bool IsNameless);

/// <summary>What others say of posts, as it lies in the database, the same for every reader.</summary>
/// <param name="Marks">For whom answers among them also worked, the earliest first.</param>
/// <param name="AlsoAsking">Who else has the question, where its opening is among them.</param>
public sealed record AnswerWords(IReadOnlyList<MarkFact> Marks, IReadOnlyList<Someone> AlsoAsking)
{
    public static AnswerWords None { get; } = new([], []);

    public int Count => Marks.Count + AlsoAsking.Count;
}

/// <summary>What one reader sees of it beside each post, and where its answers stand.</summary>
public sealed record AnswerBeside(IReadOnlyDictionary<long, WhoElse> Marked, WhoElse AlsoAskingThis, IReadOnlyDictionary<long, AnswerPlace?> Places, bool IsQuestion)
{
    /// <summary>For whom it also worked; null for what is no answer in sight.</summary>
    public WhoElse? Helped(PostRow post) => IsQuestion && post is { Part: Part.Answer, Standing: Standing.Published } ? Marked.GetValueOrDefault(post.Id, WhoElse.Nobody) : null;

    /// <summary>Who else has the question; null for what is no question in sight.</summary>
    public WhoElse? AlsoAsking(PostRow post) => IsQuestion && post is { Part: Part.Opening, Standing: Standing.Published } ? AlsoAskingThis : null;

    /// <summary>Why an answer stands where nobody would look for it.</summary>
    public AnswerPlace? Place(PostRow post) => post.Standing == Standing.Published ? Places.GetValueOrDefault(post.Id) : null;
}
