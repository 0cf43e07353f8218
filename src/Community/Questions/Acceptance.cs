using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Questions;

/// <summary>The one answer that a question's asker accepted.</summary>
public sealed class Acceptance
{
    Acceptance()
    {
    }

    public Acceptance(long topicId, long postId, long? byId, DateTime at)
    {
        TopicId = topicId;
        PostId = postId;
        ById = byId;
        At = at;
    }

    public Acceptance(Topic topic, Post post, DateTime at)
    {
        Topic = topic;
        Post = post;
        At = at;
    }

    /// <summary>The same acceptance where its answer stands now.</summary>
    internal Acceptance In(Topic topic) => new() { Topic = topic, PostId = PostId, ById = ById, At = At };

    public long TopicId { get; private set; }

    public Topic? Topic { get; private set; }

    public long PostId { get; private set; }

    public Post? Post { get; private set; }

    /// <summary>Null when it came with an import.</summary>
    public long? ById { get; private set; }

    public DateTime At { get; private set; }
}

/// <summary>The sets of the area Questions.</summary>
public static class QuestionSets
{
    extension(CommunityContext db)
    {
        public DbSet<Acceptance> Acceptances => db.Set<Acceptance>();
    }
}

sealed class AcceptanceMapping : IEntityTypeConfiguration<Acceptance>
{
    public void Configure(EntityTypeBuilder<Acceptance> builder)
    {
        builder.ToTable("Acceptances");
        builder.HasKey(a => a.TopicId);
        builder.HasOne(a => a.Topic).WithOne().HasForeignKey<Acceptance>(a => a.TopicId);
        builder.HasOne(a => a.Post).WithMany().HasForeignKey(a => a.PostId);
    }
}
