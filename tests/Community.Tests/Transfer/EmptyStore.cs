using Community.Events;
using Community.Store;

namespace Community.Tests.Transfer;

/// <summary>A fresh database of its own, gone with the test.</summary>
public sealed class EmptyStore : IAsyncDisposable
{
    readonly ContextFactory contexts;

    EmptyStore(string folder, ContextFactory contexts)
    {
        Folder = folder;
        this.contexts = contexts;
        Store = new CommunityStore(contexts, new EventSignal());
    }

    public string Folder { get; }

    public CommunityStore Store { get; }

    public static async Task<EmptyStore> Make()
    {
        var folder = Directory.CreateTempSubdirectory("community-import-").FullName;
        var data = new DataFolder(folder);
        var contexts = new ContextFactory(data);
        await new Migrator(contexts, data).Run();
        return new EmptyStore(folder, contexts);
    }

    /// <summary>As another process would have it: with a write lane of its own.</summary>
    public CommunityStore AnotherStore() => new(contexts, new EventSignal());

    public CommunityContext Context() => contexts.Create();

    public ValueTask DisposeAsync()
    {
        Store.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
