using Community.Events;
using Community.Governance;
using Community.People;
using Community.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Spaces.Voices;

/// <summary>How a space likes to be written in: tone, do and don't, examples, and whether authors say what interest they have in the matter. One without a row has neither.</summary>
public sealed class SpaceVoice : Entity
{
    public const int MaxGuideLength = 2_000;

    SpaceVoice()
    {
    }

    public SpaceVoice(long spaceId) => SpaceId = spaceId;

    public long SpaceId { get; private set; }

    /// <summary>Lines; each beginning with a minus is one not to follow.</summary>
    public string Guide { get; private set; } = "";

    public bool AsksInterest { get; private set; }

    public long? ById { get; private set; }

    public DateTime At { get; private set; }

    /// <exception cref="RefusedException">It is too long.</exception>
    public void Change(string? guide, bool asksInterest, long byId, DateTime now)
    {
        (Guide, AsksInterest, ById, At) = ((guide ?? "").Trim(), asksInterest, byId, now);
        if (Guide.Length > MaxGuideLength) throw new RefusedException(Refusal.Invalid, "The guide has at most {0} characters.", MaxGuideLength) { Field = nameof(Guide) };

        Tell(EventKind.GuardsChanged, now, byId, words: () => FormattableString.Invariant($"voice guide of space {SpaceId}"));
    }
}

/// <summary>How spaces like to be written in.</summary>
public static class SpaceVoiceSets
{
    extension(CommunityContext db)
    {
        public DbSet<SpaceVoice> SpaceVoices => db.Set<SpaceVoice>();
    }
}

sealed class SpaceVoiceMapping : IEntityTypeConfiguration<SpaceVoice>
{
    public void Configure(EntityTypeBuilder<SpaceVoice> builder)
    {
        builder.ToTable("SpaceVoices");
        builder.Property(v => v.Guide).HasMaxLength(SpaceVoice.MaxGuideLength);
        builder.HasIndex(v => v.SpaceId).IsUnique();
        builder.HasOne<Space>().WithMany().HasForeignKey(v => v.SpaceId);
        builder.HasOne<Person>().WithMany().HasForeignKey(v => v.ById);
    }
}

/// <summary>A steward says how a space likes to be written in.</summary>
public sealed class GuideVoice(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">There is no such space, not a steward or administrator, or it is too long.</exception>
    public Task Run(long personId, string slug, string? guide, bool asksInterest, CancellationToken stop = default) => store.Write(async db =>
    {
        var space = await db.SpaceToChange(await db.Viewer(personId, stop), slug, Act.Charter, stop);
        var voice = await db.SpaceVoices.FirstOrDefaultAsync(v => v.SpaceId == space.Id, stop) ?? db.SpaceVoices.Add(new SpaceVoice(space.Id)).Entity;
        voice.Change(guide, asksInterest, personId, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
