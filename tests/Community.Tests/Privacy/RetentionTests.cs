using Community.Events;
using Community.Governance;
using Community.Notes.Leaving;
using Community.Notifications;
using Community.Notifications.Replies;
using Community.People;
using Community.People.Retention;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Privacy;

/// <summary>How long things are kept, and what a hold keeps.</summary>
public sealed class RetentionTests(Village village) : IClassFixture<Village>
{
    [Fact]
    public async Task Administrators_say_how_long_and_a_change_is_a_new_row()
    {
        await Refused(Refusal.NotFound, () => Keep(village.Steward, RetentionKind.Drafts, 30));
        await Refused(Refusal.Invalid, () => Keep(village.Administrator, RetentionKind.Drafts, 3));
        await Refused(Refusal.Invalid, () => Keep(village.Administrator, RetentionKind.Mails, 30));
        await Refused(Refusal.Invalid, () => Keep(village.Administrator, RetentionKind.Notices, 5_000));
        Assert.Equal(village.Clock.Now().AddDays(-90), await Before(RetentionKind.Mails));
        Assert.Null(RetentionRule.Default(RetentionKind.Notices));

        await Keep(village.Administrator, RetentionKind.Mails, 100);
        await Keep(village.Administrator, RetentionKind.Mails, 100);
        Assert.Equal(1, await village.Read(db => db.RetentionRules.CountAsync(r => r.Kind == RetentionKind.Mails)));
        await Keep(village.Administrator, RetentionKind.Mails, null);
        Assert.Null(await Before(RetentionKind.Mails));
        Assert.Equal(2, await village.Read(db => db.RetentionRules.CountAsync(r => r.Kind == RetentionKind.Mails)));
    }

    [Fact]
    public async Task Sweeps_keep_to_the_rule_and_leave_what_is_held()
    {
        var (free, held) = (await village.Person("Frida Free"), await village.Person("Hilda Held"));
        var topic = await village.Start(village.Writer);
        await village.Verb<HoldThings>().Run(village.Administrator, held, null, null, null, "A court asked.");
        foreach (var person in new[] { free, held })
        {
            await village.Verb<SaveDraft>().Run(person, DraftPlace.ReplyIn(topic), new DraftText("Half a thought"), null);
            await village.Store.Write(async db =>
            {
                var session = db.Sessions.Add(new Session(Guid.NewGuid(), person, "A browser", village.Clock.Now())).Entity;
                session.End(village.Clock.Now());
                var notice = db.Notifications.Add(new Notification(person, NoticeKind.Reply, await db.Events.MaxAsync(e => e.Id), topic, null, null, null, village.Clock.Now())).Entity;
                notice.See(village.Clock.Now());
                await db.SaveChangesAsync();
            });
        }

        village.Clock.Pass(TimeSpan.FromDays(40));
        await Sweep();
        Assert.Equal((2, 2, 2), await Left(free, held));

        await Keep(village.Administrator, RetentionKind.Drafts, 30);
        await Keep(village.Administrator, RetentionKind.Sessions, 30);
        await Keep(village.Administrator, RetentionKind.Notices, 30);
        await Sweep();
        Assert.Equal((0, 0, 0), await Left(free));
        Assert.Equal((1, 1, 1), await Left(held));

        await village.Verb<EndHold>().Run(village.Administrator, await village.Read(db => db.LegalHolds.Where(h => h.PersonId == held).Select(h => h.Id).SingleAsync()));
        await Sweep();
        Assert.Equal((0, 0, 0), await Left(held));
    }

