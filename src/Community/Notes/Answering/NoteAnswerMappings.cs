using Community.Governance;
using Community.People;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Notes.Answering;

/// <summary>The set of what notes answer.</summary>
public static class NoteAnswerSets
{
    extension(CommunityContext db)
    {
        public DbSet<NoteAnswer> NoteAnswers => db.Set<NoteAnswer>();

        /// <summary>Those that nobody took back.</summary>
        public IQueryable<NoteAnswer> StandingNoteAnswers => db.Set<NoteAnswer>().Where(a => a.EndedAt == null);

        /// <summary>Those whose notes this viewer may see, and that are kept; the question must have passed the gate.</summary>
        public IQueryable<NoteAnswer> NoteAnswersFor(Viewer viewer)
        {
            var notes = db.NotesFor(viewer);
            return db.StandingNoteAnswers.Where(a => notes.Any(n => n.Id == a.NoteId));
        }
    }
}

sealed class NoteAnswerMapping : IEntityTypeConfiguration<NoteAnswer>
{
    public void Configure(EntityTypeBuilder<NoteAnswer> builder)
    {
        builder.ToTable("NoteAnswers");
        builder.HasOne(a => a.Note).WithMany().HasForeignKey(a => a.NoteId);
        builder.HasOne(a => a.Question).WithMany().HasForeignKey(a => a.QuestionId);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.ById);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.EndedById);
        builder.HasIndex(a => a.NoteId);
        builder.HasIndex(a => a.QuestionId);
    }
}
