using System.Net;
using Community.Events;
using Community.Notifications;
using Community.Notifications.Pushing;
using Community.People;
using Community.Questions.Asking;
using Community.Reports;
using Community.Spaces;
using Community.Topics;
using Community.Topics.Watching;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Pushing;

/// <summary>What is pushed to whom, through a push service on loopback.</summary>
public sealed class PushTests : IAsyncLifetime
{
    static readonly TimeSpan Ripe = PostPushes.Patience + TimeSpan.FromSeconds(2);

    readonly PushCollector collector = new();
    RunningSite site = null!;
    HttpClient browser = null!;
    long asker, answerer;

    public async ValueTask InitializeAsync()
    {
        site = await RunningSite.Start(settings: collector.Settings);
        await site.Verb<MakeSpace>().Run(null, "loans", "Loans", "", Governance.Tier.Institution);
        (asker, answerer) = (await site.Person("Anna Asker"), await site.Person("Otto Answerer"));
        browser = await site.SignedIn("Anna Asker");
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await site.DisposeAsync();
        await collector.DisposeAsync();
    }

    [Fact]
    public async Task An_answer_is_pushed_once_with_the_title_and_who_did_what_and_nothing_of_what_was_written()
    {
        await Subscribe("phone");
        var question = await Ask();
        var answer = await Answer(question, "Interleave it with blotting paper.");
        await site.Quiet();
        await Task.Delay(2_500);
        Assert.Empty(collector.Came);

        site.Clock.Forward(Ripe);
        var came = Assert.Single(await collector.Wait(1));
        Assert.Equal(("phone", "Which paper for wet volumes?", "Otto Answerer answered", $"topic.{question}", $"/posts/{answer}"), (came.Device, came.Title, came.Body, came.Tag, came.Url));
        Assert.DoesNotContain("blotting", came.All, StringComparison.OrdinalIgnoreCase);
        Assert.Equal((32, "86400", "normal"), (came.Topic.Length, came.Ttl, came.Urgency));
        Assert.Equal(new Uri(collector.Address).GetLeftPart(UriPartial.Authority), came.Claims.GetProperty("aud").GetString());
        Assert.Equal("mailto:community@library.example", came.Claims.GetProperty("sub").GetString());
        Assert.InRange(came.Claims.GetProperty("exp").GetInt64() - site.Clock.GetUtcNow().ToUnixTimeSeconds(), 3_600, 86_400);
        Assert.Contains(came.Key, await browser.Page("/account/push"), StringComparison.Ordinal);

        await site.Restart();
        site.Clock.Forward(TimeSpan.FromMinutes(10));
        await Task.Delay(2_500);
        Assert.Single(collector.Came);
        // The next one takes the place of the first, which was not seen, and counts it no second time as new.
        await Answer(question, "Or freeze it.");
        await site.Quiet();
        site.Clock.Forward(Ripe);
        var second = (await collector.Wait(2))[1];
        Assert.Equal((came.Tag, came.Topic, came.Key, "Otto Answerer answered"), (second.Tag, second.Topic, second.Key, second.Body));
        Assert.Equal(2, await site.Store.Read(db => db.Pushes.CountAsync()));
    }

    [Fact]
    public async Task What_waits_is_told_as_one_and_a_crash_between_sending_and_marking_makes_no_second_row()
    {
        await Subscribe("phone");
        var question = await Ask();
        await Answer(question, "Interleave it.");
        await Answer(question, "Or freeze it.");
        await Answer(question, "Or ask the binder.");
        await site.Quiet();
        site.Clock.Forward(Ripe);
        var came = Assert.Single(await collector.Wait(1));
        Assert.Equal("Otto Answerer answered, and 2 more", came.Body);

        // As a program leaves it that is killed before it could mark what it sent.
        await site.Until("the push is marked", db => db.Pushes.AnyAsync(p => p.SentAt != null));
        await site.Store.Write(db => db.Pushes.ExecuteUpdateAsync(set => set.SetProperty(p => p.SentAt, (DateTime?)null)));
        site.Clock.Forward(TimeSpan.FromMinutes(6));
        var again = (await collector.Wait(2))[1];
        Assert.Equal((came.Tag, came.Topic, came.All), (again.Tag, again.Topic, again.All));
        Assert.Equal(1, await site.Store.Read(db => db.Pushes.CountAsync()));
    }

