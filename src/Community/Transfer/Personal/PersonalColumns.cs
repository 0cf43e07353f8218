using Community.Events;
using Community.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Community.Transfer.Personal;

/// <summary>Which columns of which tables are somebody's own: found in the model, so that what is added tomorrow is in it. A column that names a person is either where they made the row, or where they did something to one that another made.</summary>
public static class PersonalColumns
{
    /// <summary>Whoever stands there made the row, or it is about them.</summary>
    static readonly HashSet<string> Makers = ["PersonId", "AuthorId", "EditorId", "OwnerId", "ById", "MadeById", "AddedById", "AskedById", "SponsorId", "StarterId"];

    /// <summary>About somebody, and not for them: a hold would tell what it is for.</summary>
    static readonly HashSet<string> NotForThem = ["LegalHolds.PersonId"];

    /// <summary>Never given to anybody: who has them could act as somebody else.</summary>
    static readonly string[] Secrets = ["Secret", "Hash", "Stamp", "ReplyKey", "MessageKey", "Endpoint", "P256dh", "Auth", "PasswordHash"];

    /// <summary>Words of others in a row of one's own: a copy of what stands elsewhere behind its gate, or what somebody else said of it or to it; who decided on somebody, which is not said anywhere; and letters, which can hold links that open an account.</summary>
    static readonly HashSet<string> OfOthers = ["Sponsorships.Why", "Sponsorships.EndReason", "Suspensions.ById", "Suspensions.EndedById", "Appeals.JudgedById", "Closures.ReopenReason", "Removals.LiftReason", "BenchPassages.Text", "BenchBlocks.Text", "LineageTies.Quote", "Outbox.Text", "NoteDisputes.Outcome"];

    /// <summary>What somebody said to a row that another made.</summary>
    static readonly HashSet<string> OwnWords = ["Closures.ReopenReason", "Removals.LiftReason", "RefinementTasks.Reason", "Sponsorships.EndReason", "Suggestions.Word", "Submissions.Note", "NoteDisputes.Outcome"];

    /// <summary>Of a table: the rows that somebody made, and those to which they did something.</summary>
    public static IEnumerable<PersonalTable> Of(IModel model)
    {
        foreach (var entity in model.GetEntityTypes().Where(entity => entity.GetTableName() is not null).OrderBy(entity => entity.GetTableName(), StringComparer.Ordinal))
        {
            var table = entity.GetTableName()!;
            var named = Named(entity).Where(name => !NotForThem.Contains($"{table}.{name}")).ToList();
            if (entity.ClrType == typeof(Person)) yield return new PersonalTable(table, table, ["Id"], Columns(entity, table));
            // In somebody's inbox an actor is somebody else.
            var makers = entity.ClrType == typeof(Event) ? named : named.FindAll(Makers.Contains);
            // What became of one's own posts, under which rule and why; not by whom.
            if (entity.ClrType == typeof(Topics.Removal))
                yield return new PersonalTable(table + ".own", table, [], Columns(entity, table).FindAll(column => !named.Contains(column.Name))) { Only = $"\"PostId\" IN (SELECT \"Id\" FROM \"Posts\" WHERE \"AuthorId\" IN ({PersonalTable.Own}))" };
            if (makers.Count > 0)
                yield return new PersonalTable(table, table, makers, Columns(entity, table))
                {
                    // A revision of what its author took back is the author's alone.
                    Only = entity.ClrType == typeof(Topics.Revision) ? $"\"PostId\" IN (SELECT \"Id\" FROM \"Posts\" WHERE \"Standing\" = '{nameof(Topics.Standing.Published)}' OR \"AuthorId\" IN ({PersonalTable.Own}))" : null,
                };

            var others = named.Except(makers).Where(name => entity.ClrType.Name != "Notification" && entity.ClrType.Name != "GuardRule").ToList();
            if (others.Count > 0) yield return new PersonalTable(table + ".acts", table, others, [.. Columns(entity, table, others)]);
        }
    }

    static IEnumerable<string> Named(IEntityType entity) => entity.GetProperties().Where(property => (property.ClrType == typeof(long) || property.ClrType == typeof(long?)) && entity.ClrType != typeof(Person)
            && (property.GetContainingForeignKeys().Any(key => key.PrincipalEntityType.ClrType == typeof(Person)) && !property.IsPrimaryKey() || property.Name is "PersonId" or "AuthorId" or "EditorId" or "OwnerId" or "ActorId" || property.Name.EndsWith("ById", StringComparison.Ordinal)))
        .Select(property => property.Name);

    static List<PersonalColumn> Columns(IEntityType entity, string table, IReadOnlyCollection<string>? by = null) =>
        [.. entity.GetProperties().Where(property => property.ClrType != typeof(byte[]) && !Secrets.Any(secret => property.Name == secret || property.Name.EndsWith(secret, StringComparison.Ordinal)))
            // Of what others made, who they are is not said: they may have no name there.
            .Where(property => by is null || by.Contains(property.Name) || !Named(entity).Contains(property.Name))
            .Where(property => by is not null ? property.ClrType != typeof(string) || OwnWords.Contains($"{table}.{property.Name}") : !OfOthers.Contains($"{table}.{property.Name}") && !property.Name.EndsWith("Folded", StringComparison.Ordinal))
            .Select(property => new PersonalColumn(property.GetColumnName(), property.ClrType == typeof(bool) || property.ClrType == typeof(bool?)))];
}

/// <summary>Rows of a table that are somebody's own.</summary>
/// <param name="File">How the file with them is called.</param>
/// <param name="By">The columns of which one names the person.</param>
public sealed record PersonalTable(string File, string Table, IReadOnlyList<string> By, IReadOnlyList<PersonalColumn> Columns)
{
    /// <summary>In <see cref="Only"/>: the ids under which the person goes.</summary>
    public const string Own = "{own}";

    /// <summary>What of them, as SQL; null for all.</summary>
    public string? Only { get; init; }
}

/// <summary>A column that goes out.</summary>
public sealed record PersonalColumn(string Name, bool IsYesOrNo);
