using Community.Events;
using Community.Governance;
using Community.Notifications;
using Community.People;
using Community.Questions;
using Community.Questions.Asking;
using Community.Reports;
using Community.Spaces;
using Community.Topics;
using Community.Topics.Masks;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Topics.Masks;

/// <summary>Questions without a name: what is stored, who may what, and each look on record.</summary>
public sealed class MaskTests(Village village) : IClassFixture<Village>
{
    /// <summary>Where a person's own rows stand that nobody else is shown, and the one row of the mask itself.</summary>
    static readonly string[] Private = ["Masks.PersonId", "Drafts.PersonId", "ReadMarks.PersonId", "Bookmarks.PersonId", "Votes.PersonId", "Notifications.PersonId", "Attachments.OwnerId", "IdempotencyKeys.PersonId"];

    long Asker => village.Colleague;

    [Fact]
    public async Task A_space_takes_them_when_its_stewards_say_so_and_not_before()
    {
        await village.Verb<AllowMasks>().Run(village.Steward, Village.Public, false);
        var refused = await VillageActs.Refused(Refusal.Invalid, () => Ask(Village.Public));
        Assert.Equal("Masked", refused.Field);
        await VillageActs.Refused(Refusal.Forbidden, () => village.Verb<AllowMasks>().Run(village.Member, Village.Public, true));
        Assert.Equal(0, await village.Read(db => db.People.CountAsync(p => p.IsMask && !db.Set<TopicMask>().Any(m => m.MaskId == p.Id))));

        await village.Verb<AllowMasks>().Run(village.Steward, Village.Public, true);
        var topic = await Ask(Village.Public);
        await village.Verb<AllowMasks>().Run(village.Steward, Village.Public, false);
        await VillageActs.Refused(Refusal.Invalid, () => Ask(Village.Public));
        Assert.NotNull((await village.Topic(topic)).MaskedAt);
    }

    [Fact]
    public async Task Whatever_the_asker_does_in_it_names_nobody_in_any_row_that_others_are_shown()
    {
        var asker = await village.Person("Zephyrine Quill");
        var topic = await All(asker);

        Assert.Equal([], (await PlacesOf(asker)).Except([.. Private, "Events.ActorId"]));
        // Of the log, only votes: their actor is shown to nobody.
        Assert.Equal([EventKind.Voted], await village.Read(db => db.Events.Where(e => e.ActorId == asker || e.SubjectId == asker && e.TopicId == null && e.Kind != EventKind.Welcomed).Select(e => e.Kind).Distinct().ToListAsync()));
        var mask = (await village.Topic(topic)).AuthorId;
        Assert.Equal(mask, await village.Read(db => db.TopicMasks.Where(m => m.TopicId == topic).Select(m => m.MaskId).SingleAsync()));
        Assert.All(await village.Read(db => db.Posts.Where(p => p.TopicId == topic && p.AuthorId == mask).ToListAsync()), post => Assert.NotNull(post.UnnamedAt));
        Assert.Equal(Mask.Name, await village.Read(db => db.People.Where(p => p.Id == mask).Select(p => p.Name).SingleAsync()));
    }

    [Fact]
    public async Task Each_question_has_a_mask_of_its_own()
    {
        await Allow();
        var (one, other) = (await Ask(), await Ask());

        Assert.NotEqual((await village.Topic(one)).AuthorId, (await village.Topic(other)).AuthorId);
    }

    [Fact]
    public async Task The_asker_has_the_rights_of_one_and_nobody_else_has()
    {
        await Allow();
        var topic = await Ask();
        var (opening, answer) = (await village.Opening(topic), await village.Add(village.Member, topic, Part.Answer));

        await VillageActs.Refused(Refusal.Forbidden, () => village.Verb<AcceptAnswer>().Run(village.Writer, topic, answer));
        await VillageActs.Refused(Refusal.Forbidden, () => village.Verb<RevisePost>().Run(village.Writer, opening, new Edit("Mine now.", null, null)));
        await VillageActs.Refused(Refusal.Forbidden, () => village.Verb<CloseTopic>().Run(village.Writer, topic, Outcome.Answered, "So."));
        await VillageActs.Refused(Refusal.Forbidden, () => village.Verb<CastVote>().Run(Asker, opening, 1));
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<WithdrawPost>().Run(Asker, opening));