    [Fact]
    public async Task What_was_seen_taken_back_or_lost_meanwhile_is_not_pushed()
    {
        await Subscribe("phone");
        await site.Verb<MakeSpace>().Run(null, "vault", "Vault", "", Governance.Tier.Unit);
        foreach (var person in new[] { asker, answerer }) await site.Verb<EnrolPerson>().Run(site.AdministratorId, "vault", person, false);
        var (seen, back, lost) = (await Ask(), await Ask(), await Ask("vault"));
        await Answer(seen, "Read in time.");
        var post = await Answer(back, "Taken back in time.");
        await Answer(lost, "Nothing for those who left.");
        await site.Quiet();
        collector.Answer = _ => HttpStatusCode.ServiceUnavailable;
        site.Clock.Forward(Ripe);
        // One for each answer, and one for the space. The service takes none at first: what changes until the next try counts.
        await site.Until("four pushes were refused", async db => await db.Pushes.CountAsync(p => p.Tries > 0) == 4);
        await site.Verb<SeeNotices>().Run(asker, long.MaxValue, new NoticeSubject(seen, null));
        await site.Verb<WithdrawPost>().Run(answerer, post);
        await site.Verb<DismissPerson>().Run(site.AdministratorId, "vault", asker);
        collector.Answer = _ => HttpStatusCode.Created;
        site.Clock.Forward(TimeSpan.FromHours(1));

        await site.Until("no push waits", async db => !await db.Pushes.AnyAsync(p => p.SentAt == null));
        Assert.Empty(collector.Came);
        Assert.Equal(4, await site.Store.Read(db => db.Pushes.CountAsync(p => p.IsDropped)));
    }

    [Fact]
    public async Task In_quiet_hours_it_waits_until_they_end()
    {
        await Subscribe("phone");
        var minute = (int)site.Clock.GetUtcNow().TimeOfDay.TotalMinutes;
        await site.Verb<ChoosePreferences>().Run(asker, "Etc/UTC", false, false);
        await site.Verb<ChooseInvitations>().Run(asker, 2, (minute + 1430) % 1440, (minute + 60) % 1440, null);
        await Answer(await Ask(), "Interleave it.");
        await site.Quiet();
        site.Clock.Forward(Ripe);
        await site.Until("it waits", async db => await db.Pushes.AnyAsync(p => p.SentAt == null && p.NextTryAt > site.Clock.GetUtcNow().UtcDateTime.AddMinutes(50)));
        site.Clock.Forward(TimeSpan.FromMinutes(45));
        await Task.Delay(2_500);
        Assert.Empty(collector.Came);

        site.Clock.Forward(TimeSpan.FromMinutes(20));
        Assert.Single(await collector.Wait(1));
    }

    [Fact]
    public async Task What_is_only_followed_or_kept_is_not_pushed()
    {
        await Subscribe("phone");
        var thread = await site.Verb<StartTopic>().Run(answerer, "loans", TopicKind.Thread, "The van is late", "Again.", []);
        await site.Verb<ChooseWatch>().Run(asker, new WatchSubject(TopicId: thread), WatchLevel.Follow);
        await site.Verb<AddPost>().Run(site.AdministratorId, thread, Part.Reply, null, "It stands in the snow.");
        var note = await site.Verb<StartTopic>().Run(asker, "loans", TopicKind.Note, "Wet volumes", "Interleave them.", []);
        var opening = await site.Store.Read(db => db.Posts.Where(p => p.TopicId == note).Select(p => p.Id).FirstAsync());
        await site.Verb<ReportPost>().Run(answerer, opening, ReportOutcome.Failed, "Front desk", null, "The paper stuck.");
        await site.Quiet();
        Assert.True(await site.Store.Read(db => db.Notifications.CountAsync(n => n.PersonId == asker)) >= 2);
        site.Clock.Forward(Ripe);
        var newest = await site.Store.Read(db => db.Notifications.MaxAsync(n => n.Id));
        await site.Until("all were looked at", db => db.Checkpoints.AnyAsync(c => c.Consumer == "pushes" && c.EventId >= newest));

        Assert.Equal(0, await site.Store.Read(db => db.Pushes.CountAsync()));
    }

    [Theory]
    [InlineData(HttpStatusCode.Gone)]
    [InlineData(HttpStatusCode.NotFound)]
    public async Task A_browser_that_is_gone_is_forgotten_with_what_waits_for_it(HttpStatusCode status)
    {
        await Subscribe("phone");
        collector.Answer = _ => status;
        await Answer(await Ask(), "Interleave it.");
        await site.Quiet();
        site.Clock.Forward(Ripe);

        await site.Until("the device is forgotten", async db => !await db.PushDevices.AnyAsync() && !await db.Pushes.AnyAsync());
        Assert.Single(collector.Refused);
    }

