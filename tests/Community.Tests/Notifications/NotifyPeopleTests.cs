using Community.Events;
using Community.Governance;
using Community.Notifications;
using Community.People;
using Community.Questions;
using Community.Spaces;
using Community.Tests.Transfer;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Notifications;

public sealed class NotifyPeopleTests : IAsyncLifetime
{
    EmptyStore store = null!;
    NotifyPeople notify = null!;
    long alice, bob, carla, guest, administrator;

    public async ValueTask InitializeAsync()
    {
        store = await EmptyStore.Make();
        notify = new NotifyPeople(store.Store, TimeProvider.System);
        (alice, bob, carla) = (await Add("Alice Moreau"), await Add("Bob Lindqvist"), await Add("Carla Nunes"));
        (guest, administrator) = (await Add("Gina Guest", Role.Guest), await Add("Ruth Mbeki", Role.Administrator));
        await new MakeSpace(store.Store, TimeProvider.System).Run(administrator, "loans", "Loans", "", Tier.Institution);
        await new MakeSpace(store.Store, TimeProvider.System).Run(administrator, "closed", "Closed", "", Tier.Unit);
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Fact]
    public async Task Who_asked_hears_of_answers_who_answered_of_acceptance_and_who_is_commented_of_comments()
    {
        var question = await Start(alice, TopicKind.Question);
        var answer = await Post(bob, question, Part.Answer);
        await Post(carla, question, Part.Comment, parentId: answer);
        await Post(carla, question, Part.Comment);
        await new AcceptAnswer(store.Store, TimeProvider.System).Run(alice, question, answer);

        Assert.Equal([(alice, NoticeKind.Answer), (bob, NoticeKind.Comment), (alice, NoticeKind.Comment), (bob, NoticeKind.Accepted)], await Notices());
    }

    [Fact]
    public async Task A_reply_reaches_whom_it_answers_and_who_started_the_thread_each_once()
    {
        var thread = await Start(alice);
        var first = await Post(bob, thread);
        await Post(carla, thread, parentId: first, body: "@Alice Moreau and @Bob Lindqvist, look.");
        await Post(alice, thread, body: "Nobody hears of the own act, @Alice Moreau.");

        Assert.Equal([(alice, NoticeKind.Reply), (alice, NoticeKind.Reply), (bob, NoticeKind.Reply)], await Notices());
    }

    [Fact]
    public async Task Who_is_named_or_quoted_hears_of_it_also_in_an_opening_and_when_named_later_but_once_a_post()
    {
        var thread = await Start(alice, body: "What do you think, @Carla Nunes?");
        var reply = await Post(bob, thread, body: "Nothing yet.");
        await new RevisePost(store.Store, new PostTexts(store.Store), TimeProvider.System).Run(bob, reply, new Edit("Ask @Carla Nunes.", "", 1));
        await new RevisePost(store.Store, new PostTexts(store.Store), TimeProvider.System).Run(bob, reply, new Edit("Ask @Carla Nunes again.", "", 2));
        await Notices();
        await Post(alice, thread, body: $"> [!quote post={reply} rev=1]\n> Nothing yet.\n\nWhy?");

        Assert.Equal([(carla, NoticeKind.Mention), (alice, NoticeKind.Reply), (carla, NoticeKind.Mention), (bob, NoticeKind.Mention)], await Notices());
    }

    [Fact]
    public async Task Reading_the_log_again_from_the_start_leaves_nobody_a_second_notice()
    {
        var question = await Start(alice, TopicKind.Question, body: "Perhaps @Carla Nunes knows.");
        var answer = await Post(bob, question, Part.Answer);
        await new AcceptAnswer(store.Store, TimeProvider.System).Run(alice, question, answer);
        await new EnrolPerson(store.Store, TimeProvider.System).Run(administrator, "closed", carla, false);
        await Notices();
        await new RevisePost(store.Store, new PostTexts(store.Store), TimeProvider.System).Run(bob, answer, new Edit("As @Carla Nunes says.", "", 1));
        await new AcceptAnswer(store.Store, TimeProvider.System).Run(alice, question, null);
        await new AcceptAnswer(store.Store, TimeProvider.System).Run(alice, question, answer);
        var before = await Notices();

        await store.Store.Write(async db =>
        {
            (await db.Checkpoints.SingleAsync(c => c.Consumer == notify.Name)).MoveTo(0);
            await db.SaveChangesAsync();
        });

        Assert.Equal([(carla, NoticeKind.Mention), (alice, NoticeKind.Answer), (bob, NoticeKind.Accepted), (carla, NoticeKind.Enrolled), (carla, NoticeKind.Mention)], before);
        Assert.Equal(before, await Notices());
    }

