using Community.Events;
using Community.People;
using Community.Spaces;
using Community.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Community.Topics.Masks;

/// <summary>Who asked without a name shows it after all; it is not put back on.</summary>
public sealed class TakeMaskOff(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">There is no such question, or somebody else asked it.</exception>
    public Task Run(long personId, long topicId, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var mask = await db.MaskIn(viewer, topicId, stop);
        if (mask.Mask.PersonId != personId) throw new RefusedException(Refusal.Forbidden, "Only who asked shows the own name.");

        mask.TakeOff(clock.Now());
        await db.SaveChangesAsync(stop);
        await db.Posts.Where(p => p.TopicId == topicId && p.AuthorId == mask.MaskId).ExecuteUpdateAsync(set => set.SetProperty(p => p.UnnamedAt, (DateTime?)null), stop);
        foreach (var column in People(db.Model)) await Hand(db, column, mask.MaskId, personId, stop);
    }, stop);

    /// <summary>Every column in which a person can stand, whatever area it belongs to: what is added tomorrow is in it. The log is never changed, and masks stay what they were.</summary>
    static IEnumerable<IProperty> People(IModel model) => model.GetEntityTypes().Where(entity => entity.ClrType != typeof(Event) && entity.ClrType != typeof(Mask) && entity.ClrType != typeof(Person))
        .SelectMany(entity => entity.GetProperties()).Where(property => property.ClrType == typeof(long) || property.ClrType == typeof(long?))
        .Where(property => property.GetContainingForeignKeys().Any(key => key.PrincipalEntityType.ClrType == typeof(Person))
            || property.Name is "PersonId" or "AuthorId" or "EditorId" or "OwnerId" or "ActorId" || property.Name.EndsWith("ById", StringComparison.Ordinal));

    static Task<int> Hand(CommunityContext db, IProperty column, long from, long to, CancellationToken stop)
    {
        var (table, name) = (column.DeclaringType.GetTableName(), column.GetColumnName());
#pragma warning disable EF1002 // names come from the model
        return db.Database.ExecuteSqlRawAsync($"""UPDATE "{table}" SET "{name}" = @p0 WHERE "{name}" = @p1""", [to, from], stop);
#pragma warning restore EF1002
    }
}
