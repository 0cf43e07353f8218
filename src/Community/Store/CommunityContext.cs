using System.Reflection;
using Community.Events;
using Community.People;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Community.Store;

/// <summary>The database. It knows no area: mappings are found in the assembly, and each area adds its own sets as extension properties. Saving also appends what entities told to the event log.</summary>
public abstract class CommunityContext(DbContextOptions options) : IdentityUserContext<Account, long>(options), IDataProtectionKeyContext
{
    /// <summary>What cookies are signed with where many nodes share PostgreSQL; on SQLite the keys are files in the data folder.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>How far the audit log reaches once this transaction is committed; null while nothing of it is in it.</summary>
    internal AuditGrowth? Audited { get; set; }

    /// <summary>Whose time it is. A context of the pool is given it anew.</summary>
    internal TimeProvider Clock { private get; set; } = TimeProvider.System;

    /// <summary>The present moment, for rights that end by themselves.</summary>
    public DateTime Now => Clock.Now();

    /// <summary>Saves rows and their events. Call it once in a verb, inside <see cref="CommunityStore.Write{T}"/>.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        this.MakeStorable();
        var told = ChangeTracker.Entries<Entity>().SelectMany(entry => entry.Entity.TakeTold()).ToList();
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (told.Count == 0) return saved;

        await LockEventLog(cancellationToken);
        Set<Event>().AddRange(told.Select(happening => happening.ToEvent()));
        Audited = await AuditTrail.Append(this, told, cancellationToken) is { } grown ? grown with { Before = Audited?.Before ?? grown.Before } : Audited;
        return saved + await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>Holds the row that is decided on until the transaction ends. A key that is not there locks nothing.</summary>
    public abstract Task LockRow(string table, string keyColumn, object key, CancellationToken stop);

    /// <summary>Whether a write could begin just now, without waiting for one that holds the database. Needs an open connection.</summary>
    public abstract Task<bool> CouldWrite(CancellationToken stop);

    /// <summary>Holds a name until the transaction ends: for a decision about rows that are not there yet, or about a table as a whole.</summary>
    public abstract Task LockName(string name, CancellationToken stop);

    /// <summary>Makes event ids follow commit order, and wakes other processes at the commit.</summary>
    protected abstract Task LockEventLog(CancellationToken stop);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(Assembly.GetExecutingAssembly());
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
    }
}
