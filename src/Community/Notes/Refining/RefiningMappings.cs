using Community.People;
using Community.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Notes.Refining;

/// <summary>The sets of refining.</summary>
public static class RefiningSets
{
    extension(CommunityContext db)
    {
        public DbSet<Suggestion> Suggestions => db.Set<Suggestion>();

        public DbSet<NoteApproval> NoteApprovals => db.Set<NoteApproval>();
    }
}

sealed class RefiningMapping : IEntityTypeConfiguration<Suggestion>
{
    public void Configure(EntityTypeBuilder<Suggestion> builder)
    {
        builder.ToTable("Suggestions");
        builder.Property(s => s.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(s => s.Reason).HasMaxLength(Suggestion.MaxReasonLength);
        builder.Property(s => s.Word).HasMaxLength(Suggestion.MaxReasonLength);
        builder.HasOne(s => s.Post).WithMany().HasForeignKey(s => s.PostId);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.AuthorId);
        builder.HasIndex(s => new { s.PostId, s.State });
    }
}
