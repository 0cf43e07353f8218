using Community.Events;
using Community.Store;

namespace Community.Tests.Transfer;

/// <summary>A fresh database of its own, gone with the test.</summary>
public sealed class EmptyStore : IAsyncDisposable
{
    readonly ContextFactory contexts;
    readonly TestDatabase database;

    EmptyStore(string folder, TestDatabase database)
    {
        Folder = folder;
        this.database = database;
        contexts = database.Contexts(new DataFolder(folder));
        Store = new CommunityStore(contexts, new EventSignal());
    }

    public string Folder { get; }

    public CommunityStore Store { get; }

    public static async Task<EmptyStore> Make()
    {
        var folder = Directory.CreateTempSubdirectory("community-import-").FullName;
        var data = new DataFolder(folder);
        var empty = new EmptyStore(folder, await TestDatabase.Make());
        await new Migrator(empty.contexts, data).Run();
        return empty;
    }

    /// <summary>As another process would have it: with a write lane of its own.</summary>
    public CommunityStore AnotherStore() => new(contexts, new EventSignal());

    public CommunityContext Context() => contexts.Create();

    public async ValueTask DisposeAsync()
    {
        Store.Dispose();
        await database.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