    [Theory]
    [InlineData("person")]
    [InlineData("topic")]
    [InlineData("space")]
    public async Task What_was_withdrawn_is_not_erased_while_it_is_held(string kind)
    {
        var author = await village.Person("Wanda Withdraws " + kind);
        var topic = await village.Start(village.Writer);
        var post = await village.Add(author, topic, Part.Reply, body: "Words to be kept.");
        await village.Verb<WithdrawPost>().Run(author, post);
        var hold = await village.Verb<HoldThings>().Run(village.Administrator, kind == "person" ? author : null, kind == "topic" ? topic : null, kind == "space" ? Village.Institution : null, village.Clock.Now().AddDays(60), "A dispute.");

        village.Clock.Pass(TimeSpan.FromDays(31));
        await village.Verb<EraseWithdrawn>().Run();
        Assert.Equal("Words to be kept.", (await village.Post(post)).Revisions[0].Source);

        // Its day has come.
        village.Clock.Pass(TimeSpan.FromDays(30));
        await village.Verb<EraseWithdrawn>().Run();
        Assert.Equal("", (await village.Post(post)).Revisions[0].Source);
        await Refused(Refusal.Conflict, () => village.Verb<EndHold>().Run(village.Administrator, hold));
    }

    [Fact]
    public async Task Who_is_held_can_leave_but_not_be_forgotten_and_keeps_the_picture()
    {
        const string password = "heron under the blue gate";
        var person = (await village.Verb<AddPerson>().Run(null, "Lotte Leaves", "lotte@library.example", Role.Member, null, password)).Id;
        await village.Verb<HoldThings>().Run(village.Administrator, person, null, null, null, "A court asked.");

        await Refused(Refusal.Conflict, () => village.Verb<LeaveCommunity>().Run(person, password, true, null));
        await Refused(Refusal.Conflict, () => village.Verb<RemoveFace>().Run(person));
        await village.Verb<LeaveCommunity>().Run(person, password, false, null);
        Assert.Equal("Lotte Leaves", await village.Read(db => db.People.Where(p => p.Id == person).Select(p => p.Name).SingleAsync()));
    }

    [Fact]
    public async Task Only_administrators_hold_and_only_one_thing_with_a_reason()
    {
        var hold = village.Verb<HoldThings>();
        await Refused(Refusal.NotFound, () => hold.Run(village.Moderator, village.Member, null, null, null, "Why."));
        await Refused(Refusal.Invalid, () => hold.Run(village.Administrator, null, null, null, null, "Why."));
        await Refused(Refusal.Invalid, () => hold.Run(village.Administrator, village.Member, null, Village.Unit, null, "Why."));
        await Refused(Refusal.Invalid, () => hold.Run(village.Administrator, null, 99_999, null, null, "Why."));
        await Refused(Refusal.Invalid, () => hold.Run(village.Administrator, null, null, "no-such-space", null, "Why."));
        await Refused(Refusal.Invalid, () => hold.Run(village.Administrator, village.Member, null, null, village.Clock.Now(), "Why."));
        await Refused(Refusal.Invalid, () => hold.Run(village.Administrator, village.Member, null, null, null, " "));
        await Refused(Refusal.NotFound, () => village.Verb<EndHold>().Run(village.Administrator, 99_999));
    }

    Task Keep(long by, RetentionKind kind, int? days) => village.Verb<KeepRetention>().Run(by, new Dictionary<RetentionKind, int?> { [kind] = days });

    Task<DateTime?> Before(RetentionKind kind) => village.Read(db => db.ForgottenBefore(kind, village.Clock.Now(), default));

    async Task Sweep()
    {
        foreach (var sweep in new ISweep[] { village.Verb<ForgetDrafts>(), village.Verb<ForgetSessions>(), village.Verb<ForgetNotices>(), village.Verb<ForgetMails>() })
            while (await sweep.Run() > 0) await Task.Yield();
    }

    Task<(int Drafts, int Sessions, int Notices)> Left(params long[] people) => village.Read(async db => (
        await db.Drafts.CountAsync(d => people.Contains(d.PersonId)), await db.Sessions.CountAsync(s => people.Contains(s.PersonId)), await db.Notifications.CountAsync(n => people.Contains(n.PersonId))));

    static async Task Refused(Refusal kind, Func<Task> act) => Assert.Equal(kind, (await Assert.ThrowsAsync<RefusedException>(act)).Kind);
}
