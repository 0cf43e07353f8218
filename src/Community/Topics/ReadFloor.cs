using Community.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Topics;

/// <summary>Up to where a person said that all is read, whatever the marks of single topics say. Nobody else sees it.</summary>
public sealed class ReadFloor(long personId)
{
    public long PersonId { get; private set; } = personId;

    /// <summary>The newest post of that moment.</summary>
    public long PostId { get; private set; }

    public DateTime At { get; private set; } = DateTime.UnixEpoch;

    /// <summary>What stood before; it comes back when the last one is taken back.</summary>
    public long FormerPostId { get; private set; }

    public DateTime FormerAt { get; private set; } = DateTime.UnixEpoch;

    public void Raise(long postId, DateTime now) => (FormerPostId, FormerAt, PostId, At) = (PostId, At, postId, now);

    public void Lower() => (PostId, At) = (FormerPostId, FormerAt);
}

sealed class ReadFloorMapping : IEntityTypeConfiguration<ReadFloor>
{
    public void Configure(EntityTypeBuilder<ReadFloor> builder)
    {
        builder.ToTable("ReadFloors");
        builder.HasKey(r => r.PersonId);
        builder.Property(r => r.PersonId).ValueGeneratedNever();
        builder.HasOne<Person>().WithOne().HasForeignKey<ReadFloor>(r => r.PersonId);
    }
}
