using Community.People;
using Community.Questions.Asking;
using Community.Questions.Promise;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Questions;

/// <summary>The sets of promises and invitations.</summary>
public static class AskingSets
{
    extension(CommunityContext db)
    {
        public DbSet<SpacePromise> SpacePromises => db.Set<SpacePromise>();

        public DbSet<Holiday> Holidays => db.Set<Holiday>();

        public DbSet<QuestionClock> QuestionClocks => db.Set<QuestionClock>();

        public DbSet<Invitation> Invitations => db.Set<Invitation>();

        public DbSet<InvitationWishes> InvitationWishes => db.Set<InvitationWishes>();

        public DbSet<AskedOf> AskedOf => db.Set<AskedOf>();

        public DbSet<Need> Needs => db.Set<Need>();

        /// <summary>Those that count.</summary>
        public IQueryable<Need> StandingNeeds => db.Set<Need>().Where(n => n.EndedAt == null);
    }
}

sealed class PromiseMapping : IEntityTypeConfiguration<SpacePromise>, IEntityTypeConfiguration<Holiday>, IEntityTypeConfiguration<QuestionClock>, IEntityTypeConfiguration<Need>
{
    public void Configure(EntityTypeBuilder<Need> builder)
    {
        builder.ToTable("Needs");
        builder.Property(n => n.Reason).HasMaxLength(Need.MaxReasonLength);
        builder.HasOne(n => n.Topic).WithMany().HasForeignKey(n => n.TopicId);
        builder.HasOne<Person>().WithMany().HasForeignKey(n => n.ById);
        builder.HasIndex(n => n.TopicId);
    }

    public void Configure(EntityTypeBuilder<SpacePromise> builder)
    {
        builder.ToTable("SpacePromises");
        builder.HasKey(p => p.SpaceId);
        builder.Ignore(p => p.Terms);
        builder.Property(p => p.Zone).HasMaxLength(60);
        builder.Property(p => p.Week).HasConversion(week => week.ToString(), stored => WorkingWeek.Parse(stored)).HasMaxLength(100);
        builder.HasOne<Space>().WithOne().HasForeignKey<SpacePromise>(p => p.SpaceId);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.ById);
    }

    public void Configure(EntityTypeBuilder<Holiday> builder)
    {
        builder.ToTable("Holidays");
        builder.Property(h => h.Name).HasMaxLength(Holiday.MaxNameLength);
        builder.HasOne<Space>().WithMany().HasForeignKey(h => h.SpaceId);
        builder.HasIndex(h => new { h.SpaceId, h.Day }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<QuestionClock> builder)
    {
        builder.ToTable("QuestionClocks");
        builder.HasKey(c => c.TopicId);
        builder.Ignore(c => c.IsRunning);
        builder.Ignore(c => c.TellStewardsAt);
        builder.HasOne<Topic>().WithOne().HasForeignKey<QuestionClock>(c => c.TopicId);
        builder.HasOne<Space>().WithMany().HasForeignKey(c => c.SpaceId);
        builder.HasIndex(c => new { c.SpaceId, c.DueAt });
        builder.HasIndex(c => c.NextAt);
    }
}

sealed class InvitationMapping : IEntityTypeConfiguration<Invitation>, IEntityTypeConfiguration<InvitationWishes>, IEntityTypeConfiguration<AskedOf>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("Invitations");
        builder.Property(i => i.State).HasConversion<string>().HasMaxLength(16);
        builder.Ignore(i => i.IsPending);
        builder.HasOne(i => i.Topic).WithMany().HasForeignKey(i => i.TopicId);
        builder.HasOne<Person>().WithMany().HasForeignKey(i => i.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(i => i.ById);
        builder.HasOne<Person>().WithMany().HasForeignKey(i => i.ReferredToId);
        builder.HasIndex(i => new { i.TopicId, i.PersonId }).IsUnique();
        builder.HasIndex(i => new { i.PersonId, i.State });
        builder.HasIndex(i => i.State);
    }

    public void Configure(EntityTypeBuilder<InvitationWishes> builder)
    {
        builder.ToTable("InvitationWishes");
        builder.HasKey(w => w.PersonId);
        builder.HasOne<Person>().WithOne().HasForeignKey<InvitationWishes>(w => w.PersonId);
    }

    public void Configure(EntityTypeBuilder<AskedOf> builder)
    {
        builder.ToTable("AskedOf");
        builder.HasKey(a => a.TopicId);
        builder.Property(a => a.Asked).HasConversion<string>().HasMaxLength(16);
        builder.HasOne(a => a.Topic).WithOne().HasForeignKey<AskedOf>(a => a.TopicId);
    }
}
