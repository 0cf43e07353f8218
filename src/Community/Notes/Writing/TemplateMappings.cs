using Community.Governance;
using Community.People;
using Community.Spaces;
using Community.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Notes.Writing;

/// <summary>The templates, and their gate: they are read by whoever reads their space.</summary>
public static class TemplateSets
{
    extension(CommunityContext db)
    {
        public DbSet<NoteTemplate> NoteTemplates => db.Set<NoteTemplate>();

        public IQueryable<NoteTemplate> TemplatesListedFor(Viewer viewer) => db.Set<NoteTemplate>().Where(t => t.RemovedAt == null && viewer.ReadableSpaceIds.Contains(t.SpaceId));
    }
}

sealed class TemplateMapping : IEntityTypeConfiguration<NoteTemplate>
{
    public void Configure(EntityTypeBuilder<NoteTemplate> builder)
    {
        builder.ToTable("NoteTemplates");
        builder.Property(t => t.Name).HasMaxLength(NoteTemplate.MaxNameLength);
        builder.HasOne<Space>().WithMany().HasForeignKey(t => t.SpaceId);
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.MadeById);
    }
}
