using Community.People;
using Community.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Topics;

/// <summary>The sets of attachments.</summary>
public static class AttachmentSets
{
    extension(CommunityContext db)
    {
        public DbSet<Attachment> Attachments => db.Set<Attachment>();

        public DbSet<AttachmentSize> AttachmentSizes => db.Set<AttachmentSize>();

        public DbSet<AttachmentTie> AttachmentTies => db.Set<AttachmentTie>();
    }
}

sealed class AttachmentMapping : IEntityTypeConfiguration<Attachment>, IEntityTypeConfiguration<AttachmentSize>, IEntityTypeConfiguration<AttachmentTie>
{
    public void Configure(EntityTypeBuilder<Attachment> builder)
    {
        builder.ToTable("Attachments");
        builder.Property(a => a.Name).HasMaxLength(Files.FileNames.MaxLength);
        builder.Property(a => a.MediaType).HasMaxLength(100);
        builder.Property(a => a.Hash).HasMaxLength(64);
        builder.Ignore(a => a.Address);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.OwnerId);
        builder.HasMany(a => a.Sizes).WithOne(s => s.Attachment).HasForeignKey(s => s.AttachmentId);
        builder.HasIndex(a => a.Hash);
        builder.HasIndex(a => a.CreatedAt);
    }

    public void Configure(EntityTypeBuilder<AttachmentSize> builder)
    {
        builder.ToTable("AttachmentSizes");
        builder.HasKey(s => new { s.AttachmentId, s.Width });
        builder.Property(s => s.Hash).HasMaxLength(64);
        builder.HasIndex(s => s.Hash);
    }

    public void Configure(EntityTypeBuilder<AttachmentTie> builder)
    {
        builder.ToTable("AttachmentTies");
        builder.HasKey(t => new { t.AttachmentId, t.RevisionId });
        builder.HasOne(t => t.Revision).WithMany().HasForeignKey(t => t.RevisionId);
        builder.HasOne<Attachment>().WithMany().HasForeignKey(t => t.AttachmentId);
        builder.HasIndex(t => t.RevisionId);
    }
}
