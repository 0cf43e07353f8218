using Community.People;
using Community.Spaces;
using Community.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Topics.Masks;

/// <summary>The sets of questions without a name.</summary>
public static class MaskSets
{
    extension(CommunityContext db)
    {
        public DbSet<TopicMask> TopicMasks => db.Set<TopicMask>();

        public DbSet<MaskLook> MaskLooks => db.Set<MaskLook>();

        public DbSet<MaskRule> MaskRules => db.Set<MaskRule>();
    }
}

sealed class TopicMaskMapping : IEntityTypeConfiguration<TopicMask>, IEntityTypeConfiguration<MaskLook>, IEntityTypeConfiguration<MaskRule>
{
    public void Configure(EntityTypeBuilder<TopicMask> builder)
    {
        builder.ToTable("TopicMasks");
        builder.HasKey(m => m.TopicId);
        builder.HasOne(m => m.Topic).WithOne().HasForeignKey<TopicMask>(m => m.TopicId);
        builder.HasOne(m => m.Mask).WithOne().HasForeignKey<TopicMask>(m => m.MaskId);
        builder.HasOne<Space>().WithMany().HasForeignKey(m => m.SpaceId);
    }

    public void Configure(EntityTypeBuilder<MaskLook> builder)
    {
        builder.ToTable("MaskLooks");
        builder.Property(l => l.Reason).HasMaxLength(Closure.MaxReasonLength);
        builder.HasOne(l => l.Of).WithMany(m => m.Looks).HasForeignKey(l => l.TopicId);
        builder.HasOne<Person>().WithMany().HasForeignKey(l => l.ById);
    }

    public void Configure(EntityTypeBuilder<MaskRule> builder)
    {
        builder.ToTable("MaskRules");
        builder.HasKey(r => r.SpaceId);
        builder.HasOne<Space>().WithOne().HasForeignKey<MaskRule>(r => r.SpaceId);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.ById);
    }
}