        await village.Verb<AcceptAnswer>().Run(Asker, topic, answer);
        await village.Verb<RevisePost>().Run(Asker, opening, new Edit("And the corners?", "corners", 1, "Which tape for corners?"));
        await village.Verb<CastVote>().Run(Asker, answer, 1);
        var comment = await village.Add(Asker, topic, Part.Comment, answer, "That helped.");
        await village.Verb<WithdrawPost>().Run(Asker, comment);
        await village.Verb<RestorePost>().Run(Asker, comment);
        await village.Verb<CloseTopic>().Run(Asker, topic, Outcome.Answered, "It holds.");
        await village.Verb<ReopenTopic>().Run(Asker, topic, "It does not.");
        Assert.Equal("Which tape for corners?", (await village.Topic(topic)).Title);

        var taken = await Ask();
        await village.Verb<WithdrawPost>().Run(Asker, await village.Opening(taken));
        Assert.Equal(Standing.Withdrawn, (await village.Topic(taken)).Standing);
        var (own, others) = await village.Read(async db => (await db.Viewer(Asker), await db.Viewer(village.Member)));
        var withdrawn = await village.Post(await village.Opening(taken));
        Assert.True(withdrawn.IsReadableBy(own));
        Assert.False(withdrawn.IsReadableBy(others));
    }

    [Fact]
    public async Task Who_answers_reaches_the_asker_and_nobody_hears_of_the_own_act()
    {
        await Allow();
        var notify = new NotifyPeople(village.Store, village.Clock);
        await Follow(notify);
        var topic = await Ask();
        var answer = await village.Add(village.Member, topic, Part.Answer);
        await village.Add(Asker, topic, Part.Comment, answer, "Thanks.");
        await village.Add(Asker, topic, Part.Comment, null, "And I see that @Bob Hansen would know.");
        await village.Verb<AcceptAnswer>().Run(Asker, topic, answer);
        await village.Verb<LookBehindMask>().Run(village.Steward, topic, "It names a reader.");
        await Follow(notify);

        var notices = await village.Read(db => db.Notifications.Where(n => n.TopicId == topic && !n.IsQuiet).OrderBy(n => n.Id).Select(n => new { n.PersonId, n.Kind, n.ActorId }).ToListAsync());
        Assert.Equal([(Asker, NoticeKind.Answer), (village.Member, NoticeKind.Comment), (village.Member, NoticeKind.Accepted), (Asker, NoticeKind.MaskLooked)], notices.Select(n => (n.PersonId, n.Kind)));
        Assert.DoesNotContain(notices, n => n.ActorId == Asker);
    }

    [Fact]
    public async Task To_invite_the_asker_is_refused_to_the_asker_alone_because_a_refusal_would_tell()
    {
        await Allow();
        var topic = await Ask();

        await VillageActs.Refused(Refusal.Invalid, () => village.Verb<InviteToAnswer>().Run(Asker, topic, Asker));
        await VillageActs.Refused(Refusal.Invalid, () => village.Verb<AskQuestion>().Run(Asker, Village.Institution, "Whom?", "Me.", [], AskedWhom.People, [Asker], masked: true));
        await village.Verb<InviteToAnswer>().Run(village.Member, topic, Asker);
        await village.Verb<InviteToAnswer>().Run(Asker, topic, village.UnitMember);

        Assert.Equal([(Asker, village.Member), (village.UnitMember, (await village.Topic(topic)).AuthorId)],
            await village.Read(async db => (await db.Invitations.Where(i => i.TopicId == topic).OrderBy(i => i.Id).ToListAsync()).Select(i => (i.PersonId, i.ById ?? 0))));
    }

    [Fact]
    public async Task Only_a_steward_of_the_space_looks_with_a_reason_and_each_look_is_on_record()
    {
        await Allow();
        var topic = await Ask();
        var look = village.Verb<LookBehindMask>();
        foreach (var other in new[] { village.Member, village.Moderator, village.Administrator, Asker })
            await VillageActs.Refused(Refusal.Forbidden, () => look.Run(other, topic, "I would like to know."));
        await VillageActs.Refused(Refusal.NotFound, () => look.Run(village.Guest, topic, "I would like to know."));
        await VillageActs.Refused(Refusal.Invalid, () => look.Run(village.Steward, topic, "  "));
        await VillageActs.Refused(Refusal.NotFound, async () => await look.Run(village.Steward, await village.Start(village.Writer, TopicKind.Question), "Who?"));
        Assert.False(await village.Read(db => db.MaskLooks.AnyAsync(l => l.TopicId == topic)));

        var seen = await look.Run(village.Steward, topic, "It names a reader.");
        await look.Run(village.Steward, topic, "Again.");

        Assert.Equal((Asker, "Bob Hansen"), (seen.Id, seen.Name));
        Assert.Equal([(village.Steward, "It names a reader."), (village.Steward, "Again.")], await village.Read(async db => (await db.MaskLooks.Where(l => l.TopicId == topic).OrderBy(l => l.Id).ToListAsync()).Select(l => (l.ById, l.Reason))));
        Assert.Equal(2, await village.Read(db => db.Events.CountAsync(e => e.TopicId == topic && e.Kind == EventKind.MaskLooked)));
        Assert.True(EventKind.MaskLooked.HidesActor);
    }

    [Fact]
    public async Task It_is_moved_only_to_where_such_are_taken_and_the_first_space_s_stewards_stay_the_ones_who_look()
    {
        await Allow();
        await village.Verb<AllowMasks>().Run(village.Steward, Village.Partners, false);
        var topic = await Ask();
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<MoveTopic>().Run(village.Moderator, topic, Village.Partners));

        await village.Verb<AllowMasks>().Run(village.Steward, Village.Partners, true);
        await village.Verb<MoveTopic>().Run(village.Moderator, topic, Village.Partners);
        var there = await village.Person("Tess There");
        await village.Enrol(Village.Partners, there, asSteward: true);

        await VillageActs.Refused(Refusal.Forbidden, () => village.Verb<LookBehindMask>().Run(there, topic, "It is here now."));
        Assert.Equal(Asker, (await village.Verb<LookBehindMask>().Run(village.Steward, topic, "It was asked with us.")).Id);
    }

    [Fact]
    public async Task The_asker_alone_takes_it_off_and_stands_then_at_all_of_it()
    {
        var asker = await village.Person("Zachary Quill");
        var topic = await All(asker);
        var (mask, before) = ((await village.Topic(topic)).AuthorId, (await PlacesOf((await village.Topic(topic)).AuthorId)).ToList());
        foreach (var other in new[] { village.Steward, village.Administrator, village.Member })
            await VillageActs.Refused(Refusal.Forbidden, () => village.Verb<TakeMaskOff>().Run(other, topic));

        await village.Verb<TakeMaskOff>().Run(asker, topic);

        Assert.Equal([], (await PlacesOf(mask)).Except(["Masks.Id", "TopicMasks.MaskId", "Events.ActorId"]));
        Assert.Subset((await PlacesOf(asker)).ToHashSet(), before.Except(["Masks.Id", "TopicMasks.MaskId"]).ToHashSet());
        Assert.Null((await village.Topic(topic)).MaskedAt);
        Assert.All(await village.Read(db => db.Posts.Where(p => p.TopicId == topic).ToListAsync()), post => Assert.Null(post.UnnamedAt));
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<TakeMaskOff>().Run(asker, topic));
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<LookBehindMask>().Run(village.Steward, topic, "Who was it?"));
    }

    [Fact]
    public async Task A_mask_is_nobody_who_could_be_named_managed_or_brought_back()
    {
        await Allow();
        var mask = (await village.Topic(await Ask())).AuthorId;

        await VillageActs.Refused(Refusal.NotFound, () => village.Verb<ReopenPerson>().Run(village.Administrator, mask));
        await VillageActs.Refused(Refusal.NotFound, () => village.Verb<ChangeRole>().Run(village.Administrator, mask, Role.Administrator));
        await Assert.ThrowsAsync<RefusedException>(() => village.Enrol(Village.Institution, mask));
        var comment = await village.Add(village.Member, await village.Start(village.Writer), Part.Comment, null, $"@{Mask.Name}, who are you?");
        Assert.False(await village.Read(db => db.Mentions.AnyAsync(m => m.PostId == comment)));
    }

    [Fact]
    public async Task When_the_asker_s_account_is_closed_the_mask_stays_on_and_a_look_still_says_who_it_was()
    {
        var asker = await village.Person("Leaving Lee");
        await Allow();
        var topic = await Ask(by: asker);
        await village.Verb<ClosePerson>().Run(village.Administrator, asker);

        Assert.NotNull((await village.Topic(topic)).MaskedAt);
        Assert.Equal("Leaving Lee", (await village.Verb<LookBehindMask>().Run(village.Steward, topic, "Who was it?")).Name);
    }

    Task Allow() => village.Verb<AllowMasks>().Run(village.Steward, Village.Institution, true);

    Task<long> Ask(string space = Village.Institution, long? by = null) => village.Verb<AskQuestion>().Run(by ?? Asker, space, "Which tape for spines?", "The old one dries out.", ["tape"], AskedWhom.Space, [], masked: true);

    /// <summary>A question under a mask in which its asker has done all there is to do.</summary>
    async Task<long> All(long asker)
    {
        await Allow();
        var topic = await village.Verb<AskQuestion>().Run(asker, Village.Institution, "Which tape for spines?", "The old one dries out.", ["tape"], AskedWhom.People, [village.Writer], masked: true);
        var (opening, answer) = (await village.Opening(topic), await village.Add(village.Member, topic, Part.Answer));
        var (own, comment) = (await village.Add(asker, topic, Part.Answer, null, "I tried linen."), await village.Add(asker, topic, Part.Comment, answer, "Thanks."));
        await village.Add(asker, topic, Part.Comment, null, $"I meant this:\n\n> [!quote post={opening} rev=1]\n> The old one dries out.\n");
        await village.Verb<RevisePost>().Run(asker, own, new Edit("I tried linen tape.", "tape", 1));
        await village.Verb<RevisePost>().Run(asker, opening, new Edit("The old one dries out at once.", "when", 1, "Which tape for book spines?", ["tape", "spines"]));
        await village.Verb<RetitleTopic>().Run(asker, topic, "Which tape holds on spines?", ["tape"]);
        await village.Verb<AcceptAnswer>().Run(asker, topic, answer);
        await village.Verb<CastVote>().Run(asker, answer, 1);
        await village.Verb<InviteToAnswer>().Run(asker, topic, village.Moderator);
        await village.Verb<ReportPost>().Run(asker, answer, ReportOutcome.Failed, "", null, "It came off.");
        var report = await village.Verb<ReportPost>().Run(asker, answer, ReportOutcome.Worked, "", null, "");
        await village.Verb<RetractReport>().Run(asker, report);
        await village.Verb<ReportPost>().Run(village.Member, own, ReportOutcome.Failed, "", null, "Not here.");
        var task = await village.Read(db => db.RefinementTasks.Where(t => t.PostId == own).Select(t => t.Id).SingleAsync());
        await village.Verb<DismissTask>().Run(asker, task, "It was the glue.");
        await village.Verb<ReopenTask>().Run(asker, task);
        await village.Verb<FinishTasks>().Run(asker, own, [task]);
        await village.Verb<WithdrawPost>().Run(asker, comment);
        await village.Verb<RestorePost>().Run(asker, comment);
        await village.Verb<CloseTopic>().Run(asker, topic, Outcome.Answered, "It holds.");
        await village.Verb<ReopenTopic>().Run(asker, topic, "It does not.");
        await village.Verb<ConvertTopic>().Run(asker, topic, TopicKind.Thread);
        await village.Verb<ConvertTopic>().Run(asker, topic, TopicKind.Question);
        await village.Verb<MarkRead>().Run(asker, topic, answer);
        await village.Verb<LookBehindMask>().Run(village.Steward, topic, "It names a reader.");
        await Follow(new NotifyPeople(village.Store, village.Clock));
        return topic;
    }

    static async Task Follow(NotifyPeople notify)
    {
        while (await notify.Step(TestContext.Current.CancellationToken))
        {
        }
    }

    /// <summary>Every column in which a person's id stands, of whatever table: what is added tomorrow is looked through, too.</summary>
    async Task<IReadOnlyList<string>> PlacesOf(long personId)
    {
        await using var db = village.Context();
        var found = new List<string>();
        foreach (var entity in db.Model.GetEntityTypes())
            foreach (var column in entity.GetProperties().Where(p => p.ClrType == typeof(long) || p.ClrType == typeof(long?)).Where(p => !(entity.ClrType == typeof(Person) && p.Name == "Id")))
            {
                var isPerson = column.GetContainingForeignKeys().Any(key => key.PrincipalEntityType.ClrType == typeof(Person)) || column.Name.EndsWith("ById", StringComparison.Ordinal) || column.Name is "PersonId" or "AuthorId" or "EditorId" or "OwnerId" or "ActorId";
                var (table, name) = (entity.GetTableName()!, column.GetColumnName());
#pragma warning disable EF1002 // names come from the model
                if (isPerson && await db.Database.SqlQueryRaw<int>($"""SELECT CAST(COUNT(*) AS INTEGER) AS "Value" FROM "{table}" WHERE "{name}" = @p0""", personId).SingleAsync() > 0) found.Add($"{table}.{name}");
#pragma warning restore EF1002
            }

        return found;
    }
}
