using Community.People;
using Community.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Reports;

/// <summary>The sets of the area Reports.</summary>
public static class ReportSets
{
    extension(CommunityContext db)
    {
        public DbSet<Report> Reports => db.Set<Report>();

        public DbSet<Retraction> Retractions => db.Set<Retraction>();

        public DbSet<RefinementTask> RefinementTasks => db.Set<RefinementTask>();
    }
}

sealed class ReportMapping : IEntityTypeConfiguration<Report>, IEntityTypeConfiguration<Retraction>, IEntityTypeConfiguration<RefinementTask>
{
    public void Configure(EntityTypeBuilder<Report> builder)
    {
        builder.ToTable("Reports");
        builder.Property(r => r.Outcome).HasConversion<string>().HasMaxLength(16);
        builder.Property(r => r.Place).HasMaxLength(Report.MaxPlaceLength);
        builder.Property(r => r.Line).HasMaxLength(Report.MaxLineLength);
        builder.HasOne(r => r.Post).WithMany().HasForeignKey(r => r.PostId);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId);
        builder.HasIndex(r => new { r.PostId, r.PersonId, r.Day });
    }

    public void Configure(EntityTypeBuilder<Retraction> builder)
    {
        builder.ToTable("Retractions");
        builder.HasKey(r => r.ReportId);
        builder.HasOne(r => r.Report).WithOne(r => r.Retraction).HasForeignKey<Retraction>(r => r.ReportId);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.ById);
    }

    public void Configure(EntityTypeBuilder<RefinementTask> builder)
    {
        builder.ToTable("RefinementTasks");
        builder.Property(t => t.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(t => t.Reason).HasMaxLength(RefinementTask.MaxReasonLength);
        builder.HasOne(t => t.Report).WithOne().HasForeignKey<RefinementTask>(t => t.ReportId);
        builder.HasOne(t => t.Post).WithMany().HasForeignKey(t => t.PostId);
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.EndedById);
        builder.HasIndex(t => new { t.PostId, t.State });
    }
}
