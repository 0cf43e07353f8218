namespace Community.Policies;

/// <summary>One version of a policy, whole. Until it is released it is a draft, which only owner and administrators see; then it never changes.</summary>
public sealed class PolicyVersion
{
    PolicyVersion()
    {
    }

    internal PolicyVersion(Policy policy, int number, PolicyText text, long editorId, DateTime now)
    {
        (Policy, Number) = (policy, number);
        Take(text, editorId, now);
    }

    public long Id { get; private set; }

    public long PolicyId { get; private set; }

    public Policy Policy { get; private set; } = null!;

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>Markdown.</summary>
    public string Body { get; private set; } = "";

    public string Html { get; private set; } = "";

    /// <summary>What is different from the version before.</summary>
    public string Summary { get; private set; } = "";

    /// <summary>The first day on which it holds, once it is released.</summary>
    public DateOnly EffectiveOn { get; private set; }

    /// <summary>Whether those who acknowledged an earlier version are asked again.</summary>
    public bool AsksAgain { get; private set; }

    /// <summary>Who wrote it last.</summary>
    public long EditorId { get; private set; }

    public DateTime EditedAt { get; private set; }

    /// <summary>How often it was saved, from 1: a save names the edition that its writer had before the eyes.</summary>
    public int Edition { get; private set; }

    public long? ReleasedById { get; private set; }

    public DateTime? ReleasedAt { get; private set; }

    public List<PolicyScope> Scope { get; } = [];

    /// <summary>Scenarios to try oneself with, as they were typed; empty for none.</summary>
    public string Quiz { get; private set; } = "";

    public IReadOnlyList<QuizCase> Scenarios => Policies.Quiz.Of(Quiz);

    internal bool Says(PolicyText text) => (Title, Body, Summary, EffectiveOn, AsksAgain, Quiz) == (text.Title, text.Body, text.Summary, text.EffectiveOn, text.AsksAgain, text.Quiz)
        && Scope.OrderBy(row => row.Place).Select(row => new ScopeLine(row.Medium, row.Accounts)).SequenceEqual(text.Scope);

    internal void Take(PolicyText text, long editorId, DateTime now)
    {
        (Title, Body, Html, Summary) = (text.Title, text.Body, text.Html, text.Summary);
        (EffectiveOn, AsksAgain, Quiz, EditorId, EditedAt) = (text.EffectiveOn, text.AsksAgain, text.Quiz, editorId, now);
        Edition++;
        Scope.Clear();
        Scope.AddRange(text.Scope.Select((line, place) => new PolicyScope(place, line)));
    }

    internal void Release(long actorId, DateTime now) => (ReleasedById, ReleasedAt) = (actorId, now);
}
