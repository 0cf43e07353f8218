using Community.People;
using Community.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Spaces.Voices;

/// <summary>Who may speak for whom.</summary>
public static class VoiceSets
{
    extension(CommunityContext db)
    {
        public DbSet<VoiceGrant> VoiceGrants => db.Set<VoiceGrant>();

        /// <summary>The grants that somebody holds now in a space; each voice once, those first that need nobody else.</summary>
        public async Task<IReadOnlyList<VoiceGrant>> VoicesOf(long personId, long spaceId, DateTime now, CancellationToken stop = default)
        {
            var held = await db.VoiceGrants.AsNoTracking().Include(g => g.Mask.Worn).Where(g => g.PersonId == personId && (g.SpaceId == null || g.SpaceId == spaceId) && g.EndedAt == null && g.Until > now).ToListAsync(stop);
            return [.. held.OrderBy(g => g.Voice).ThenBy(g => g.Mask.Worn.Name).ThenBy(g => g.NeedsSecond).ThenBy(g => g.Id).DistinctBy(g => g.MaskId)];
        }

        /// <summary>Who else has this voice in a space now.</summary>
        public Task<List<long>> OthersWithVoice(VoiceGrant grant, long spaceId, DateTime now, CancellationToken stop = default)
        {
            var (voice, unitId, personId) = (grant.Voice, grant.UnitId, grant.PersonId);
            return db.VoiceGrants.Where(g => g.Voice == voice && g.UnitId == unitId && g.PersonId != personId && (g.SpaceId == null || g.SpaceId == spaceId) && g.EndedAt == null && g.Until > now).Select(g => g.PersonId).Distinct().ToListAsync(stop);
        }
    }
}

sealed class VoiceGrantMapping : IEntityTypeConfiguration<VoiceGrant>
{
    public void Configure(EntityTypeBuilder<VoiceGrant> builder)
    {
        builder.ToTable("VoiceGrants");
        builder.Property(g => g.Voice).HasConversion<string>().HasMaxLength(16);
        builder.Property(g => g.Why).HasMaxLength(VoiceGrant.MaxWhyLength);
        builder.HasIndex(g => g.PersonId);
        builder.HasOne(g => g.Mask).WithMany().HasForeignKey(g => g.MaskId);
        builder.HasOne<Person>().WithMany().HasForeignKey(g => g.PersonId);
        builder.HasOne<Unit>().WithMany().HasForeignKey(g => g.UnitId);
        builder.HasOne<Space>().WithMany().HasForeignKey(g => g.SpaceId);
        builder.HasOne<Person>().WithMany().HasForeignKey(g => g.ById);
        builder.HasOne<Person>().WithMany().HasForeignKey(g => g.EndedById);
    }
}
