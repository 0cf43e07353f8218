using System.Globalization;
using Community.People;
using Community.Store;

namespace Community.Transfer.StackExchange;

/// <summary>Users become people whom nobody signs in as until an administrator hands them over.</summary>
sealed class UserPass(ImportRun run) : Pass<DumpRow>(run, TableNames.Users, TableNames.Users, TableNames.Users)
{
    protected override Task<IReadOnlyList<DumpRow>> Prepare(IReadOnlyList<DumpRow> rows) => Task.FromResult(rows);

    protected override async Task Write(CommunityContext db, IReadOnlyList<DumpRow> ready)
    {
        // Made here and not before: a transaction that is tried again needs rows without ids.
        var people = ready.Select(row => Person.Imported(Name(row), row.Time("CreationDate") ?? Here.Now, Here.Now)).ToList();
        db.ExternalIdentities.AddRange(ready.Zip(people, (row, person) =>
            new ExternalIdentity(person, Here.Site.Name, row.Id.ToString(CultureInfo.InvariantCulture), Here.Site.User(row.Id))));
        await db.SaveChangesAsync();
        await Here.Keys.Insert(db, TableNames.Users, ready.Zip(people, (row, person) => (row.Id, person.Id)));
    }

    static string Name(DumpRow row)
    {
        var clean = new string([.. (row["DisplayName"] ?? "").Where(c => !char.IsControl(c))]).Trim();
        return clean.Length > 0 ? DumpText.Shorten(clean, Person.MaxNameLength) : string.Create(CultureInfo.InvariantCulture, $"user{row.Id}");
    }
}
