using Community.People;
using Community.Store;
using Community.Topics;
using Community.Transfer;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Transfer;

/// <summary>The made-up dump, brought into a fresh database.</summary>
public sealed class MadeUpSite : IAsyncLifetime
{
    public MadeUpDump Dump { get; } = new();

    public EmptyStore Fresh { get; private set; } = null!;

    public CommunityContext Db { get; private set; } = null!;

    public ImportReport Report { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Fresh = await EmptyStore.Make();
        Report = await Import("birds");
        Db = Fresh.Context();
    }

    public async ValueTask DisposeAsync()
    {
        await Db.DisposeAsync();
        await Fresh.DisposeAsync();
        Dump.Dispose();
    }

    public Task<ImportReport> Import(string slug) => new ImportStackExchange(Fresh.Store, FixedClock.Instance).Run(Dump.Folder, new ImportTarget(slug), null, TestContext.Current.CancellationToken);

    public async Task<Post> Post(string table, long externalId)
    {
        var row = await Db.ImportedRows.SingleAsync(r => r.Table == table && r.ExternalId == externalId);
        return await Db.Posts.Include(p => p.Topic).Include(p => p.Revisions).SingleAsync(p => p.Id == row.SubjectId);
    }

    public async Task<List<Revision>> Revisions(long externalId) => [.. (await Post("Posts", externalId)).Revisions.OrderBy(r => r.Number)];

    public Task<string> Name(long personId) => Db.People.Where(p => p.Id == personId).Select(p => p.Name).SingleAsync();

    public async Task<string> Attribution(string table, long externalId)
    {
        var post = await Post(table, externalId);
        return await Db.Attributions.Where(a => a.PostId == post.Id).Select(a => a.Url + " " + a.Licence).SingleAsync();
    }
}
