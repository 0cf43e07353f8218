using Community.Trials;

namespace Community.Demonstration;

/// <summary>What is tried in the library, and what was seen of it.</summary>
sealed class Trying(StartTrial start, ObserveTrial observe, Concluding concluding)
{
    const string Evening = "@21:15";

    public void Plan(Plan plan, Library library, IReadOnlyList<Story> stories, Calendar calendar, Cast cast)
    {
        foreach (var trial in library.Trials)
        {
            plan.Add(calendar.Ago(trial.At), stop => Start(trial, stories, calendar, cast, stop));
            foreach (var line in trial.Log)
                plan.Add(calendar.Ago(line.Ago + "d" + Evening), stop => observe.Run(cast.Person(line.By), cast.Trial(trial), line.Seen, line.Line, calendar.Day(line.Ago), stop: stop));
            concluding.Plan(plan, trial, stories, calendar, cast);
        }
    }

    async Task Start(Tried trial, IReadOnlyList<Story> stories, Calendar calendar, Cast cast, CancellationToken stop)
    {
        long? topic = trial.Story is { } key ? cast.Topic(stories.Single(story => story.Key == key)) : null;
        var text = TrialText.Of(trial.Title, trial.What, trial.Place, trial.Measure, calendar.Day(trial.StartsAgo), calendar.Day(trial.EndsAgo), calendar.Day(trial.StartsAgo), [.. trial.People.Select(cast.Person)], topic);
        cast.Tries(trial, await start.Run(cast.Person(trial.By), trial.Space, text, stop: stop));
    }
}

/// <summary>What becomes of what was tried.</summary>
sealed class Concluding(DecideTrial decide, NameTrialNote name, RemindOfTrials remind)
{
    const string InTheMorning = "d@08:30", InTheAfternoon = "d@15:40";

    public void Plan(Plan plan, Tried trial, IReadOnlyList<Story> stories, Calendar calendar, Cast cast)
    {
        if (trial.EndsAgo > 0) plan.Add(calendar.Ago(trial.EndsAgo + InTheMorning), stop => remind.Run(stop));
        if (trial is not { Outcome: { } outcome, DecidedAgo: { } ago, Reason: { } reason }) return;

        plan.Add(calendar.Ago(ago + InTheAfternoon), async stop =>
        {
            await decide.Run(cast.Person(trial.By), cast.Trial(trial), outcome, reason, stop);
            if (trial.Note is { } key) await name.Run(cast.Person(trial.By), cast.Trial(trial), cast.Topic(stories.Single(story => story.Key == key)), null, stop);
        });
    }
}
