using Community.Events;
using Community.Notifications;
using Community.Questions;
using Community.Questions.Duplicates;
using Community.Questions.Rearranging;
using Community.Reports;
using Community.Search;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Community.Tests.Questions;

/// <summary>Split, merge, move, close, reopen, duplicate: permalinks, votes, acceptance, followers, search and live agree afterwards.</summary>
public sealed class RearrangingTests(Village village) : IClassFixture<Village>
{
    [Fact]
    public async Task Posts_go_into_another_topic_with_what_stands_under_them_and_with_all_that_hangs_on_them()
    {
        var (source, target) = (await Ask(village.Colleague), await Ask(village.Member));
        var (stays, goes) = (await village.Add(village.Writer, source, Part.Answer), await village.Add(village.Member, source, Part.Answer, body: "Linen @Bob Hansen."));
        var comment = await village.Add(village.Colleague, source, Part.Comment, goes);
        await village.Verb<CastVote>().Run(village.Steward, goes, 1);
        await village.Verb<BookmarkPost>().Run(village.Steward, goes, true);
        await village.Verb<ReportPost>().Run(village.Steward, goes, ReportOutcome.Worked, null, null, null);
        await village.Verb<RevisePost>().Run(village.Member, goes, new Edit("Linen, @Bob Hansen.", "A comma.", 1));
        await Catch();
        var before = await village.Post(goes);
        village.Clock.Pass(TimeSpan.FromHours(1));

        await village.Verb<MovePosts>().Run(village.Steward, source, [goes], target, "It answers that one.");

        var after = await village.Post(goes);
        Assert.Equal((target, Part.Answer, null, before.AuthorId, before.CreatedAt, 1, 2), (after.TopicId, after.Part, after.ParentId, after.AuthorId, after.CreatedAt, after.Score, after.Revisions.Count));
        Assert.Equal((target, Part.Comment, (long?)goes), await Place(comment));
        Assert.Equal(source, (await village.Post(stays)).TopicId);
        Assert.Equal((1, 1, 1, 1), await village.Read(async db => (await db.Votes.CountAsync(v => v.PostId == goes), await db.Bookmarks.CountAsync(b => b.PostId == goes), await db.Reports.CountAsync(r => r.PostId == goes), await db.Mentions.CountAsync(m => m.PostId == goes))));
        Assert.Equal([(RearrangementKind.Move, source, target, 2, "It answers that one.")], (await village.Read(db => db.Rearrangements.AsNoTracking().Where(r => r.FromId == source).ToListAsync())).Select(r => (r.Kind, r.FromId, r.ToId, r.PostCount, r.Reason)));
        await Agree(source, target);
        // Nobody hears twice, and what they heard leads to where the post is.
        Assert.Equal([target], await village.Read(db => db.Notifications.Where(n => n.PostId == goes && n.PersonId == village.Colleague).Select(n => n.TopicId!.Value).ToListAsync()));
        Assert.Equal(2, await village.Read(db => db.Events.CountAsync(e => e.Kind == EventKind.PostsMoved && (e.TopicId == source || e.TopicId == target))));
    }

