using Lucene.Net.Search;

namespace Community.Search;

/// <summary>Finds flipped bytes and cut files, which opening an index does not.</summary>
static class IndexInspection
{
    extension(SearcherManager manager)
    {
        /// <summary>Reads every file of every segment and compares its checksum; null when all is well.</summary>
        public Exception? Inspect()
        {
            IndexSearcher? searcher = null;
            try
            {
                searcher = manager.Acquire();
                foreach (var leaf in searcher.IndexReader.Leaves) leaf.AtomicReader.CheckIntegrity();
                return null;
            }
            catch (ObjectDisposedException)
            {
                return null;
            }
            catch (Exception error)
            {
                return IndexFolder.IsPassing(error) ? null : error;
            }
            finally
            {
                if (searcher is not null) manager.Release(searcher);
            }
        }
    }
}
