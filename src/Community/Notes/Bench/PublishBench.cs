using Community.Events;
using Community.Governance;
using Community.Notes.Answering;
using Community.Notes.Lineage;
using Community.People;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Notes.Bench;

/// <summary>Makes a practice note of what lies on the bench. Who was quoted is credited, and asked what was missed.</summary>
public sealed class PublishBench(CommunityStore store, PostTexts texts, TimeProvider clock)
{
    /// <param name="answers">The questions, among those that passages were taken from, that the note answers; null for all of them.</param>
    /// <returns>The note's id.</returns>
    /// <exception cref="RefusedException">Title, text, space or tags cannot be taken; a source is out of sight.</exception>
    public async Task<long> Run(long personId, Once? once = null, IReadOnlyList<long>? answers = null, CancellationToken stop = default)
    {
        var composed = await store.Read(db => Composed(db, personId, stop));
        // With a key it may have been published a moment ago.
        if (composed is null && once is null) throw Empty();

        var text = composed is null ? null : await texts.Render(composed.Text, TopicKind.Note, Part.Opening, composed.Title, stop: stop);

        return await store.WriteOnce(personId, once, clock.Now(), async db =>
        {
            if (composed is null || text is null) throw Empty();

            await db.HoldBench(personId, stop);
            var fresh = await Composed(db, personId, stop) ?? throw Empty();
            if ((fresh.Text, fresh.Title) != (composed.Text, composed.Title)) throw new RefusedException(Refusal.Conflict, "The bench was changed in another window. Look at it again, then publish.");

            var viewer = await db.Viewer(personId, stop);
            var note = (await db.BenchNotes.FindAsync([personId], stop))!;
            if (note.Space.Length == 0) throw new RefusedException(Refusal.Invalid, "Choose the space that the note stands in.") { Field = "Space" };

            await db.DemandUnheldIn(viewer, note.Space, note.Title, text, clock.Now(), stop);
            var topic = await db.Start(viewer, note.Space, TopicKind.Note, note.Title, text, note.Tags.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), clock.Now(), stop);
            var revision = topic.Posts[0].Revisions[0];
            await db.SaveChangesAsync(stop);

            var blocks = await BlockKeeping.Keep(db, revision, text.Blocks, stop);
            await TieAll(db, viewer, composed, [.. blocks.Select((block, i) => (block, new PlacedBlock(block.Id, text.Blocks[i])))], revision, answers, stop);
            await db.BenchBlocks.Where(b => b.PersonId == personId).ExecuteDeleteAsync(stop);
            await db.BenchPassages.Where(p => p.PersonId == personId).ExecuteDeleteAsync(stop);
            db.BenchNotes.Remove(note);
            await db.SaveChangesAsync(stop);
            return topic.Id;
        }, stop);
    }

    static RefusedException Empty() => new(Refusal.Conflict, "Nothing lies on your bench. Take passages to it first.");

    static async Task<ComposedNote?> Composed(CommunityContext db, long personId, CancellationToken stop)
    {
        var note = await db.BenchNotes.AsNoTracking().FirstOrDefaultAsync(n => n.PersonId == personId, stop);
        return note is null ? null : ComposedNote.Of(note, await db.BenchOf(personId, stop));
    }

    async Task TieAll(CommunityContext db, Viewer viewer, ComposedNote composed, List<(NoteBlock Block, PlacedBlock Place)> blocks, Revision revision, IReadOnlyList<long>? answers, CancellationToken stop)
    {
        var ids = composed.Pieces.Select(piece => piece.PassageId).ToList();
        var passages = await db.BenchPassages.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, stop);
        var postIds = passages.Values.Select(p => p.PostId).ToHashSet();
        var sources = await db.Posts.VisibleTo(viewer).Include(p => p.Topic).Where(p => postIds.Contains(p.Id) && p.Standing == Standing.Published).ToDictionaryAsync(p => p.Id, stop);
        if (sources.Count < postIds.Count)
            throw new RefusedException(Refusal.Conflict, "A passage was taken back by its author, or is out of your sight by now. Put it away, and say it in your own words if it still holds.");

        var now = clock.Now();
        foreach (var (start, end, passageId) in composed.Pieces)
        {
            var passage = passages[passageId];
            var inPiece = blocks.Where(b => b.Place.Text.Start < end && b.Place.Text.Start + b.Place.Text.Length > start).ToList();
            var made = inPiece.Where(b => Passage.Shares(b.Place.In(composed.Text), passage.Text)).ToList();
            foreach (var (block, _) in made.Count > 0 ? made : inPiece.Take(1))
                db.LineageTies.Add(new LineageTie(block, passage.PostId, passage.RevisionNumber, passage.Text, revision.Number, viewer.PersonId!.Value, now));
        }

        var questions = sources.Values.Select(post => post.Topic).Where(topic => topic is { Kind: TopicKind.Question, Standing: Standing.Published } && answers?.Contains(topic.Id) != false).Distinct().ToList();
        var questionIds = questions.ConvertAll(question => question.Id);
        var full = await db.StandingNoteAnswers.Where(a => questionIds.Contains(a.QuestionId)).GroupBy(a => a.QuestionId).Where(g => g.Count() >= NoteAnswer.MostPerQuestion).Select(g => g.Key).ToListAsync(stop);
        // By the own name also of who asked under a mask: as anybody else who makes a note of what is said there.
        foreach (var question in questions.Where(question => !full.Contains(question.Id))) db.Tie(question, revision.Post.Topic, viewer.PersonId!.Value, now);

        foreach (var post in sources.Values) post.Topic.TellOf(EventKind.Distilled, post, now, viewer.PersonId!.Value);
    }
}
