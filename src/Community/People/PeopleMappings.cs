using Community.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.People;

/// <summary>The sets of the area People.</summary>
public static class PeopleSets
{
    extension(CommunityContext db)
    {
        public DbSet<Person> People => db.Set<Person>();

        public DbSet<Unit> Units => db.Set<Unit>();

        public DbSet<Account> Accounts => db.Set<Account>();

        public DbSet<Session> Sessions => db.Set<Session>();

        public DbSet<OneTimeLink> OneTimeLinks => db.Set<OneTimeLink>();

        public DbSet<ExternalIdentity> ExternalIdentities => db.Set<ExternalIdentity>();

        public DbSet<Institution> Institutions => db.Set<Institution>();

        public DbSet<IdempotencyKey> IdempotencyKeys => db.Set<IdempotencyKey>();

        public DbSet<ApiToken> ApiTokens => db.Set<ApiToken>();

        public DbSet<Face> Faces => db.Set<Face>();

        public DbSet<Mask> Masks => db.Set<Mask>();

        public DbSet<Suspension> Suspensions => db.Set<Suspension>();
    }
}

sealed class PeopleMapping : IEntityTypeConfiguration<Person>, IEntityTypeConfiguration<Unit>, IEntityTypeConfiguration<Account>,
    IEntityTypeConfiguration<Session>, IEntityTypeConfiguration<OneTimeLink>, IEntityTypeConfiguration<ExternalIdentity>, IEntityTypeConfiguration<Institution>, IEntityTypeConfiguration<IdempotencyKey>,
    IEntityTypeConfiguration<ApiToken>, IEntityTypeConfiguration<Face>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("People");
        builder.Property(p => p.Role).HasConversion<string>().HasMaxLength(16);
        builder.HasOne<Unit>().WithMany().HasForeignKey(p => p.UnitId);
        builder.HasIndex(p => p.NameFolded);
        builder.HasIndex(p => p.AccessUntil);
    }

    public void Configure(EntityTypeBuilder<Unit> builder)
    {
        builder.ToTable("Units");
        builder.HasIndex(u => u.NameFolded).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.HasOne<Person>().WithOne().HasForeignKey<Account>(a => a.PersonId);
        builder.HasIndex(a => a.NormalizedEmail).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("Sessions");
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId);
    }

    public void Configure(EntityTypeBuilder<OneTimeLink> builder)
    {
        builder.ToTable("OneTimeLinks");
        builder.HasKey(l => l.SecretHash);
        builder.Property(l => l.Purpose).HasConversion<string>().HasMaxLength(16);
        builder.HasOne<Person>().WithMany().HasForeignKey(l => l.PersonId);
    }

    public void Configure(EntityTypeBuilder<ExternalIdentity> builder)
    {
        builder.ToTable("ExternalIdentities");
        builder.HasKey(i => new { i.Source, i.ExternalId });
        builder.HasOne(i => i.Person).WithMany().HasForeignKey(i => i.PersonId);
    }

    public void Configure(EntityTypeBuilder<Institution> builder)
    {
        builder.ToTable("Institution");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.SignUp).HasConversion<string>().HasMaxLength(16);
        builder.Ignore(i => i.DomainList);
    }

    public void Configure(EntityTypeBuilder<IdempotencyKey> builder)
    {
        builder.ToTable("IdempotencyKeys");
        builder.HasKey(k => new { k.PersonId, k.Key });
        builder.Property(k => k.Key).HasMaxLength(IdempotencyKey.MaxLength);
        builder.Property(k => k.RequestHash).HasMaxLength(64);
        builder.HasOne<Person>().WithMany().HasForeignKey(k => k.PersonId);
        builder.HasIndex(k => k.At);
    }

    public void Configure(EntityTypeBuilder<ApiToken> builder)
    {
        builder.ToTable("ApiTokens");
        builder.Property(t => t.Name).HasMaxLength(ApiToken.MaxNameLength);
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.PersonId);
        builder.HasIndex(t => t.SecretHash).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Face> builder)
    {
        builder.ToTable("Faces");
        builder.HasKey(f => new { f.PersonId, f.Width });
        builder.Property(f => f.Hash).HasMaxLength(64);
        builder.HasOne<Person>().WithMany().HasForeignKey(f => f.PersonId);
        builder.HasIndex(f => f.Hash);
    }
}