    [Fact]
    public async Task Guests_closed_accounts_and_people_who_came_in_by_an_import_hear_nothing()
    {
        var imported = await store.Store.Write(async db =>
        {
            var person = db.People.Add(Person.Imported("Ida Imported", DateTime.UtcNow, DateTime.UtcNow)).Entity;
            (await db.People.SingleAsync(p => p.Id == bob)).Close(administrator, DateTime.UtcNow);
            await db.SaveChangesAsync();
            var space = await db.Spaces.SingleAsync(s => s.Slug == "loans");
            var topic = db.Topics.Add(Topic.Imported(TopicKind.Question, space.Id, "From elsewhere", person.Id, DateTime.UtcNow, null)).Entity;
            topic.AddImported(Part.Opening, null, person.Id, null, 0, DateTime.UtcNow, [new ImportedText(new PostText("Why?", "<p>Why?</p>", [carla], [], []), person.Id, "", DateTime.UtcNow)]);
            topic.TellImported(DateTime.UtcNow);
            await db.SaveChangesAsync();
            return topic.Id;
        });
        await Post(alice, imported, Part.Answer, body: "@Gina Guest and @Bob Lindqvist and @Ida Imported");

        Assert.Empty(await Notices());
    }

    [Fact]
    public async Task Nobody_hears_of_a_space_that_they_do_not_read_nor_of_a_post_that_is_out_of_sight_by_then()
    {
        var hidden = await Start(administrator, space: "closed", body: "About @Alice Moreau.");
        var thread = await Start(alice);
        var reply = await Post(bob, thread);
        await new WithdrawPost(store.Store, TimeProvider.System).Run(bob, reply);
        await Post(administrator, hidden, body: "And about @Gina Guest.");

        Assert.Empty(await Notices());
    }

    [Fact]
    public async Task The_bell_counts_only_what_may_be_seen_and_was_not()
    {
        await new EnrolPerson(store.Store, TimeProvider.System).Run(administrator, "closed", alice, false);
        var hidden = await Start(alice, space: "closed");
        var thread = await Start(alice);
        await Post(administrator, hidden);
        var reply = await Post(bob, thread);
        await Post(carla, thread);
        await Notices();
        Assert.Equal(4, await Unseen(alice));

        await new WithdrawPost(store.Store, TimeProvider.System).Run(bob, reply);
        Assert.Equal(3, await Unseen(alice));
        await new DismissPerson(store.Store, TimeProvider.System).Run(administrator, "closed", alice);
        Assert.Equal(1, await Unseen(alice));
        await new SeeNotices(store.Store, TimeProvider.System).Run(alice, long.MaxValue, new NoticeSubject(thread, null));
        Assert.Equal(0, await Unseen(alice));
    }

    [Fact]
    public async Task What_came_after_the_page_was_made_stays_to_be_seen()
    {
        var thread = await Start(alice);
        await Post(bob, thread);
        await Notices();
        var upTo = await store.Store.Read(db => db.Notifications.MaxAsync(n => n.Id));
        await Post(carla, thread);
        await Notices();

        await new SeeNotices(store.Store, TimeProvider.System).Run(alice, upTo);

        Assert.Equal(1, await Unseen(alice));
    }

    /// <summary>Lets the consumer read to the end; then all notices that ring, in the order in which they came. What is only followed is in <see cref="WatchTests"/>.</summary>
    async Task<IReadOnlyList<(long, NoticeKind)>> Notices()
    {
        while (await notify.Step(TestContext.Current.CancellationToken)) { }
        return await store.Store.Read(async db => (await db.Notifications.Where(n => !n.IsQuiet).OrderBy(n => n.EventId).ThenBy(n => n.PersonId).ToListAsync()).ConvertAll(n => (n.PersonId, n.Kind)));
    }

    Task<int> Unseen(long personId) => store.Store.Read(async db => await db.UnseenNoticesOf(await db.Viewer(personId), DateTime.UtcNow));

    Task<long> Add(string name, Role role = Role.Member) => store.Store.Write(async db =>
    {
        var person = db.People.Add(new Person(name, role, DateTime.UtcNow)).Entity;
        await db.SaveChangesAsync();
        return person.Id;
    });

    Task<long> Start(long by, TopicKind kind = TopicKind.Thread, string body = "Who knows?", string space = "loans") =>
        new StartTopic(store.Store, new PostTexts(store.Store), TimeProvider.System).Run(by, space, kind, "Wet volumes", body, []);

    Task<long> Post(long by, long topic, Part part = Part.Reply, long? parentId = null, string body = "Like this.") =>
        new AddPost(store.Store, new PostTexts(store.Store), TimeProvider.System).Run(by, topic, part, parentId, body);
}
