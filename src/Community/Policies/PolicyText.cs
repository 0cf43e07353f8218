using Community.Text;

namespace Community.Policies;

/// <summary>A line of a scope table as it may be stored.</summary>
public sealed record ScopeLine(string Medium, string Accounts);

/// <summary>What a version of a policy says, as it may be stored.</summary>
/// <param name="EffectiveOn">The first day on which it holds.</param>
/// <param name="AsksAgain">Whether those who acknowledged an earlier version are asked again.</param>
public sealed record PolicyText(string Title, PolicyKind Kind, string Body, string Html, string Summary, DateOnly EffectiveOn, bool AsksAgain, IReadOnlyList<ScopeLine> Scope, string Quiz)
{
    public const int MaxTitleLength = 200;
    public const int MaxBodyLength = 60_000;
    public const int MaxSummaryLength = 300;
    public const int MaxScope = 40;

    /// <param name="scope">One row a line: the medium, and behind a bar the accounts.</param>
    /// <param name="quiz">See <see cref="Policies.Quiz"/>.</param>
    /// <exception cref="RefusedException">A field is missing or too long.</exception>
    public static PolicyText Of(string? title, PolicyKind kind, string? body, string? summary, DateOnly? effective, bool asksAgain, string? scope, string? quiz = null)
    {
        if (OneLine.Of(title) is not { Length: > 0 and <= MaxTitleLength } clean) throw new RefusedException(Refusal.Invalid, "A policy has a title of 1 to {0} characters.", MaxTitleLength) { Field = nameof(Title) };
        if (!Enum.IsDefined(kind)) throw new RefusedException(Refusal.Invalid, "Choose what the policy is about.") { Field = nameof(Kind) };

        var text = (body ?? "").ReplaceLineEndings("\n").Trim();
        if (text.Length is 0 or > MaxBodyLength) throw new RefusedException(Refusal.Invalid, "A policy says something, in at most {0} characters.", MaxBodyLength) { Field = nameof(Body) };
        if (OneLine.Of(summary) is not { Length: <= MaxSummaryLength } change) throw new RefusedException(Refusal.Invalid, "The summary has at most {0} characters.", MaxSummaryLength) { Field = nameof(Summary) };
        if (effective is not { } day) throw new RefusedException(Refusal.Invalid, "Say from which day on the version holds.") { Field = nameof(EffectiveOn) };

        return new PolicyText(clean, kind, text, Markdown.Render(text, RenderOptions.Note).Html, change, day, asksAgain, Lines(scope), Scenarios(quiz));
    }

    /// <summary>As it was typed: what can be read once can be read again.</summary>
    static string Scenarios(string? quiz) => Policies.Quiz.Of(quiz).Count == 0 ? "" : quiz!.ReplaceLineEndings("\n").Trim();

    static List<ScopeLine> Lines(string? scope)
    {
        var lines = (scope ?? "").Split('\n').Select(line => line.Split('|', 2)).Select(parts => new ScopeLine(OneLine.Of(parts[0]), OneLine.Of(parts.ElementAtOrDefault(1)))).Where(line => line.Medium.Length > 0).ToList();
        if (lines.Count > MaxScope) throw new RefusedException(Refusal.Invalid, "A scope table has at most {0} rows.", MaxScope) { Field = nameof(Scope) };

        return lines.Any(line => line.Medium.Length > PolicyScope.MaxLength || line.Accounts.Length > PolicyScope.MaxLength)
            ? throw new RefusedException(Refusal.Invalid, "A medium and its accounts have at most {0} characters each.", PolicyScope.MaxLength) { Field = nameof(Scope) } : lines;
    }
}
