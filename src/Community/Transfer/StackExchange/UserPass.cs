using System.Globalization;
using Community.People;
using Community.Store;

namespace Community.Transfer.StackExchange;

/// <summary>Users become people whom nobody signs in as until an administrator hands them over.</summary>
sealed class UserPass(ImportRun run) : Pass<(DumpRow Row, Person Person)>(run, TableNames.Users, TableNames.Users, TableNames.Users)
{
    protected override Task<IReadOnlyList<(DumpRow Row, Person Person)>> Prepare(IReadOnlyList<DumpRow> rows) =>
        Task.FromResult<IReadOnlyList<(DumpRow, Person)>>([.. rows.Select(row => (row, Person.Imported(Name(row), row.Time("CreationDate") ?? Here.Now, Here.Now)))]);

    protected override async Task Write(CommunityContext db, IReadOnlyList<(DumpRow Row, Person Person)> ready)
    {
        foreach (var (row, person) in ready)
            db.ExternalIdentities.Add(new ExternalIdentity(person, Here.Site.Name, row.Id.ToString(CultureInfo.InvariantCulture), Here.Site.User(row.Id)));
        await db.SaveChangesAsync();
        await Here.Keys.Insert(db, TableNames.Users, ready.Select(user => (user.Row.Id, user.Person.Id)));
    }

    static string Name(DumpRow row)
    {
        var clean = new string([.. (row["DisplayName"] ?? "").Where(c => !char.IsControl(c))]).Trim();
        return clean.Length > 0 ? DumpText.Shorten(clean, Person.MaxNameLength) : string.Create(CultureInfo.InvariantCulture, $"user{row.Id}");
    }
}
