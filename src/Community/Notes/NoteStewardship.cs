using Community.People;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Notes;

/// <summary>That a person keeps a practice note true.</summary>
public sealed class NoteStewardship
{
    NoteStewardship()
    {
    }

    public NoteStewardship(Topic note, long personId, DateTime at)
    {
        Topic = note;
        PersonId = personId;
        At = at;
    }

    public long TopicId { get; private set; }

    public Topic? Topic { get; private set; }

    public long PersonId { get; private set; }

    public DateTime At { get; private set; }
}

/// <summary>The sets of the area Notes.</summary>
public static class NoteSets
{
    extension(CommunityContext db)
    {
        public DbSet<NoteStewardship> NoteStewardships => db.Set<NoteStewardship>();
    }
}

sealed class NoteMapping : IEntityTypeConfiguration<NoteStewardship>
{
    public void Configure(EntityTypeBuilder<NoteStewardship> builder)
    {
        builder.ToTable("NoteStewardships");
        builder.HasKey(s => new { s.TopicId, s.PersonId });
        builder.HasOne(s => s.Topic).WithMany().HasForeignKey(s => s.TopicId);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId);
    }
}
