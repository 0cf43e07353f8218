using Community.People;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Questions.Finding;

/// <summary>The set of what people found instead of asking.</summary>
public static class FindSets
{
    extension(CommunityContext db)
    {
        public DbSet<Find> Finds => db.Set<Find>();
    }

    extension(IQueryable<Find> finds)
    {
        /// <summary>Those that count: the person did not ask anyway, and did not start the topic.</summary>
        public IQueryable<Find> Counted() => finds.Where(f => f.TakenBackAt == null && f.PersonId != f.Topic.AuthorId);
    }
}

sealed class FindMapping : IEntityTypeConfiguration<Find>
{
    public void Configure(EntityTypeBuilder<Find> builder)
    {
        builder.ToTable("Finds");
        builder.Property(f => f.Words).HasMaxLength(Topic.MaxTitleLength);
        builder.HasOne(f => f.Topic).WithMany().HasForeignKey(f => f.TopicId);
        builder.HasOne<Person>().WithMany().HasForeignKey(f => f.PersonId);
        builder.HasOne<Post>().WithMany().HasForeignKey(f => f.PostId);
        builder.HasIndex(f => new { f.PersonId, f.TopicId, f.Day }).IsUnique();
        builder.HasIndex(f => f.TopicId);
    }
}