    [Fact]
    public async Task A_service_that_is_busy_is_left_alone_as_long_as_it_asks_and_then_gets_it_once()
    {
        await Subscribe("phone");
        (collector.Answer, collector.RetryAfter) = (_ => HttpStatusCode.TooManyRequests, "600");
        await Answer(await Ask(), "Interleave it.");
        await site.Quiet();
        site.Clock.Forward(Ripe);
        await site.Until("it was refused", async db => await db.Pushes.AnyAsync(p => p.Tries == 1));
        (collector.Answer, collector.RetryAfter) = (_ => HttpStatusCode.Created, null);
        Assert.Contains("Not reached last time", await browser.Page("/account/push"), StringComparison.Ordinal);
        site.Clock.Forward(TimeSpan.FromMinutes(9));
        await Task.Delay(2_500);
        Assert.Empty(collector.Came);

        site.Clock.Forward(TimeSpan.FromMinutes(2));
        await collector.Wait(1);
        await Task.Delay(2_500);
        Assert.Single(collector.Came);
        Assert.DoesNotContain("Not reached last time", await browser.Page("/account/push"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_try_waits_longer_and_the_tenth_is_the_last()
    {
        await Subscribe("phone");
        collector.Answer = _ => HttpStatusCode.BadGateway;
        await Answer(await Ask(), "Interleave it.");
        await site.Quiet();
        site.Clock.Forward(Ripe);
        var pauses = new List<double>();
        for (var i = 1; i <= Push.MaxTries; i++)
        {
            var tries = i;
            await site.Until($"try {i} was made", async db => await db.Pushes.AnyAsync(p => p.Tries == tries));
            pauses.Add((await site.Store.Read(db => db.Pushes.Select(p => p.NextTryAt).SingleAsync()) - site.Clock.GetUtcNow().UtcDateTime).TotalSeconds);
            site.Clock.Forward(TimeSpan.FromSeconds(pauses[^1] + 2));
        }

        Assert.Equal([30, 60, 120, 240, 480], pauses.Take(5).Select(pause => (int)(Math.Round(pause / 10) * 10)));
        Assert.True(await site.Store.Read(db => db.Pushes.AnyAsync(p => p.IsDropped && p.LastError == "502")));
        Assert.Equal(Push.MaxTries, collector.Refused.Count);
    }

    [Fact]
    public async Task With_its_session_a_device_ends()
    {
        await Subscribe("phone");
        await browser.PostForm("/sign-out", [], on: "/account");
        await Answer(await Ask(), "Interleave it.");
        await site.Quiet();
        site.Clock.Forward(Ripe);
        await Task.Delay(2_500);

        Assert.Empty(collector.Came);
        await site.Verb<ForgetPushes>().Run();
        Assert.Equal(0, await site.Store.Read(db => db.PushDevices.CountAsync()));
    }

    [Fact]
    public async Task A_test_reaches_the_device_it_is_sent_to_and_removing_ends_it()
    {
        var phone = await Subscribe("phone");
        var other = await site.SignedIn("Anna Asker");
        var desk = await Subscribe("desk", other);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostForm($"/account/push/{desk}/test", [], on: "/account/push")).StatusCode);
        Assert.Equal(("desk", "Notices reach this device."), Assert.Single(await collector.Wait(1)) is var came ? (came.Device, came.Body) : default);

        var stranger = await site.SignedIn("Otto Answerer");
        foreach (var act in new[] { "test", "remove" }) Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostForm($"/account/push/{phone}/{act}", [], on: "/account")).StatusCode);
        await browser.PostForm($"/account/push/{desk}/remove", [], on: "/account/push");
        Assert.Equal([phone], await site.Store.Read(db => db.PushDevices.Select(d => d.Id).ToListAsync()));
    }

    [Fact]
    public async Task One_person_has_ten_devices_at_most_and_a_browser_is_one_persons()
    {
        for (var i = 0; i < PushDevice.MostPerPerson; i++) await site.Verb<TellDevice>().Run(asker, await Session(asker), collector.Device($"device-{i}"), "Firefox/150");
        var refused = await Assert.ThrowsAsync<RefusedException>(async () => await site.Verb<TellDevice>().Run(asker, await Session(asker), collector.Device("one-more"), "Firefox/150"));
        Assert.Equal(Refusal.TooMany, refused.Kind);

        var shared = collector.Device("device-0");
        await site.Verb<TellDevice>().Run(answerer, await Session(answerer), shared, "Firefox/150");
        Assert.Equal([answerer], await site.Store.Read(db => db.PushDevices.Where(d => d.Endpoint == shared.Endpoint).Select(d => d.PersonId).ToListAsync()));
    }

    Task<Guid> Session(long person) => site.Verb<StartSession>().Run(person, null, "Firefox/150");

    async Task<long> Subscribe(string name, HttpClient? by = null)
    {
        var device = collector.Device(name);
        var answer = await (by ?? browser).PostForm("/account/push", [("endpoint", device.Endpoint), ("p256dh", device.P256dh), ("auth", device.Auth)]);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return await site.Store.Read(db => db.PushDevices.Where(d => d.Endpoint == device.Endpoint).Select(d => d.Id).SingleAsync());
    }

    Task<long> Ask(string space = "loans") => site.Verb<StartTopic>().Run(asker, space, TopicKind.Question, "Which paper for wet volumes?", "They came in today.", []);

    Task<long> Answer(long question, string text) => site.Verb<AddPost>().Run(answerer, question, Part.Answer, null, text);
}
