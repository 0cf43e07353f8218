using Community.Notes.Care;
using Community.People;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Notes.Refining;

/// <summary>
/// That in a space nobody's own word is enough for a note: what its author changes waits, as a suggestion, until somebody else who keeps the note takes it in. Readers see the last
/// approved revision. A space without a row requires no approval.
/// </summary>
public sealed class NoteApproval
{
    NoteApproval()
    {
    }

    public NoteApproval(long spaceId, long byId, DateTime now) => (SpaceId, ById, At) = (spaceId, byId, now);

    public long SpaceId { get; private set; }

    public long ById { get; private set; }

    public DateTime At { get; private set; }
}

/// <summary>What a note's approval comes to for its readers.</summary>
/// <param name="IsApproved">Somebody other than its author has checked its newest revision, made it or taken it in; or its author keeps the space.</param>
/// <param name="Waiting">So many newer versions by its author wait.</param>
public sealed record ApprovalState(bool IsApproved, int Waiting);

/// <summary>Asks whether notes are approved.</summary>
public static class Approvals
{
    extension(CommunityContext db)
    {
        public Task<bool> RequiresApproval(long spaceId, CancellationToken stop = default) => db.NoteApprovals.AnyAsync(a => a.SpaceId == spaceId, stop);

        /// <summary>Null in a space that requires none. Ask only for notes that passed the gate.</summary>
        public async Task<ApprovalState?> ApprovalOf(Topic note, CancellationToken stop = default)
        {
            if (!await db.RequiresApproval(note.SpaceId, stop)) return null;

            var (authorId, checks, suggestions, revisions, stewards) = (note.AuthorId, db.NoteChecks, db.Suggestions, db.Revisions, db.StewardsOf(note.SpaceId));
            return await db.Posts.AsNoTracking().Where(p => p.TopicId == note.Id && p.Part == Part.Opening).Select(p => new ApprovalState(
                stewards.Any(s => s.Id == authorId) || checks.Any(c => c.TopicId == note.Id && c.RevisionNumber == p.RevisionNumber && c.ById != authorId)
                    || revisions.Any(r => r.PostId == p.Id && r.Number == p.RevisionNumber && (r.EditorId != authorId || r.TakenInById != null)),
                suggestions.Count(s => s.PostId == p.Id && s.AuthorId == authorId && s.State == SuggestionState.Open))).FirstOrDefaultAsync(stop);
        }
    }
}

sealed class NoteApprovalMapping : IEntityTypeConfiguration<NoteApproval>
{
    public void Configure(EntityTypeBuilder<NoteApproval> builder)
    {
        builder.ToTable("NoteApprovals");
        builder.HasKey(a => a.SpaceId);
        builder.HasOne<Space>().WithOne().HasForeignKey<NoteApproval>(a => a.SpaceId);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.ById);
    }
}