    [Theory]
    [InlineData(TopicKind.Question, TopicKind.Thread)]
    [InlineData(TopicKind.Question, TopicKind.Question)]
    [InlineData(TopicKind.Question, TopicKind.Note)]
    [InlineData(TopicKind.Thread, TopicKind.Thread)]
    [InlineData(TopicKind.Thread, TopicKind.Question)]
    [InlineData(TopicKind.Thread, TopicKind.Note)]
    [InlineData(TopicKind.Note, TopicKind.Thread)]
    [InlineData(TopicKind.Note, TopicKind.Question)]
    public async Task Parts_follow_the_kind_of_the_topic_that_posts_come_into(TopicKind from, TopicKind to)
    {
        var (source, target) = (await village.Start(village.Colleague, from), await village.Start(village.Writer, to));
        var first = await village.Add(village.Member, source, from switch { TopicKind.Question => Part.Answer, TopicKind.Thread => Part.Reply, _ => Part.Comment });
        var under = await village.Add(village.Colleague, source, from == TopicKind.Thread ? Part.Reply : Part.Comment, first);
        var comment = await village.Add(village.Writer, source, Part.Comment);

        await village.Verb<MovePosts>().Run(village.Steward, source, [first, comment], target, "It belongs there.");
        foreach (var id in new[] { first, under, comment }) Assert.Equal(target, (await village.Post(id)).TopicId);
        await Agree(source, target);

        if (from == TopicKind.Note) return;

        var opening = await village.Opening(source);
        var last = await village.Add(village.Member, source, from == TopicKind.Question ? Part.Answer : Part.Reply);
        await village.Verb<MergeTopics>().Run(village.Steward, source, target, "They are one.");
        foreach (var id in new[] { opening, last }) Assert.Equal(target, (await village.Post(id)).TopicId);
        Assert.Equal(to == TopicKind.Thread ? Part.Reply : to == TopicKind.Note || from == TopicKind.Question ? Part.Comment : Part.Answer, (await village.Post(opening)).Part);
        await Agree(source, target);
    }

    [Theory]
    [InlineData(TopicKind.Question)]
    [InlineData(TopicKind.Thread)]
    public async Task Some_posts_become_a_topic_of_their_own_that_their_first_author_started(TopicKind kind)
    {
        var source = await village.Start(village.Colleague, TopicKind.Thread, tags: "tape");
        var first = await village.Add(village.Member, source, Part.Reply);
        var under = await village.Add(village.Writer, source, Part.Reply, first);
        await village.Add(village.Writer, source, Part.Reply);
        var other = await village.Add(village.Steward, source, Part.Reply);
        await village.Verb<MarkRead>().Run(village.Colleague, source, under);
        await village.Verb<SaveDraft>().Run(village.Colleague, DraftPlace.CommentUnder(first), new DraftText("On its way."), null);
        await Catch();

        var made = await village.Verb<SplitTopic>().Run(village.Steward, source, [first, other], Village.Institution, kind, "Which glue?", "Another subject.");

        var topic = await village.Topic(made);
        Assert.Equal((kind, "Which glue?", village.Member, "tape"), (topic.Kind, topic.Title, topic.AuthorId, topic.Tags.Single().Tag!.Name));
        Assert.Equal((made, Part.Opening, null), await Place(first));
        Assert.Equal((made, kind == TopicKind.Thread ? Part.Reply : Part.Comment, kind == TopicKind.Thread ? null : first), await Place(under) is var (t, p, parent) ? (t, p, kind == TopicKind.Thread ? null : parent) : default);
        Assert.Equal((made, kind == TopicKind.Thread ? Part.Reply : Part.Answer, null), await Place(other));
        Assert.Equal(under, await village.Read(db => db.ReadMarks.Where(m => m.TopicId == made && m.PersonId == village.Colleague).Select(m => m.PostId).SingleAsync()));
        Assert.Equal(made, await village.Read(db => db.Drafts.Where(d => d.PersonId == village.Colleague && d.Place == $"comment/{first}").Select(d => d.TopicId).SingleAsync()));
        await Agree(source, made);
    }

