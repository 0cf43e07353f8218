using Community.People;
using Community.Playbooks;
using Microsoft.EntityFrameworkCore;
using static Community.Tests.VillageActs;

namespace Community.Tests.Playbooks;

/// <summary>Who writes playbooks, what one may say, and that each edit is a version.</summary>
public sealed class PlaybookTests(Village village) : IClassFixture<Village>
{
    [Fact]
    public async Task Moderators_and_administrators_keep_playbooks_and_nobody_else()
    {
        var (terms, id) = (await village.Terms(), await village.Playbook());
        await village.Verb<MakePlaybook>().Run(village.Moderator, terms);
        foreach (var other in new[] { village.Steward, village.Member, village.Guest })
        {
            await Refused(Refusal.NotFound, () => village.Verb<MakePlaybook>().Run(other, terms));
            await Refused(Refusal.NotFound, () => village.Verb<RevisePlaybook>().Run(other, id, terms, 1));
            await Refused(Refusal.NotFound, () => village.Verb<RetirePlaybook>().Run(other, id));
            await Refused(Refusal.NotFound, () => village.Verb<AdoptReady>().Run(other, "press"));
        }
    }

    [Fact]
    public async Task A_playbook_says_all_that_it_needs()
    {
        var terms = await village.Terms();
        var closed = await village.Person("Clara Closed");
        await village.Verb<ClosePerson>().Run(null, closed);
        foreach (var (wrong, field) in new (PlaybookTerms, string)[]
        {
            (terms with { Title = " " }, "Title"), (terms with { Title = new string('x', PlaybookTerms.MaxTitleLength + 1) }, "Title"), (terms with { When = "" }, "When"), (terms with { Scenario = Scenario.Other }, "OtherScenario"),
            (terms with { Steps = [] }, "Steps"), (terms with { Steps = [.. Enumerable.Repeat(terms.Steps[0], PlaybookTerms.MostSteps + 1)] }, "Steps"), (terms with { Steps = [terms.Steps[0] with { Text = "" }] }, "Steps"),
            (terms with { Steps = [terms.Steps[0] with { Hours = 0 }] }, "Steps"), (terms with { Steps = [terms.Steps[0] with { Doer = new Doer(Party.Person) }] }, "Steps"), (terms with { Steps = [terms.Steps[0] with { Doer = Doer.Unit(99_999) }] }, "Steps"),
            (terms with { Steps = [terms.Steps[0] with { Doer = Doer.Person(village.Guest) }] }, "Steps"), (terms with { Hours = PlaybookTerms.MostHours + 1 }, "Hours"), (terms with { OwnerId = closed }, "Owner"), (terms with { Approver = Doer.Person(closed) }, "Approver"),
            (terms with { Reply = new string('x', PlaybookTerms.MaxReplyLength + 1) }, "Reply"),
        })
            Assert.Equal(field, (await Refused(Refusal.Invalid, () => village.Verb<MakePlaybook>().Run(village.Administrator, wrong))).Field);

        var id = await village.Playbook(terms with { Scenario = Scenario.Other, OtherScenario = "A burst pipe" });
        Assert.Equal("A burst pipe", await village.Read(db => db.PlaybookVersions.Where(v => v.PlaybookId == id).Select(v => v.OtherScenario).SingleAsync()));
    }

    [Fact]
    public async Task An_edit_is_a_new_version_a_run_keeps_the_one_of_its_day_and_nobody_overwrites()
    {
        var terms = await village.Terms();
        var run = await village.Running(terms);
        var id = (await village.Loaded(run)).PlaybookId;

        await village.Verb<RevisePlaybook>().Run(village.Moderator, id, terms with { Title = "Complaints", Steps = [terms.Steps[0]] }, 1);
        await Refused(Refusal.Conflict, () => village.Verb<RevisePlaybook>().Run(village.Administrator, id, terms, 1));
        await Refused(Refusal.NotFound, () => village.Verb<RevisePlaybook>().Run(village.Administrator, 99_999, terms, 1));

        Assert.Equal([("A complaint", 3), ("Complaints", 1)], (await village.Read(db => db.PlaybookVersions.Where(v => v.PlaybookId == id).OrderBy(v => v.Number).Select(v => new { v.Title, v.Steps.Count }).ToListAsync())).Select(v => (v.Title, v.Count)));
        Assert.Equal((1, 3), ((await village.Loaded(run)).Version.Number, (await village.Loaded(run)).Steps.Count));
    }

    [Fact]
    public async Task What_is_retired_is_started_no_more_and_comes_back()
    {
        var id = await village.Playbook();
        var post = await village.Opening(await village.Start(village.Writer));
        await village.Verb<RetirePlaybook>().Run(village.Administrator, id);
        await Refused(Refusal.Conflict, () => village.Verb<RetirePlaybook>().Run(village.Administrator, id));
        await Refused(Refusal.Conflict, () => village.Verb<StartRun>().Run(village.Member, post, id, "x"));
        await village.Verb<RetirePlaybook>().Run(village.Administrator, id, isRetired: false);
        await village.Verb<StartRun>().Run(village.Member, post, id, "x");
    }

    [Fact]
    public async Task Each_ready_playbook_is_adopted_once_and_all_five_can_be()
    {
        Assert.Equal(Enum.GetValues<Scenario>().Where(scenario => scenario != Scenario.Other).Order(), ReadyPlaybooks.All.Select(one => one.Terms.Scenario).Order());
        await Refused(Refusal.NotFound, () => village.Verb<AdoptReady>().Run(village.Administrator, "no such"));
        var both = await Task.WhenAll(Try(village.Administrator), Try(village.Moderator));
        Assert.Single(both, done => done);
        foreach (var ready in ReadyPlaybooks.All.Where(one => one.Key != "press")) await village.Verb<AdoptReady>().Run(village.Administrator, ready.Key);

        var adopted = await village.Read(db => db.Playbooks.Where(p => p.ReadyKey != null).Select(p => p.ReadyKey!).ToListAsync());
        Assert.Equal(ReadyPlaybooks.All.Select(one => one.Key).Order(), adopted.Order());

        async Task<bool> Try(long personId)
        {
            try
            {
                await new AdoptReady(village.AnotherProgram(), village.Clock).Run(personId, "press");
                return true;
            }
            catch (RefusedException refused)
            {
                Assert.Equal(Refusal.Conflict, refused.Kind);
                return false;
            }
        }
    }
}
