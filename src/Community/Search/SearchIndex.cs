using Community.Store;
using Lucene.Net.Search;
using Microsoft.Extensions.Logging;

namespace Community.Search;

/// <summary>
/// The index of this node: one writer while it holds the lock, and a searcher for everybody. It is derived data: whatever is wrong with it, it is set
/// aside and built again, and searches go on with what can still be read.
/// </summary>
public sealed class SearchIndex(DataFolder data, ILogger<SearchIndex> log) : IDisposable
{
    readonly IndexFolder folder = new(data);

    IndexLock? held;
    OpenIndex? open;
    SearcherManager? serving;
    Exception? suspected;
    int isInspecting;

    /// <summary>What a rebuild or a long way to the end of the log has done; null when searches see everything.</summary>
    public IndexProgress? CatchingUp { get; internal set; }

    /// <summary>Another number whenever searches see other documents; 0 while nothing can be searched.</summary>
    public long Version
    {
        get
        {
            var version = 0L;
            return TrySearch(searcher => version = ((Lucene.Net.Index.DirectoryReader)searcher.IndexReader).Version) ? version : 0;
        }
    }

    /// <summary>Whether anything can be searched at all.</summary>
    public bool IsServing => serving is not null;

    /// <summary>The last event whose effects can be found; null while another process writes the index.</summary>
    public long? Checkpoint => open?.Checkpoint;

    /// <summary>How many posts and people can be found.</summary>
    public int Documents
    {
        get
        {
            var count = 0;
            return TrySearch(searcher => count = searcher.IndexReader.NumDocs) ? count : 0;
        }
    }

    internal OpenIndex Open => open ?? throw new InvalidOperationException("The index is not open for writing.");

    /// <summary>Opens it for writing, whatever it takes; false while another process holds the lock.</summary>
    internal bool TryOpen()
    {
        if (open is not null) return true;

        held ??= IndexLock.TryTake(data);
        if (held is null)
        {
            Follow();
            return false;
        }

        open = OpenOrSetAside();
        if (open.IsComplete || serving is null) Serve(open.Manager);
        return true;
    }

    /// <summary>Lets searches see the open index, which a rebuild may have kept from them.</summary>
    internal void Serve() => Serve(Open.Manager);

    /// <summary>Ends the writer without keeping what was not committed. Searches go on with what they have.</summary>
    internal void Abandon()
    {
        open?.Dispose();
        open = null;
    }

    /// <summary>Puts the index away as unusable; the next step makes a new one.</summary>
    internal void SetAside(Exception why)
    {
        log.LogWarning(why, "The search index cannot be used; it is set aside and built again");
        Abandon();
        suspected = null;
        folder.SetAside();
    }

    /// <summary>What was found wrong since the last time, if anything.</summary>
    internal Exception? Trouble() => open is { IsOnDisk: false } ? new FileNotFoundException("Files of the index were deleted or cut.") : suspected;

    /// <summary>Reads all of the index once in the background and compares the checksums; at most one at a time.</summary>
    public Task Inspect() => open is not { } inspected || Interlocked.Exchange(ref isInspecting, 1) == 1 ? Task.CompletedTask : Task.Run(() =>
    {
        try
        {
            if (inspected.Manager.Inspect() is { } damage && open == inspected) suspected = damage;
        }
        finally
        {
            isInspecting = 0;
        }
    });

    /// <summary>Goes on with a searcher whose reader the caller holds; what breaks is told and inspected, and the search goes without it.</summary>
    internal void GoOn(Action search)
    {
        try
        {
            search();
        }
        catch (Exception error) { Suspect(error); }
    }

    /// <summary>Runs <paramref name="search"/> on the newest searcher; false when there is none, or when it broke.</summary>
    internal bool TrySearch(Action<IndexSearcher> search)
    {
        for (var tries = 0; tries < 3 && Volatile.Read(ref serving) is { } manager; tries++)
        {
            IndexSearcher? searcher = null;
            try
            {
                searcher = manager.Acquire();
                search(searcher);
                return true;
            }
            catch (ObjectDisposedException) when (manager != Volatile.Read(ref serving))
            {
                // Another index was put in its place; that one is asked.
            }
            catch (Exception error)
            {
                Suspect(error);
                return false;
            }
            finally
            {
                if (searcher is not null) manager.Release(searcher);
            }
        }

        return false;
    }

    void Suspect(Exception error)
    {
        log.LogError(error, "A search failed; the index is inspected");
        _ = Inspect();
    }

    /// <summary>Commits what a step has completed, and lets go of the lock.</summary>
    public void Dispose()
    {
        try
        {
            if (open is { IsDirty: true }) open.Commit();
        }
        catch (Exception error)
        {
            log.LogWarning(error, "The last changes of the search index were not kept; they are read from the log again");
        }

        Abandon();
        Serve(null);
        held?.Dispose();
        held = null;
    }

    OpenIndex OpenOrSetAside()
    {
        try
        {
            return new OpenIndex(folder.Path);
        }
        catch (Exception error) when (!IndexFolder.IsPassing(error))
        {
            SetAside(error);
            return new OpenIndex(folder.Path);
        }
    }

    /// <summary>Without the lock, searches see what its holder commits.</summary>
    void Follow()
    {
        try
        {
            if (serving is null) Serve(new SearcherManager(new IndexFiles(folder.Path), null));
            else serving.MaybeRefresh();
        }
        catch (Exception error)
        {
            log.LogDebug(error, "There is no index to read yet");
            Serve(null);
        }
    }

    void Serve(SearcherManager? manager)
    {
        if (Interlocked.Exchange(ref serving, manager) is { } old && old != manager) old.Dispose();
    }
}
