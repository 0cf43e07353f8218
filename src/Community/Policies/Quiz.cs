namespace Community.Policies;

/// <summary>A short case from work, to try oneself with before one says that one knows a policy.</summary>
/// <param name="Right">The place of what the policy says, from 0.</param>
/// <param name="Why">What is said to who chose otherwise.</param>
public sealed record QuizCase(string Tells, IReadOnlyList<string> Choices, int Right, string Why);

/// <summary>
/// The scenarios of a version, as its writer types them: blocks between empty lines; what happens, then the choices, each behind a dash, the right one behind a star, then behind a
/// greater-than sign why. Nobody's answers are kept.
/// </summary>
public static class Quiz
{
    public const int MaxLength = 8_000;
    public const int MostScenarios = 10;
    public const int MostChoices = 6;

    /// <returns>Empty where there is none.</returns>
    /// <exception cref="RefusedException">A block that cannot be read, or too much.</exception>
    public static IReadOnlyList<QuizCase> Of(string? written)
    {
        var text = (written ?? "").ReplaceLineEndings("\n").Trim();
        if (text.Length == 0) return [];
        if (text.Length > MaxLength) throw new RefusedException(Refusal.Invalid, "The scenarios have at most {0} characters.", MaxLength) { Field = nameof(Quiz) };

        var scenarios = text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Read).ToList();
        if (scenarios.Count > MostScenarios) throw new RefusedException(Refusal.Invalid, "A policy has at most {0} scenarios.", MostScenarios) { Field = nameof(Quiz) };

        return scenarios;
    }

    static QuizCase Read(string block, int place)
    {
        var (tells, choices, why, right) = (new List<string>(), new List<string>(), new List<string>(), -1);
        foreach (var line in block.Split('\n').Select(line => line.Trim()))
        {
            if (line is ['-' or '*', ' ', ..])
            {
                if (line[0] == '*') right = right < 0 ? choices.Count : int.MaxValue;
                choices.Add(OneLine.Of(line[2..]));
            }
            else if (line is ['>', ..]) why.Add(line[1..].Trim());
            else tells.Add(line);
        }

        return tells.Count > 0 && choices.Count is >= 2 and <= MostChoices && right >= 0 && right < choices.Count && !choices.Contains("") && why.Count > 0
            ? new QuizCase(string.Join(' ', tells), choices, right, string.Join(' ', why))
            : throw new RefusedException(Refusal.Invalid, "Scenario {0} needs what happens, two to {1} choices behind dashes, exactly one of them behind a star instead, and why behind a >.", place + 1, MostChoices) { Field = nameof(Quiz) };
    }
}