    [Fact]
    public async Task Of_a_merged_topic_nothing_is_left_and_who_followed_it_follows_the_other()
    {
        var (source, target) = (await Ask(village.Colleague), await Ask(village.Member));
        var (again, older) = (await Ask(village.Writer), await Ask(village.Guest, Village.Public));
        await village.Verb<MarkDuplicate>().Run(village.Writer, again, source, "The same.");
        var answer = await village.Add(village.Steward, source, Part.Answer);
        await village.Verb<AcceptAnswer>().Run(village.Colleague, source, answer);
        await village.Verb<PinTopic>().Run(village.Steward, source, true);

        await village.Verb<MergeTopics>().Run(village.Steward, source, target, "They are one.");

        var left = await village.Topic(source);
        Assert.Equal((Standing.Merged, Outcome.Merged, 0, true), (left.Standing, left.Closures.Single().Outcome, left.ReplyCount, left.IsClosed));
        Assert.False(await village.Read(db => db.Posts.AnyAsync(p => p.TopicId == source)));
        Assert.False(await village.Read(async db => await db.Topics.VisibleTo(await db.Viewer(village.Administrator)).AnyAsync(t => t.Id == source)));
        Assert.Equal(answer, await village.Read(db => db.Acceptances.Where(a => a.TopicId == target).Select(a => a.PostId).SingleAsync()));
        Assert.Equal([(source, LinkKind.Merged), (again, LinkKind.Duplicate)], (await village.Read(db => db.TopicLinks.Where(l => l.ToTopicId == target).OrderBy(l => l.FromTopicId).ToListAsync())).Select(l => (l.FromTopicId, l.Kind)));
        await village.Add(village.Steward, target, Part.Answer);
        await Agree(source, target);
        Assert.Equal([village.Writer, village.Member, village.Colleague], await village.Read(db => db.Notifications.Where(n => n.TopicId == target && n.Kind == NoticeKind.Answer && n.PostId != answer).OrderBy(n => n.PersonId).Select(n => n.PersonId).ToListAsync()));
        await VillageActs.Refused(Refusal.NotFound, () => village.Verb<ReopenTopic>().Run(village.Steward, source, "x"));
        await VillageActs.Refused(Refusal.NotFound, () => village.Add(village.Member, source, Part.Comment));

        // A guest who may not see where the posts go does not follow them.
        await village.Verb<MergeTopics>().Run(village.Administrator, older, target, "They are one.", openly: true);
        Assert.False(await village.Read(db => db.TopicFollows.AnyAsync(f => f.TopicId == target && f.PersonId == village.Guest)));
        await Agree(older, target);
    }

    [Fact]
    public async Task A_question_that_leads_to_another_one_is_merged_into_it_all_the_same_and_what_led_to_it_leads_on()
    {
        var (one, two, three) = (await Ask(village.Colleague), await Ask(village.Member), await Ask(village.Writer));
        await village.Verb<MergeTopics>().Run(village.Steward, one, two, "They are one.");
        await village.Verb<MarkDuplicate>().Run(village.Member, two, three, "The same.");
        await village.Verb<MergeTopics>().Run(village.Steward, two, three, "They are one.");

        Assert.Equal([(one, three, LinkKind.Merged), (two, three, LinkKind.Merged)], (await village.Read(db => db.TopicLinks.Where(l => l.FromTopicId == one || l.FromTopicId == two).OrderBy(l => l.FromTopicId).ToListAsync())).Select(l => (l.FromTopicId, l.ToTopicId, l.Kind)));
        Assert.Equal([village.Member, village.Colleague], await village.Read(db => db.TopicFollows.Where(f => f.TopicId == three && f.FromTopicId == two).OrderBy(f => f.PersonId).Select(f => f.PersonId).ToListAsync()));
        await Agree(two, three);
    }

    [Fact]
    public async Task An_acceptance_goes_with_its_answer_or_ends_and_says_so()
    {
        var (source, free, taken, thread) = (await Ask(village.Colleague), await Ask(village.Member), await Ask(village.Member), await village.Start(village.Member));
        var answer = await village.Add(village.Writer, source, Part.Answer);
        var there = await village.Add(village.Writer, taken, Part.Answer);
        await village.Verb<AcceptAnswer>().Run(village.Colleague, source, answer);
        await village.Verb<AcceptAnswer>().Run(village.Member, taken, there);

        await village.Verb<MovePosts>().Run(village.Steward, source, [answer], free, "x");
        Assert.Equal([(free, answer, (long?)village.Colleague)], (await village.Read(db => db.Acceptances.AsNoTracking().Where(a => a.PostId == answer).ToListAsync())).Select(a => (a.TopicId, a.PostId, a.ById)));

        await village.Verb<MovePosts>().Run(village.Steward, free, [answer], taken, "x");
        Assert.Equal(there, await village.Read(db => db.Acceptances.Where(a => a.TopicId == taken).Select(a => a.PostId).SingleAsync()));
        Assert.Equal(answer, await village.Read(db => db.Rearrangements.Where(r => r.ToId == taken).Select(r => r.EndedPostId).SingleAsync()));

        await village.Verb<MovePosts>().Run(village.Steward, taken, [there], thread, "x");
        Assert.Equal(0, await village.Read(db => db.Acceptances.CountAsync(a => a.PostId == there || a.PostId == answer)));
        Assert.Equal(1, await village.Read(db => db.Events.CountAsync(e => e.Kind == EventKind.Unaccepted && e.SubjectId == there)));
        await Agree(taken, thread);
    }

