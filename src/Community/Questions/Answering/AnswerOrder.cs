namespace Community.Questions.Answering;

/// <summary>
/// In what order the answers to a question stand: the accepted one first, the others by merit. Merit is the lower bound of Wilson's interval (E. B. Wilson, "Probable inference, the law of succession, and
/// statistical inference", 1927) on what speaks for an answer and against it: one for each person for whom it worked or did not, a half for each vote. So much evidence beats little of the same kind, and votes
/// alone give the order of the votes. What stands before the accepted answer has more merit, and one of three reasons besides: that one was said not to work and this one has worked for several people since; this one
/// is newer by a year and worked for several; or the acceptance is a year old and this one is clearly better.
/// </summary>
public static class AnswerOrder
{
    /// <summary>So many people are several.</summary>
    public const int Several = 2;

    /// <summary>So much more merit is clearly better: beside an answer that nobody said anything of, two people for whom it worked, or four votes.</summary>
    public const double Clearly = 0.3;

    /// <summary>After so long the asker's word is old.</summary>
    public static readonly TimeSpan Old = TimeSpan.FromDays(365);

    /// <summary>Of a normal distribution, for 95 of 100.</summary>
    const double Z = 1.96;

    /// <summary>Wilson's lower bound of the share of what speaks for something, 0 to 1; 0 where nothing does.</summary>
    public static double LowerBound(double speaksFor, double speaksAgainst)
    {
        if (speaksFor <= 0) return 0;

        var (n, square) = (speaksFor + speaksAgainst, Z * Z);
        var share = speaksFor / n;
        return (share + square / (2 * n) - Z * Math.Sqrt((share * (1 - share) + square / (4 * n)) / n)) / (1 + square / n);
    }

    /// <summary>The answers in their order, whatever order they come in.</summary>
    /// <param name="now">UTC; an acceptance grows old.</param>
    public static IReadOnlyList<PlacedAnswer> Of(IEnumerable<AnswerFacts> answers, AcceptedFact? acceptance, DateTime now)
    {
        var all = answers.OrderBy(answer => !answer.IsShown).ThenByDescending(answer => answer.Merit).ThenBy(answer => answer.Against).ThenByDescending(answer => answer.Score).ThenBy(answer => answer.Id).ToList();
        var accepted = acceptance is null ? null : all.Find(answer => answer.Id == acceptance.Id && answer.IsShown);
        var reasons = new Dictionary<long, AnswerPlace>();
        if (accepted is not null)
            foreach (var answer in all.TakeWhile(answer => answer.IsShown && answer != accepted))
                if (Overtaking(answer, accepted, acceptance!.At, now) is { } reason)
                    reasons.Add(answer.Id, reason with { AcceptedAt = acceptance.At, IsFirst = reasons.Count == 0 });

        var overtaking = all.FindAll(answer => reasons.ContainsKey(answer.Id));
        var others = all.FindAll(answer => !reasons.ContainsKey(answer.Id) && answer != accepted);
        if (overtaking.Count > 0) reasons[accepted!.Id] = new AnswerPlace(AnswerReason.Overtaken, FailuresSince(accepted, acceptance!.At).Count, acceptance.At);
        AgainstVotes(others, reasons);

        IEnumerable<AnswerFacts> order = accepted is null ? others : [.. overtaking, accepted, .. others];
        return [.. order.Select(answer => new PlacedAnswer(answer.Id, reasons.GetValueOrDefault(answer.Id)))];
    }

    /// <summary>Null where the accepted answer stands first, as a rule.</summary>
    static AnswerPlace? Overtaking(AnswerFacts answer, AnswerFacts accepted, DateTime acceptedAt, DateTime now)
    {
        if (answer.Merit <= accepted.Merit) return null;

        if (FailuresSince(accepted, acceptedAt) is { Count: > 0 } failures)
        {
            var since = failures.Min(one => one.Day);
            var worked = answer.Said.Count(one => one.Worked && one.Day >= since);
            if (worked >= Several) return new AnswerPlace(AnswerReason.WorkedSince, worked);
        }

        if (answer.At - acceptedAt >= Old && answer.Worked >= Several) return new AnswerPlace(AnswerReason.Newer, answer.Worked);

        return now - acceptedAt >= Old && answer.Merit - accepted.Merit >= Clearly ? new AnswerPlace(AnswerReason.Better, answer.Worked) : null;
    }

    static List<Saying> FailuresSince(AnswerFacts accepted, DateTime acceptedAt) => [.. accepted.Said.Where(one => !one.Worked && one.Day >= DateOnly.FromDateTime(acceptedAt))];

    /// <summary>Where what was tried weighs more than votes, each that stands against the votes says so: going down for those that sank, going up for those that rose.</summary>
    static void AgainstVotes(List<AnswerFacts> others, Dictionary<long, AnswerPlace> reasons)
    {
        var shown = others.FindAll(answer => answer.IsShown);
        var fewest = int.MaxValue;
        foreach (var answer in shown)
        {
            if (answer.Failed > 0 && fewest < answer.Score) reasons.Add(answer.Id, new AnswerPlace(AnswerReason.FailedForSome, answer.Failed));
            fewest = Math.Min(fewest, answer.Score);
        }

        var most = int.MinValue;
        foreach (var answer in shown.AsEnumerable().Reverse())
        {
            if (answer.Worked > 0 && most > answer.Score) reasons.TryAdd(answer.Id, new AnswerPlace(AnswerReason.WorkedForMore, answer.Worked));
            most = Math.Max(most, answer.Score);
        }
    }
}
