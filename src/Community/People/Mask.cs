using Community.Governance;
using Community.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.People;

/// <summary>
/// Who stands behind a person that is nobody: one for each question that was asked without a name, and one for each name in which somebody may speak beside the own. Whatever is said under it is stored under the mask, so that
/// every read is right without knowing of masks. Only what decides for its wearer reads these rows, a look that is on record, and, of a voice, what staff are shown.
/// </summary>
public sealed class Mask
{
    /// <summary>Shown in the place of a name.</summary>
    public const string Name = "Somebody who asked without a name";

    Mask()
    {
    }

    public Mask(long personId, DateTime now) => (PersonId, Worn) = (personId, Person.Masking(Name, now));

    /// <summary>Somebody's voice as a unit or the institution.</summary>
    /// <param name="unitId">Of a unit's voice.</param>
    /// <param name="name">The unit's name, or the institution's.</param>
    public Mask(long personId, Voice voice, long? unitId, string name, DateTime now) => (PersonId, Voice, UnitId, Worn) = (personId, voice, unitId, Person.Masking(name.Length > Person.MaxNameLength ? name[..Person.MaxNameLength] : name, now));

    /// <summary>Of the person that is nobody; <see cref="Worn"/>.</summary>
    public long Id { get; private set; }

    public Person Worn { get; private set; } = null!;

    /// <summary>Who wears it.</summary>
    public long PersonId { get; private set; }

    /// <summary>In whose name it speaks. Personal: it hides who asked a question.</summary>
    public Voice Voice { get; private set; }

    /// <summary>Of a unit's voice.</summary>
    public long? UnitId { get; private set; }
}

/// <summary>Who is meant by an id that may be a mask's.</summary>
public static class Unmasking
{
    extension(CommunityContext db)
    {
        /// <summary>The wearers of those ids that are masks; the others are missing. For what is done for the wearer alone: nothing of it may be shown.</summary>
        public async Task<IReadOnlyDictionary<long, long>> Wearers(IReadOnlyCollection<long> ids, CancellationToken stop = default) =>
            ids.Count == 0 ? new Dictionary<long, long>() : await db.Masks.AsNoTracking().Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.PersonId, stop);

        /// <summary>The wearer of a mask; anybody else as they are.</summary>
        public async Task<long> Wearer(long id, CancellationToken stop = default) => (await db.Wearers([id], stop)).GetValueOrDefault(id, id);
    }
}

sealed class MaskMapping : IEntityTypeConfiguration<Mask>
{
    public void Configure(EntityTypeBuilder<Mask> builder)
    {
        builder.ToTable("Masks");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.HasOne(m => m.Worn).WithOne().HasForeignKey<Mask>(m => m.Id);
        builder.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId);
        builder.HasOne<Unit>().WithMany().HasForeignKey(m => m.UnitId);
        builder.Property(m => m.Voice).HasConversion<string>().HasMaxLength(16).HasDefaultValue(Voice.Personal).HasSentinel((Voice)(-1));
    }
}