    [Fact]
    public async Task Posts_come_where_others_read_only_by_who_moderates_both_spaces_and_means_it()
    {
        var (inside, outside) = (await village.Start(village.Writer, space: Village.Unit), await village.Start(village.Writer, space: Village.Public));
        var reply = await village.Add(village.Member, inside, Part.Reply);
        // Stella is steward of both, and no moderator; Mo moderates one, and does not read the other.
        await VillageActs.Refused(Refusal.Forbidden, () => village.Verb<MovePosts>().Run(village.Steward, inside, [reply], outside, "x", openly: true));
        await VillageActs.Refused(Refusal.Forbidden, () => village.Verb<SplitTopic>().Run(village.Steward, inside, [reply], Village.Institution, TopicKind.Thread, "Out", "x", openly: true));
        await VillageActs.Refused(Refusal.NotFound, () => village.Verb<MovePosts>().Run(village.Moderator, inside, [reply], outside, "x", openly: true));
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<MergeTopics>().Run(village.Administrator, inside, outside, "x"));
        Assert.Equal(inside, (await village.Post(reply)).TopicId);

        await village.Verb<MovePosts>().Run(village.Administrator, inside, [reply], outside, "x", openly: true);
        Assert.Equal(outside, (await village.Post(reply)).TopicId);
        // The other way fewer read them.
        await village.Verb<MovePosts>().Run(village.Steward, outside, [reply], inside, "x");
        await Agree(inside, outside);
    }

    [Fact]
    public async Task What_cannot_go_is_refused_and_stays()
    {
        var (source, target, note) = (await Ask(village.Colleague), await Ask(village.Member), await village.Start(village.Member, TopicKind.Note));
        var (answer, elsewhere) = (await village.Add(village.Writer, source, Part.Answer), await village.Add(village.Writer, target, Part.Answer));
        var opening = await village.Opening(source);
        Task Move(long person, long[] posts, long into, string reason = "x") => village.Verb<MovePosts>().Run(person, source, posts, into, reason);

        await VillageActs.Refused(Refusal.Forbidden, () => Move(village.Colleague, [answer], target));
        await VillageActs.Refused(Refusal.Invalid, () => Move(village.Steward, [], target));
        await VillageActs.Refused(Refusal.Invalid, () => Move(village.Steward, [answer], target, " "));
        await VillageActs.Refused(Refusal.Invalid, () => Move(village.Steward, [answer], source));
        await VillageActs.Refused(Refusal.Invalid, () => Move(village.Steward, [opening], target));
        await VillageActs.Refused(Refusal.Conflict, () => Move(village.Steward, [elsewhere], target));
        await VillageActs.Refused(Refusal.NotFound, () => Move(village.Steward, [answer], 999_999));
        await VillageActs.Refused(Refusal.Invalid, () => village.Verb<MergeTopics>().Run(village.Steward, note, target, "x"));
        await VillageActs.Refused(Refusal.Invalid, () => village.Verb<SplitTopic>().Run(village.Steward, source, [answer], Village.Institution, TopicKind.Thread, " ", "x"));
        await VillageActs.Refused(Refusal.Invalid, () => village.Verb<SplitTopic>().Run(village.Steward, source, [answer], Village.Institution, TopicKind.Note, "A note", "x"));
        await village.Verb<CloseTopic>().Run(village.Member, target, Outcome.Decided, "x");
        await VillageActs.Refused(Refusal.Conflict, () => Move(village.Steward, [answer], target));
        await village.Verb<RemovePost>().Run(village.Administrator, answer, "x");
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<SplitTopic>().Run(village.Steward, source, [answer], Village.Institution, TopicKind.Thread, "Out of sight", "x"));
        await village.Verb<UnnamePost>().Run(village.Colleague, opening);
        var open = await Ask(village.Member);
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<MergeTopics>().Run(village.Steward, source, open, "x"));
        await Agree(source, target);
    }

    [Fact]
    public async Task Of_two_who_merge_each_into_the_other_one_is_refused()
    {
        var (one, two) = (await Ask(village.Member), await Ask(village.Member));
        var both = await Task.WhenAll(Try(() => village.Verb<MergeTopics>().Run(village.Steward, one, two, "x")), Try(() => village.Verb<MergeTopics>().Run(village.Administrator, two, one, "x")));
        Assert.Equal(1, both.Count(done => done));
        await Agree(one, two);
    }

    /// <summary>What names a topic, and what becomes of it when posts go to another one. Whoever adds a table says it here.</summary>
    static readonly Dictionary<string, string> Decided = new()
    {
        ["Post.TopicId"] = "goes, by Post.GoTo alone",
        ["Acceptance.TopicId"] = "goes with its answer, or ends",
        ["Notification.TopicId"] = "goes with its post, when NotifyPeople comes to the event",
        ["Draft.TopicId"] = "goes with the post that it was begun for; a reply with a merged topic",
        ["ReadMark.TopicId"] = "stays; a new topic gets the marks of the one that it came from",
        ["TopicFollow.TopicId"] = "follows a merge, as far as the gate lets it",
        ["Mail.TopicId"] = "stays: a letter tells what its person has not seen when it goes out",
        ["Push.TopicId"] = "stays: a push tells what its person has not seen when it goes out",
        ["Watch.TopicId"] = "stays; who follows the one follows where it leads, as far as the gate lets them",
        ["LegalHold.TopicId"] = "stays; what goes from a held topic to another one is held there, too",
        ["Submission.TopicId"] = "stays: what waits is posted where it was meant, or its author hears that this is not possible any more",
        ["TopicFollow.FromTopicId"] = "stays",
        ["Policy.TopicId"] = "stays; a merged topic is not shown as where a rule came about",
        ["TopicLink.ToTopicId"] = "leads on after a merge, other than what was merely related",
        ["TopicLink.FromTopicId"] = "stays",
        ["Rearrangement.FromId"] = "is the record of it",
        ["Rearrangement.ToId"] = "is the record of it",
        ["SlowMode.TopicId"] = "stays: it is of the topic",
        ["AuditRecord.TopicId"] = "stays: the log is never changed",
        ["Pin.TopicId"] = "ends with a merge",
        ["TopicTag.TopicId"] = "stays; a new topic gets the subjects of the one that it came from",
        ["Closure.TopicId"] = "stays: it is of the topic",
        ["QuestionClock.TopicId"] = "is worked out anew from the answers, by FollowQuestions",
        ["Invitation.TopicId"] = "stays, and ends with its question, by FollowQuestions",
        ["AskedOf.TopicId"] = "stays: it is of the question",
        ["Event.TopicId"] = "stays: the log is never changed",
        ["SearchFind.TopicId"] = "stays: that the search found it there was told",
        ["GapClaim.TopicId"] = "stays: what was written for the gap",
        ["Find.TopicId"] = "stays: that it was found there; a merged topic credits nobody any more",
        ["Need.TopicId"] = "stays: it is of the question",
        ["SameQuestion.TopicId"] = "stays; who has it follows a merge like its followers",
        ["TopicMask.TopicId"] = "stays: what was asked without a name goes nowhere",
        ["MaskLook.TopicId"] = "stays: it is the record of a look",
        ["Trial.TopicId"] = "stays; of a merged topic pages show none",
        ["PathStation.TopicId"] = "stays; a merged topic is a broken station, which the path's keepers see",
        ["Decision.NoteId"] = "notes are not merged this way",
        ["NoteLink.NoteId"] = "notes are not merged this way",
    };

    [Fact]
    public async Task Every_table_that_names_a_topic_is_decided_on()
    {
        await using var db = village.Context();
        var ofNotes = typeof(Community.Notes.NoteStewardship).Namespace!;
        var named = db.Model.GetEntityTypes().SelectMany(type => type.GetForeignKeys().Where(key => key.PrincipalEntityType.ClrType == typeof(Topic)).SelectMany(key => key.Properties)
                .Concat(type.GetProperties().Where(property => property.Name == "TopicId")).Distinct().Select(property => (Type: type.ClrType, Name: $"{type.ClrType.Name}.{property.Name}")))
            // The text of a note is its opening, which stays, and so does all that hangs on it.
            .Where(one => !one.Type.Namespace!.StartsWith(ofNotes, StringComparison.Ordinal) || one.Name == "PathStation.TopicId").Select(one => one.Name);
        Assert.Equal(Decided.Keys.Order(StringComparer.Ordinal), named.Distinct().Order(StringComparer.Ordinal));
    }

    Task<long> Ask(long personId, string space = Village.Institution) => village.Start(personId, TopicKind.Question, space);

    async Task<(long, Part, long?)> Place(long postId) => await village.Post(postId) is var post ? (post.TopicId, post.Part, post.ParentId) : default;

    async Task Catch()
    {
        foreach (var consumer in new StoredConsumer[] { new NotifyPeople(village.Store, village.Clock), new FollowQuestions(village.Store, village.Clock) })
            while (await consumer.Step(TestContext.Current.CancellationToken)) { }
    }

    /// <summary>Read anew, figures, parts and the index say the same of both.</summary>
    async Task Agree(long source, long target)
    {
        await Catch();
        await village.Read(async db =>
        {
            foreach (var topic in await db.Topics.AsNoTracking().Include(t => t.Closures).Include(t => t.Posts).Where(t => t.Id == source || t.Id == target).ToListAsync())
            {
                var posts = topic.Posts;
                Assert.Equal(posts.Count(p => p.Part is Part.Reply or Part.Answer && p.Standing == Standing.Published), topic.ReplyCount);
                Assert.Equal(posts.Where(p => p.Part is Part.Reply or Part.Answer).Select(p => p.CreatedAt).Append(topic.CreatedAt).Max(), topic.LastPostAt);
                Assert.Equal(posts.SingleOrDefault(p => p.Part == Part.Opening)?.Standing ?? Standing.Merged, topic.Standing);
                Assert.Equal(topic.ClosedAt is null ? 0 : 1, topic.Closures.Count(c => c.ReopenedAt is null));
                Assert.All(posts, p => Assert.True(p.Part is Part.Opening or Part.Comment || p.Part == topic.ReplyPart));
                Assert.All(posts.Where(p => p.Part == Part.Comment), p => Assert.NotNull(p.ParentId));
                Assert.All(posts.Where(p => p.ParentId is not null), p => Assert.Contains(posts, above => above.Id == p.ParentId && (p.Part == Part.Comment || above.Part != Part.Opening)));
                if (await db.Acceptances.FindAsync(topic.Id) is { } acceptance) Assert.Contains(posts, p => p.Id == acceptance.PostId);
            }

            return true;
        });

        using var index = new SearchIndex(village.Data, NullLogger<SearchIndex>.Instance);
        var check = await new CheckIndex(village.Data, village.Get<ContextFactory>(), new SearchConsumer(index, village.Get<ContextFactory>(), village.Data, TimeProvider.System), index).Run(TestContext.Current.CancellationToken);
        Assert.True(check.IsRight);
    }

    static async Task<bool> Try(Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (RefusedException)
        {
            return false;
        }
    }
}
