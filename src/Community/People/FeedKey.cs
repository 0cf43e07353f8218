using Community.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.People;

/// <summary>What makes the addresses of somebody's feeds secret: whoever knows it reads as that person, and does nothing. It is shown to them as often as they like, so it is stored as it is, and never exported.</summary>
public sealed class FeedKey(long personId, string secret, DateTime createdAt)
{
    public long PersonId { get; private set; } = personId;

    public string Secret { get; private set; } = secret;

    public DateTime CreatedAt { get; private set; } = createdAt;

    public void Renew(string secret, DateTime now) => (Secret, CreatedAt) = (secret, now);
}

/// <summary>Makes the secret of somebody's feeds, or a new one in its place: addresses with the old one end.</summary>
public sealed class RenewFeedKey(CommunityStore store, TimeProvider clock)
{
    public Task Run(long personId, CancellationToken stop = default) => store.Write(async db =>
    {
        await db.PersonToChange(personId, stop);
        if (await db.FeedKeys.FindAsync([personId], stop) is { } key) key.Renew(Secret.New(), clock.Now());
        else db.FeedKeys.Add(new FeedKey(personId, Secret.New(), clock.Now()));
        await db.SaveChangesAsync(stop);
    }, stop);
}

/// <summary>The set of feed keys.</summary>
public static class FeedKeySets
{
    extension(CommunityContext db)
    {
        public DbSet<FeedKey> FeedKeys => db.Set<FeedKey>();
    }
}

sealed class FeedKeyMapping : IEntityTypeConfiguration<FeedKey>
{
    public void Configure(EntityTypeBuilder<FeedKey> builder)
    {
        builder.ToTable("FeedKeys");
        builder.HasKey(k => k.PersonId);
        builder.Property(k => k.PersonId).ValueGeneratedNever();
        builder.Property(k => k.Secret).HasMaxLength(64);
        builder.HasIndex(k => k.Secret).IsUnique();
        builder.HasOne<Person>().WithOne().HasForeignKey<FeedKey>(k => k.PersonId);
    }
}
