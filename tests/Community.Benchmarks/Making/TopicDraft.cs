using Community.Topics;

namespace Community.Benchmarks.Making;

/// <summary>A topic before it has rows: made on any core, the same for the same number.</summary>
sealed record TopicDraft(int Number, TopicKind Kind, int Space, string Title, DateTime At, int Author, IReadOnlyList<int> Tags, IReadOnlyList<PostDraft> Posts, bool IsAccepted)
{
    /// <summary>The first few topics are the measured ones; the others are as they come.</summary>
    public static TopicDraft Make(int number, TopicKind kind, int replies, int spaces, Wording wording, Zipf people, Zipf tags)
    {
        var random = new Random(number + 1_000);
        var at = MadePeople.Began.AddMinutes(random.Next(60 * 24 * 1_000));
        var posts = new List<PostDraft> { new(Part.Opening, null, wording.Text(random, 90), people.Next(random), at) };
        var part = kind == TopicKind.Question ? Part.Answer : Part.Reply;
        var later = at;
        for (var i = 0; i < replies; i++)
        {
            later = later.AddMinutes(random.Next(1, 200));
            var isComment = number >= GeneratedCommunity.Measured && (kind == TopicKind.Note || random.Next(4) == 0);
            posts.Add(isComment
                ? new PostDraft(Part.Comment, random.Next(posts.Count), wording.Text(random, 22), people.Next(random), later)
                : new PostDraft(part, null, wording.Text(random, 60), people.Next(random), later));
        }

        var isAccepted = kind == TopicKind.Question && random.Next(2) == 0 && posts.Exists(post => post.Part == Part.Answer);
        return new TopicDraft(number, kind, number < GeneratedCommunity.Measured ? 0 : random.Next(spaces), wording.Title(random), at, posts[0].Author,
            [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => tags.Next(random)).Distinct()], posts, isAccepted);
    }
}

/// <param name="Parent">Place of the post that a comment stands under.</param>
sealed record PostDraft(Part Part, int? Parent, PostText Text, int Author, DateTime At);
