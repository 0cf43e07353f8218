using Community.Events;
using Community.Notifications;
using Community.Spaces;
using Community.Topics;
using Community.Trials;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Trials;

/// <summary>What is tried: who may, who decides, and what of it others see.</summary>
public sealed class TrialTests(Village village) : IClassFixture<Village>
{
    DateOnly Today => DateOnly.FromDateTime(village.Clock.GetUtcNow().UtcDateTime);

    [Fact]
    public async Task A_trial_has_an_end_that_does_not_come_before_its_beginning()
    {
        Assert.Equal("Title", Refused(() => Text(title: " ")).Field);
        Assert.Equal("EndsOn", Refused(() => TrialText.Of("x", "", "", "", Today, null, Today, [], null)).Field);
        Assert.Equal("EndsOn", Refused(() => Text(starts: 3, ends: 2)).Field);
        Assert.Equal("EndsOn", Refused(() => Text(ends: 400)).Field);
        Assert.Equal("People", Refused(() => Text(people: Enumerable.Range(1, 31).Select(id => (long)id))).Field);
        await Start(village.Member, Text(ends: 0));
    }

    [Fact]
    public async Task Whoever_writes_in_a_space_starts_a_trial_there_with_people_who_read_it()
    {
        await Start(village.Guest, Text(), Village.Partners);
        await VillageActs.Refused(Refusal.Forbidden, () => Start(village.Stranger, Text(), Village.Public));
        await VillageActs.Refused(Refusal.NotFound, () => Start(village.Colleague, Text(), Village.Unit));
        foreach (var person in new[] { village.Colleague, 999_999 }) Assert.Equal("People", (await VillageActs.Refused(Refusal.Invalid, () => Start(village.Member, Text(people: [person]), Village.Unit))).Field);

        var trial = await Row(await Start(village.Member, Text(people: [village.UnitMember, village.UnitMember]), Village.Unit));
        Assert.Equal([village.Member, village.UnitMember], trial.Triers.Select(t => t.PersonId).Order());
    }

    [Fact]
    public async Task A_trial_names_only_a_topic_that_its_maker_sees()
    {
        var hidden = await village.Start(village.Writer, space: Village.Unit);
        Assert.Equal("Topic", (await VillageActs.Refused(Refusal.NotFound, () => Start(village.Colleague, Text(topic: hidden)))).Field);

        // Who changes it later need not see the topic.
        var trial = await Start(village.Writer, Text(topic: hidden));
        await village.Verb<ReviseTrial>().Run(village.Writer, trial, Text(topic: hidden), village.Colleague);
        await village.Verb<ReviseTrial>().Run(village.Colleague, trial, Text(title: "Renamed", topic: hidden));
        Assert.Equal(("Renamed", hidden, village.Colleague), ((await Row(trial)).Title, (await Row(trial)).TopicId, (await Row(trial)).OwnerId));
    }

    [Fact]
    public async Task Owner_and_space_stewards_change_and_decide_and_others_write_down_what_they_see()
    {
        var trial = await Start(village.Member, Text());
        foreach (var person in new[] { village.Writer, village.Moderator, village.Colleague })
        {
            await VillageActs.Refused(Refusal.Forbidden, () => village.Verb<ReviseTrial>().Run(person, trial, Text()));
            await VillageActs.Refused(Refusal.Forbidden, () => village.Verb<DecideTrial>().Run(person, trial, TrialOutcome.Adopted, "Mine."));
            await village.Verb<ObserveTrial>().Run(person, trial, Seen.Worked, "Ten minutes.", null);
        }

        foreach (var person in new[] { village.Guest, village.Stranger }) await VillageActs.Refused(Refusal.NotFound, () => village.Verb<ObserveTrial>().Run(person, trial, Seen.Worked, "Seen.", null));
        await village.Verb<ReviseTrial>().Run(village.Steward, trial, Text(title: "By the steward"));
        await village.Verb<DecideTrial>().Run(village.Administrator, trial, TrialOutcome.Adapted, "Mornings only.");
    }

