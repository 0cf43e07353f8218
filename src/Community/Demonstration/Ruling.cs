using Community.People;
using Community.Policies;

namespace Community.Demonstration;

/// <summary>The library's policy for public media: its first version, which most know, and a second one of last week, which few have read yet.</summary>
sealed class Ruling(FillingClock clock, MakePolicy make, DraftPolicy draft, ReleasePolicy release, AcknowledgePolicy acknowledge, RemindReaders remind)
{
    const string Writes = "weiling", Answers = "gareth";

    static readonly IReadOnlyList<int> Chosen = [.. Quiz.Of(PolicyTemplates.Quiz).Select(scenario => scenario.Right)];

    long policy;

    public void Plan(Plan plan, Library library, Calendar calendar, Cast cast)
    {
        plan.Add(calendar.Ago("96d@10:10"), async stop =>
        {
            policy = await make.Run(cast.Person(Writes), Text(library, PolicyTemplates.Of(PolicyPreset.Balanced), ""), cast.Person(Answers), stop: stop);
            await release.Run(cast.Person(Writes), policy, 1, 1, stop);
        });
        foreach (var (person, ago) in new[] { ("gareth", "96d@11:00"), ("maeve", "92d@09:10"), ("hana", "92d@14:20"), ("kofi", "91d@08:50"), ("samira", "91d@16:00"), ("tomas", "90d@09:30"), ("nadia", "88d@10:05"), ("beatrice", "87d@12:00") })
            plan.Add(calendar.Ago(ago), stop => acknowledge.Run(cast.Person(person), policy, 1, Chosen, stop));

        plan.Add(calendar.Ago("9d@09:30"), async stop =>
        {
            var body = PolicyTemplates.Of(PolicyPreset.Balanced) + "\n\n## Whom to ask\n\nThe communications desk answers on the same working day. Out of hours, leave it until the morning: silence harms less than haste.";
            await draft.Run(cast.Person(Writes), policy, Text(library, body, "Says whom to ask, and that it can wait until the morning."), cast.Person(Answers), null, 0, stop);
            await release.Run(cast.Person(Writes), policy, 2, 1, stop);
        });
        foreach (var (person, ago) in new[] { ("gareth", "5d@09:00"), ("hana", "4d@13:40") })
            plan.Add(calendar.Ago(ago), stop => acknowledge.Run(cast.Person(person), policy, 2, Chosen, stop));
        plan.Add(calendar.Ago("9d@10:00"), stop => remind.Run(stop));
    }

    PolicyText Text(Library library, string body, string summary) =>
        PolicyText.Of(PolicyTemplates.Title, PolicyKind.SocialMedia, body, summary, InstitutionDay.Of(clock.Now(), library.Zone), true, PolicyTemplates.Scope, PolicyTemplates.Quiz);
}
