using System.Globalization;
using Community.Topics;

namespace Community.Demonstration;

/// <summary>One topic and everything that happened in it, as one file below <c>Content/topics</c> has it. Its key is the file's name.</summary>
sealed record Story(string Key, TopicKind Kind, string Space, string Title, IReadOnlyList<string> Tags, string By, string At, IReadOnlyList<Scene> Scenes)
{
    /// <summary>What a note is made of at the bench: <c>=== passage from=quiet-floor.r5 section=1</c>, the words, and behind a line <c>→</c> how the note says them.</summary>
    public IReadOnlyList<Scene> Passages { get; init; } = [];

    /// <summary>The story of the note that this one varies.</summary>
    public string? Varies { get; init; }

    /// <summary>A question that is asked without a name.</summary>
    public bool IsMasked { get; init; }

    /// <summary>The unit that it is for.</summary>
    public string? Unit { get; init; }
}

/// <summary>One thing that happened: <c>=== answer id=a1 by=maeve after=3h votes=kofi,-lukasz</c> and the text below.</summary>
/// <param name="Act">opening, reply, answer, comment, edit, report, accept, close, pin, bookmark, steward, retitle, unit-steward, check, say, outdate, review, dismiss, look, also, helpful, withdraw, remove, suggest or decide.</param>
/// <param name="Words">What stands after the act.</param>
sealed record Scene(string Act, IReadOnlyDictionary<string, string> Words, string Text)
{
    public const string Opening = "opening";

    public const string Passage = "passage";

    public string By => Words["by"];

    public string Id => Words["id"];

    /// <summary>The post that it is about.</summary>
    public string Of => Words.GetValueOrDefault("of", Opening);

    public string After => Words.GetValueOrDefault("after", "10m");

    /// <summary>The note that answers, by its story's key.</summary>
    public string Note => Words["note"];

    /// <summary>From the scene's day on.</summary>
    public int Days => int.Parse(Words["days"], CultureInfo.InvariantCulture);

    public string[] Votes => Words.GetValueOrDefault("votes", "").Split(',', StringSplitOptions.RemoveEmptyEntries);
}