    [Fact]
    public async Task An_observation_has_a_day_of_the_trial_and_is_taken_back_by_its_author_or_a_keeper()
    {
        var trial = await Start(village.Member, Text(starts: -5));
        Assert.Equal("Day", (await VillageActs.Refused(Refusal.Invalid, () => Observe(trial, -6))).Field);
        Assert.Equal("Day", (await VillageActs.Refused(Refusal.Invalid, () => Observe(trial, 2))).Field);
        Assert.Equal("Line", (await VillageActs.Refused(Refusal.Invalid, () => village.Verb<ObserveTrial>().Run(village.Writer, trial, Seen.Remark, "", null))).Field);
        var (own, other) = (await Observe(trial, -5), await Observe(trial, 0));

        await VillageActs.Refused(Refusal.Forbidden, () => village.Verb<TakeBackObservation>().Run(village.Colleague, own));
        await village.Verb<TakeBackObservation>().Run(village.Writer, own);
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<TakeBackObservation>().Run(village.Writer, own));
        await village.Verb<TakeBackObservation>().Run(village.Member, other);
        Assert.Equal(2, await village.Read(db => db.TrialObservations.CountAsync(o => o.TrialId == trial && o.TakenBackAt != null)));
    }

    [Fact]
    public async Task A_decision_needs_its_reason_stands_alone_and_can_be_revoked()
    {
        var trial = await Start(village.Member, Text());
        Assert.Equal("Reason", (await VillageActs.Refused(Refusal.Invalid, () => village.Verb<DecideTrial>().Run(village.Member, trial, TrialOutcome.Abandoned, " "))).Field);
        await village.Verb<DecideTrial>().Run(village.Member, trial, TrialOutcome.Abandoned, "Cost 31 € a week.");
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<DecideTrial>().Run(village.Steward, trial, TrialOutcome.Adopted, "No."));
        await VillageActs.Refused(Refusal.Conflict, () => Observe(trial, 0));

        await village.Verb<ReopenTrial>().Run(village.Steward, trial);
        await Observe(trial, 0);
        await village.Verb<DecideTrial>().Run(village.Steward, trial, TrialOutcome.Adopted, "Cheaper now.");
        Assert.Equal([(TrialOutcome.Abandoned, true), (TrialOutcome.Adopted, false)], (await Row(trial)).Decisions.OrderBy(d => d.Id).Select(d => (d.Outcome, d.RevokedAt is not null)));
    }

    [Fact]
    public async Task What_was_adopted_names_the_revision_of_a_note_that_its_keeper_sees()
    {
        var (note, hidden, thread) = (await village.Start(village.Writer, TopicKind.Note), await village.Start(village.Writer, TopicKind.Note, Village.Unit), await village.Start(village.Writer));
        var trial = await Start(village.Colleague, Text());
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<NameTrialNote>().Run(village.Colleague, trial, note, null));
        await village.Verb<DecideTrial>().Run(village.Colleague, trial, TrialOutcome.Adopted, "No broken corner.");

        foreach (var wrong in new[] { hidden, thread, 999_999 }) Assert.Equal("Note", (await VillageActs.Refused(Refusal.NotFound, () => village.Verb<NameTrialNote>().Run(village.Colleague, trial, wrong, null))).Field);
        Assert.Equal("Revision", (await VillageActs.Refused(Refusal.Invalid, () => village.Verb<NameTrialNote>().Run(village.Colleague, trial, note, 2))).Field);
        await village.Verb<NameTrialNote>().Run(village.Colleague, trial, note, null);
        var decided = (await Row(trial)).Decided!;
        Assert.Equal((note, 1), (decided.NoteId, decided.RevisionNumber));

        var abandoned = await Start(village.Colleague, Text());
        await village.Verb<DecideTrial>().Run(village.Colleague, abandoned, TrialOutcome.Abandoned, "No.");
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<NameTrialNote>().Run(village.Colleague, abandoned, note, null));
    }

    [Fact]
    public async Task Who_does_not_read_the_space_sees_no_trial_of_it()
    {
        var known = Known();
        var trial = await Start(village.Member, Text(title: "Numbat sweep"), Village.Unit);
        await village.Verb<DecideTrial>().Run(village.Member, trial, TrialOutcome.Abandoned, "The numbat box was empty.");

        foreach (var (person, sees) in new[] { (village.UnitMember, true), (village.Colleague, false), (village.Moderator, false), (village.Stranger, false) })
        {
            Assert.Equal(sees, await village.Read(async db => await db.Trials.VisibleTo(await db.Viewer(person)).AnyAsync(t => t.Id == trial)));
            Assert.Equal(sees ? 1 : 0, (await known.With(await village.Read(db => db.Viewer(person)), ["numbat", "box"])).Count);
            if (!sees) await VillageActs.Refused(Refusal.NotFound, () => village.Verb<DecideTrial>().Run(person, trial, TrialOutcome.Adopted, "x"));
        }
    }

    [Fact]
    public async Task What_was_abandoned_is_found_by_words_of_it_and_of_the_reason()
    {
        var known = Known();
        var topic = await village.Start(village.Writer);
        var trial = await Start(village.Member, Text(title: "Reminder by text message, pangolin", topic: topic));
        async Task<int> Found(params string[] words) => (await known.With(await village.Read(db => db.Viewer(village.Colleague)), words)).Count;

        Assert.Equal(0, await Found("pangolin"));
        await village.Verb<DecideTrial>().Run(village.Member, trial, TrialOutcome.Abandoned, "Vier Euro, zu teuer für Ürümqi.");
        Assert.Equal((1, 1, 0, 0), (await Found("PANGOLIN", "message"), await Found("pangolin", "urumqi"), await Found("pangolin", "nowhere"), await Found("is", "a")));
        Assert.Single((await known.In(await village.Read(db => db.Viewer(village.Colleague)), [topic]))[topic]);

        await village.Verb<ReopenTrial>().Run(village.Member, trial);
        Assert.Equal(0, await Found("pangolin"));
    }

    KnownTried Known() => new(village.Store, new Recent(new LastEvent(village.Store, village.Signal, TimeProvider.System), village.Store));

    Task<long> Start(long personId, TrialText text, string space = Village.Institution) => village.Verb<StartTrial>().Run(personId, space, text);

    Task<long> Observe(long trialId, int day) => village.Verb<ObserveTrial>().Run(village.Writer, trialId, Seen.Failed, "A queue of six.", Today.AddDays(day));

    TrialText Text(string title = "A second sweep at 20:30", int starts = 0, int ends = 14, IEnumerable<long>? people = null, long? topic = null) =>
        TrialText.Of(title, "Whoever closes empties the box.", "Science", "No wrong notice", Today.AddDays(starts), Today.AddDays(ends), Today, [.. people ?? []], topic);

    Task<Trial> Row(long id) => village.Read(db => db.Trials.AsNoTracking().Include(t => t.Triers).Include(t => t.Decisions).SingleAsync(t => t.Id == id));

    static RefusedException Refused(Func<object> make)
    {
        var refused = Assert.Throws<RefusedException>(make);
        Assert.Equal(Refusal.Invalid, refused.Kind);
        return refused;
    }
}

