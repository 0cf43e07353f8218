using Community.Events;
using Community.People;
using Community.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Topics.Voices;

/// <summary>What stands under what staff say for themselves where others than staff read it: one version, from a moment on. An older post keeps the version of its day; one that is older than all has the first.</summary>
public sealed class Disclaimer : Entity
{
    public const int MaxLength = 500;

    Disclaimer()
    {
    }

    /// <param name="text">Empty: from now on none.</param>
    /// <exception cref="RefusedException">It is too long.</exception>
    public Disclaimer(int number, string? text, long? byId, DateTime now)
    {
        (Number, Text, ById, At) = (number, (text ?? "").Trim(), byId, now);
        if (Text.Length > MaxLength) throw new RefusedException(Refusal.Invalid, "A disclaimer has at most {0} characters.", MaxLength) { Field = nameof(Text) };

        Tell(EventKind.GuardsChanged, now, byId, words: () => FormattableString.Invariant($"disclaimer {Number}: {Text}"));
    }

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    public string Text { get; private set; } = "";

    public long? ById { get; private set; }

    /// <summary>From when it stands under new posts.</summary>
    public DateTime At { get; private set; }
}

/// <summary>The versions.</summary>
public static class DisclaimerSets
{
    extension(CommunityContext db)
    {
        public DbSet<Disclaimer> Disclaimers => db.Set<Disclaimer>();
    }
}

sealed class DisclaimerMapping : IEntityTypeConfiguration<Disclaimer>
{
    public void Configure(EntityTypeBuilder<Disclaimer> builder)
    {
        builder.ToTable("Disclaimers");
        builder.Property(d => d.Text).HasMaxLength(Disclaimer.MaxLength);
        builder.HasIndex(d => d.Number).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(d => d.ById);
    }
}

/// <summary>An administrator says what stands under personal posts of staff from now on.</summary>
public sealed class WriteDisclaimer(CommunityStore store, TimeProvider clock)
{
    /// <param name="text">Empty for none.</param>
    /// <exception cref="RefusedException">Not an administrator; too long; or it says so already.</exception>
    public Task Run(long? actorId, string? text, CancellationToken stop = default) => store.Write(async db =>
    {
        await db.DemandAdministrator(actorId, stop);
        await db.LockName(nameof(Disclaimer), stop);
        var newest = await db.Disclaimers.OrderByDescending(d => d.Number).FirstOrDefaultAsync(stop);
        if ((newest?.Text ?? "") == (text ?? "").Trim()) throw new RefusedException(Refusal.Conflict, "It says so already.");

        db.Disclaimers.Add(new Disclaimer((newest?.Number ?? 0) + 1, text, actorId, clock.Now()));
        await db.SaveChangesAsync(stop);
    }, stop);
}

/// <summary>The versions in memory, until the log says that there is another one.</summary>
public sealed class KnownDisclaimers : IForgets
{
    readonly CommunityStore store;
    readonly Recent recent;
    readonly Remembered<int, IReadOnlyList<(DateTime At, string Text)>> known = new(1);

    public KnownDisclaimers(CommunityStore store, Recent recent)
    {
        (this.store, this.recent) = (store, recent);
        recent.Tell(this);
    }

    /// <summary>By the moment at which a post was made: what stands under it, or null.</summary>
    public async ValueTask<Func<DateTime, string?>> Versions()
    {
        await recent.CatchUp();
        if (!known.TryGet(0, out var kept))
        {
            var round = known.Round;
            kept = await store.Read(async db => (IReadOnlyList<(DateTime, string)>)[.. (await db.Disclaimers.AsNoTracking().OrderBy(d => d.Number).Select(d => new { d.At, d.Text }).ToListAsync()).Select(d => (d.At, d.Text))]);
            known.Keep(0, kept, round);
        }

        var versions = kept;
        return at => versions.Count == 0 ? null : versions.LastOrDefault(version => version.At <= at, versions[0]).Text is { Length: > 0 } text ? text : null;
    }

    void IForgets.Forget(Event happened)
    {
        if (happened.Kind == EventKind.GuardsChanged) known.ForgetAll();
    }

    void IForgets.ForgetAll() => known.ForgetAll();
}
