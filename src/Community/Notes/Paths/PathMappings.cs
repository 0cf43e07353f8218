using Community.People;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Notes.Paths;

/// <summary>The sets of paths.</summary>
public static class PathSets
{
    extension(CommunityContext db)
    {
        public DbSet<NewcomerPath> Paths => db.Set<NewcomerPath>();

        public DbSet<PathStation> PathStations => db.Set<PathStation>();

        public DbSet<StationProgress> StationProgress => db.Set<StationProgress>();

        public DbSet<BuddyChoice> BuddyChoices => db.Set<BuddyChoice>();
    }
}

sealed class PathMapping : IEntityTypeConfiguration<NewcomerPath>, IEntityTypeConfiguration<PathStation>, IEntityTypeConfiguration<StationProgress>, IEntityTypeConfiguration<BuddyChoice>
{
    public void Configure(EntityTypeBuilder<NewcomerPath> builder)
    {
        builder.ToTable("Paths");
        builder.Property(p => p.Title).HasMaxLength(NewcomerPath.MaxTitleLength);
        builder.Property(p => p.Lead).HasMaxLength(NewcomerPath.MaxLeadLength);
        builder.HasOne<Space>().WithMany().HasForeignKey(p => p.SpaceId);
        builder.HasOne<Unit>().WithMany().HasForeignKey(p => p.UnitId);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.MadeById);
    }

    public void Configure(EntityTypeBuilder<PathStation> builder)
    {
        builder.ToTable("PathStations");
        builder.Property(s => s.Why).HasMaxLength(PathStation.MaxWhyLength);
        builder.Property(s => s.Stage).HasMaxLength(PathStation.MaxStageLength);
        builder.HasOne(s => s.Path).WithMany(p => p.Stations).HasForeignKey(s => s.PathId);
        builder.HasOne<Topic>().WithMany().HasForeignKey(s => s.TopicId);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.MeetId);
        builder.HasIndex(s => new { s.PathId, s.Order });
    }

    public void Configure(EntityTypeBuilder<StationProgress> builder)
    {
        builder.ToTable("StationProgress");
        builder.HasKey(p => new { p.PersonId, p.StationId });
        builder.HasOne(p => p.Station).WithMany().HasForeignKey(p => p.StationId);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId);
    }

    public void Configure(EntityTypeBuilder<BuddyChoice> builder)
    {
        builder.ToTable("BuddyChoices");
        builder.HasKey(b => b.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(b => b.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(b => b.BuddyId);
        builder.HasIndex(b => b.BuddyId);
    }
}