/// <summary>A trial that has ended and about which nobody decided reminds its owner; the clock is moved, so that these have a village of their own.</summary>
public sealed class RemindingTests(Village village) : IClassFixture<Village>
{
    [Fact]
    public async Task The_owner_is_reminded_on_the_last_day_and_each_week_after_until_somebody_decides()
    {
        var trial = await Start(village.Member, days: 3);
        Assert.Equal(0, await Remind());
        village.Clock.Pass(TimeSpan.FromDays(2));
        Assert.Equal(0, await Remind());

        village.Clock.Pass(TimeSpan.FromDays(1));
        Assert.Equal((1, 0), (await Remind(), await Remind()));
        Assert.Equal([village.Member], await Told(trial));
        village.Clock.Pass(TimeSpan.FromDays(6));
        Assert.Equal(0, await Remind());
        village.Clock.Pass(TimeSpan.FromDays(1));
        Assert.Equal(1, await Remind());

        // Three weeks in which nobody was there are told once.
        village.Clock.Pass(TimeSpan.FromDays(22));
        Assert.Equal((1, 0), (await Remind(), await Remind()));
        Assert.Equal(3, (await Told(trial)).Count);

        await village.Verb<DecideTrial>().Run(village.Member, trial, TrialOutcome.Adopted, "It went well.");
        village.Clock.Pass(TimeSpan.FromDays(30));
        Assert.Equal(0, await Remind());
    }

    [Fact]
    public async Task Two_programs_at_once_remind_once()
    {
        var trial = await Start(village.Writer, days: 0);
        var stores = Enumerable.Range(0, 4).Select(_ => village.AnotherProgram()).ToList();

        await Task.WhenAll(stores.Select(store => Task.Run(() => new RemindOfTrials(store, village.Clock).Run())));

        Assert.Equal(1, await village.Read(db => db.TrialReminders.CountAsync(r => r.TrialId == trial)));
        Assert.Single(await Told(trial));
        await village.Verb<DecideTrial>().Run(village.Writer, trial, TrialOutcome.Adopted, "Done.");
    }

    [Fact]
    public async Task An_end_that_was_put_off_is_asked_for_anew_and_stewards_stand_in_for_an_owner_who_left()
    {
        var owner = await village.Person("Owen Leaving");
        var trial = await Start(owner, days: 0);
        Assert.Equal(1, await Remind());
        Assert.Equal([owner], await Told(trial));
        var today = DateOnly.FromDateTime(village.Clock.GetUtcNow().UtcDateTime);
        await village.Verb<ReviseTrial>().Run(owner, trial, TrialText.Of("Longer", "", "", "", today, today.AddDays(2), today, [], null));
        Assert.Equal(0, await Remind());
        await village.Verb<Community.People.ClosePerson>().Run(village.Administrator, owner);

        village.Clock.Pass(TimeSpan.FromDays(2));
        Assert.Equal(1, await Remind());
        Assert.Equal([owner, village.Steward], await Told(trial));
        await village.Verb<DecideTrial>().Run(village.Steward, trial, TrialOutcome.Abandoned, "Its owner left.");
    }

    async Task<long> Start(long personId, int days)
    {
        var today = DateOnly.FromDateTime(village.Clock.GetUtcNow().UtcDateTime);
        return await village.Verb<StartTrial>().Run(personId, Village.Institution, TrialText.Of("Something small", "", "", "", today, today.AddDays(days), today, [], null));
    }

    Task<int> Remind() => village.Verb<RemindOfTrials>().Run();

    /// <summary>Who was told, in order; the owner hears of it although nobody did it.</summary>
    async Task<List<long>> Told(long trialId)
    {
        var notify = new NotifyPeople(village.Store, village.Clock);
        while (await notify.Step(default))
        {
        }

        return await village.Read(db => db.Notifications.Where(n => n.Kind == NoticeKind.Due).Join(db.Events.Where(e => e.SubjectId == trialId), n => n.EventId, e => e.Id, (n, e) => n).OrderBy(n => n.Id).Select(n => n.PersonId).ToListAsync());
    }
}
