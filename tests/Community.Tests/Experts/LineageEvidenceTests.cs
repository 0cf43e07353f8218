using Community.Experts;
using Community.Notes.Lineage;
using Community.Spaces;
using Community.Tests.Search;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Experts;

/// <summary>Whose words went into a note, and whose suggestion was taken in, has shown it.</summary>
public sealed class LineageEvidenceTests
{
    [Fact]
    public async Task Whose_words_went_into_a_note_is_found_by_the_note_once_however_much_of_it_is_theirs()
    {
        await using var village = await SearchVillage.Start(serving: false);
        var (note, reply) = await Distilled(village, village.Desk);
        await Tie(village, note, reply, "Glue the pouch.");

        var found = await village.WhoKnows("customs forms", village.Hana);
        Assert.Equal(["Rosa", "Jonas"], found.Select(person => person.Name.Split(' ')[0]));
        var evidence = Assert.Single(found[1].Evidence);
        Assert.Equal((EvidenceKind.Distilled, "distilled into a practice note", note.Id, "Sending customs forms"), (evidence.Kind, evidence.Why, evidence.TopicId, evidence.Title));
        Assert.Equal(await village.Store.Read(db => db.Posts.Where(p => p.TopicId == note.Id).Select(p => p.Id).SingleAsync()), evidence.PostId);
    }

    [Fact]
    public async Task What_somebody_said_counts_less_the_older_it_is()
    {
        await using var village = await SearchVillage.Start(serving: false);
        var (_, reply) = await Distilled(village, village.Desk);
        var fresh = (await village.WhoKnows("customs forms", village.Hana))[1].Score;
        await village.Alter(db => db.Posts.Where(p => p.Id == reply.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.CreatedAt, DateTime.UtcNow.AddMonths(-Weighing.DefaultHalfLifeMonths))));

        Assert.InRange((await village.WhoKnows("customs forms", village.Hana))[1].Score, fresh * 0.49, fresh * 0.51);
    }

    [Fact]
    public async Task Who_cannot_read_the_source_or_the_note_is_told_nothing_of_it()
    {
        await using var village = await SearchVillage.Start(serving: false);
        await Distilled(village, village.Works);
        Assert.Equal("Rosa, Jonas", await village.NamesOf("customs forms", village.Jonas));
        foreach (var outsider in new[] { village.Marta, village.Hana }) Assert.Equal("Rosa", await village.NamesOf("customs forms", outsider));

        await village.Alter(db => db.UnitMemberships.ExecuteDeleteAsync());
        Assert.Equal("Rosa", await village.NamesOf("customs forms", village.Jonas));

        var hidden = await village.Begin(TopicKind.Note, "Shelving xanthophyll", "<p>In the dark.</p>", village.Works, village.Rosa);
        await Tie(village, hidden, await village.Reply((await village.Begin(TopicKind.Thread, "A week", "<p>Monday.</p>", by: village.Marta)).Id, "Keep it in the dark.", village.Hana), "Keep it in the dark.");
        await village.CatchUp();
        Assert.Equal("Rosa, Hana", await village.NamesOf("xanthophyll", village.Rosa));
        Assert.Equal("", await village.NamesOf("xanthophyll", village.Marta));
    }

    [Theory]
    [InlineData("withdrawn")]
    [InlineData("removed")]
    [InlineData("unnamed")]
    [InlineData("thread taken back")]
    [InlineData("block gone")]
    public async Task What_was_taken_back_or_has_no_name_names_nobody(string how)
    {
        await using var village = await SearchVillage.Start(serving: false);
        var (note, reply) = await Distilled(village, village.Desk);
        Assert.Equal("Rosa, Jonas", await village.NamesOf("customs forms", village.Marta));

        await village.Change(reply.TopicId, (topic, db) =>
        {
            var post = topic.Posts.Single(p => p.Id == reply.Id);
            if (how == "withdrawn") db.Add(post.Withdraw(village.Jonas, DateTime.UtcNow));
            else if (how == "removed") db.Add(post.Remove("No.", village.Rosa, DateTime.UtcNow));
            else if (how == "unnamed") post.Unname(DateTime.UtcNow);
            else if (how == "thread taken back") db.Add(topic.Posts.Single(p => p.Part == Part.Opening).Withdraw(village.Marta, DateTime.UtcNow));
        });
        if (how == "block gone") await village.Alter(async db => (await db.NoteBlocks.SingleAsync(b => b.TopicId == note.Id)).Leave(2));
        Assert.Equal("Rosa", await village.NamesOf("customs forms", village.Marta));
    }

    [Fact]
    public async Task In_the_own_note_the_own_words_show_nothing_more()
    {
        await using var village = await SearchVillage.Start(serving: false);
        var (note, _) = await Distilled(village, village.Desk);
        await Tie(village, note, await village.Reply((await village.Begin(TopicKind.Thread, "Of one's own", "<p>Tuesday.</p>", by: village.Marta)).Id, "Outside.", village.Rosa), "Outside.");

        Assert.Equal(EvidenceKind.Note, Assert.Single((await village.WhoKnows("customs forms", village.Marta))[0].Evidence).Kind);
    }

    [Fact]
    public async Task Whose_suggestion_was_taken_in_has_refined_the_note_and_who_wrote_it_there_has_revised_it()
    {
        await using var village = await SearchVillage.Start(serving: false);
        var now = DateTime.UtcNow;
        var note = await village.Note("Sending customs forms", "In a pouch.", village.Desk, (village.Rosa, now.AddDays(-3)), (village.Jonas, now.AddDays(-2)), (village.Marta, now.AddDays(-1)));
        await village.Alter(db => db.Revisions.Where(r => r.Post.TopicId == note.Id && r.EditorId == village.Jonas).ExecuteUpdateAsync(set => set.SetProperty(r => r.TakenInById, village.Rosa)));
        await village.CatchUp();

        var found = (await village.WhoKnows("customs forms", village.Hana)).ToDictionary(person => person.Id, person => Assert.Single(person.Evidence));
        Assert.Equal((EvidenceKind.Refinement, "refined a practice note"), (found[village.Jonas].Kind, found[village.Jonas].Why));
        Assert.Equal((EvidenceKind.Revision, "revised a practice note"), (found[village.Marta].Kind, found[village.Marta].Why));
    }

    /// <summary>A note of Rosa's that all read, with words that Jonas said in a thread of Marta's that does not name the subject.</summary>
    static async Task<(Topic Note, Post Reply)> Distilled(SearchVillage village, long spaceOfSource)
    {
        var thread = await village.Begin(TopicKind.Thread, "A week of parcels", "<p>Monday.</p>", spaceOfSource, village.Marta);
        var reply = await village.Reply(thread.Id, "It goes outside, in a pouch.", village.Jonas);
        var note = await village.Begin(TopicKind.Note, "Sending customs forms", "<p>It goes outside, in a pouch.</p>", by: village.Rosa);
        await Tie(village, note, reply, "It goes outside, in a pouch.");
        await village.CatchUp();
        return (note, reply);
    }

    static Task Tie(SearchVillage village, Topic note, Post source, string words) => village.Alter(async db =>
    {
        var block = await db.NoteBlocks.FirstOrDefaultAsync(b => b.TopicId == note.Id) ?? db.NoteBlocks.Add(new NoteBlock(await db.Topics.SingleAsync(t => t.Id == note.Id), words)).Entity;
        await db.SaveChangesAsync();
        db.LineageTies.Add(new LineageTie(block, source.Id, 1, words, 1, note.AuthorId, DateTime.UtcNow));
    });
}
