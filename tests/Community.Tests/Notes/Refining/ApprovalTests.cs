using Community.Notes;
using Community.Notes.Care;
using Community.Notes.Combining;
using Community.Notes.Refining;
using Community.Notifications;
using Community.Spaces;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Notes.Refining;

/// <summary>A space in which nobody approves the own note.</summary>
public sealed class ApprovalTests(Village village) : IClassFixture<Village>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await village.Verb<RequireApproval>().Run(village.Steward, Village.Institution, true);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task What_an_author_changes_waits_until_a_steward_of_the_space_takes_it_in()
    {
        var note = await village.Start(village.Writer, TopicKind.Note, body: "One.");
        var opening = await village.Opening(note);
        Assert.Equal(new ApprovalState(false, 0), await State(note));
        Assert.Contains("somebody else approves", (await VillageActs.Refused(Refusal.Forbidden, () => Revise(village.Writer, opening, "Two."))).Message, StringComparison.Ordinal);

        var suggestion = await village.Verb<SuggestChange>().Run(village.Writer, note, 1, "Two.", "It is two now.");
        Assert.Equal((new ApprovalState(false, 1), 1), (await State(note), (await village.Post(opening)).RevisionNumber));
        await VillageActs.Refused(Refusal.Forbidden, () => village.Verb<AcceptSuggestion>().Run(village.Writer, suggestion, null, null));
        await Follow();
        Assert.Equal([village.Steward], await village.Read(db => db.Notifications.Where(n => n.PostId == opening && n.Kind == NoticeKind.Suggested).Select(n => n.PersonId).ToListAsync()));

        await village.Verb<AcceptSuggestion>().Run(village.Steward, suggestion, null, null);
        var post = await village.Post(opening);
        Assert.Equal((2, "Two.", village.Writer, village.Steward), (post.RevisionNumber, post.Revisions[^1].Source, post.Revisions[^1].EditorId, post.Revisions[^1].TakenInById));
        Assert.Equal(new ApprovalState(true, 0), await State(note));
    }

    [Fact]
    public async Task An_author_who_is_named_steward_of_the_own_note_does_not_approve_it_and_another_one_does()
    {
        var note = await village.Start(village.Writer, TopicKind.Note, body: "One.");
        var opening = await village.Opening(note);
        await village.Verb<AppointNoteSteward>().Run(village.Steward, note, village.Writer, true);
        await village.Verb<AppointNoteSteward>().Run(village.Steward, note, village.Member, true);
        await VillageActs.Refused(Refusal.Forbidden, () => village.Verb<CheckNote>().Run(village.Writer, note));
        await VillageActs.Refused(Refusal.Forbidden, () => village.Verb<AppointNoteSteward>().Run(village.Writer, note, village.Colleague, true));
        Assert.False((await State(note))!.IsApproved);
        await VillageActs.Refused(Refusal.Forbidden, () => Revise(village.Writer, opening, "Two."));
        var twin = await village.Start(village.Writer, TopicKind.Note, body: "Twin.");
        await VillageActs.Refused(Refusal.Forbidden, () => village.Verb<MergeNotes>().Run(village.Writer, note, twin, 1, new Edit("Both.", null, null), "One is enough."));

        await Revise(village.Member, opening, "Two.");
        Assert.True((await State(note))!.IsApproved);
    }

    [Fact]
    public async Task A_check_by_somebody_else_approves_a_first_text_and_a_steward_of_the_space_needs_nobody()
    {
        var note = await village.Start(village.Writer, TopicKind.Note);
        await village.Verb<CheckNote>().Run(village.Steward, note);
        Assert.True((await State(note))!.IsApproved);

        var own = await village.Start(village.Steward, TopicKind.Note);
        Assert.True((await State(own))!.IsApproved);
        await Revise(village.Steward, await village.Opening(own), "At once.");
    }

    [Fact]
    public async Task An_approval_is_of_the_revision_that_was_looked_at()
    {
        var note = await village.Start(village.Writer, TopicKind.Note, Village.Partners);
        await village.Verb<CheckNote>().Run(village.Steward, note);
        await Revise(village.Writer, await village.Opening(note), "Nobody else has seen this.");
        await village.Verb<RequireApproval>().Run(village.Steward, Village.Partners, true);
        Assert.False((await State(note))!.IsApproved);

        await village.Verb<SuggestChange>().Run(village.Member, note, 2, "By a reader.", "Shorter.");
        Assert.Equal(0, (await State(note))!.Waiting);
        var seen = await village.Read(async db => await (await db.SuggestionsOf(await db.Viewer(village.Writer), await db.Topics.SingleAsync(t => t.Id == note))).CountAsync());
        Assert.Equal(1, seen);
        await village.Verb<CheckNote>().Run(village.Steward, note);
        Assert.True((await State(note))!.IsApproved);
    }

    [Fact]
    public async Task Stewards_require_it_for_their_space_alone_and_can_end_it()
    {
        await VillageActs.Refused(Refusal.Forbidden, () => village.Verb<RequireApproval>().Run(village.Member, Village.Public, true));
        var note = await village.Start(village.Writer, TopicKind.Note, Village.Public);
        Assert.Null(await State(note));
        await Revise(village.Writer, await village.Opening(note), "Two.");

        await village.Verb<RequireApproval>().Run(village.Steward, Village.Public, true);
        await village.Verb<RequireApproval>().Run(village.Steward, Village.Public, true);
        await VillageActs.Refused(Refusal.Forbidden, async () => await Revise(village.Writer, await village.Opening(note), "Three."));
        await village.Verb<RequireApproval>().Run(village.Steward, Village.Public, false);
        await Revise(village.Writer, await village.Opening(note), "Three.");
    }

    Task Revise(long personId, long opening, string body) => village.Verb<ReviseNote>().Run(personId, opening, new Edit(body, null, null));

    Task<ApprovalState?> State(long note) => village.Read(async db => await db.ApprovalOf(await db.Topics.SingleAsync(t => t.Id == note)));

    async Task Follow()
    {
        var notify = new NotifyPeople(village.Store, village.Clock);
        while (await notify.Step(TestContext.Current.CancellationToken))
        {
        }
    }
}
