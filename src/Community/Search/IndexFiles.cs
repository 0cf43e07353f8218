using Lucene.Net.Store;
using Microsoft.Win32.SafeHandles;

namespace Community.Search;

/// <summary>
/// The index's files, read at a position by the operating system. Lucene's own way holds a lock around seek and read, at which concurrent searches wait for each
/// other; mapped memory made the garbage collector pause at a million documents, and ends the process when a file is cut.
/// </summary>
sealed class IndexFiles(string path) : FSDirectory(new DirectoryInfo(path), NoLockFactory.GetNoLockFactory())
{
    /// <summary>Searches read the lists of documents from one end to the other, where bigger pieces are fewer calls; of everything else they read little here and there.</summary>
    const int ListBytes = 4_096, OtherBytes = 1_024;

    public override IndexInput OpenInput(string name, IOContext context)
    {
        var handle = Opened(name);
        return new Input(name, handle, 0, RandomAccess.GetLength(handle), isOwner: true);
    }

    public override IndexInputSlicer CreateSlicer(string name, IOContext context) => new Slicer(name, Opened(name));

    SafeFileHandle Opened(string name)
    {
        EnsureOpen();
        return File.OpenHandle(Path.Combine(Directory.FullName, name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.RandomAccess);
    }

    /// <summary>Parts of one file, as a compound file has them.</summary>
    sealed class Slicer(string name, SafeFileHandle handle) : IndexInputSlicer
    {
        public override IndexInput OpenSlice(string sliceDescription, long offset, long length) => new Input($"{name} ({sliceDescription})", handle, offset, length, isOwner: false);

        [Obsolete("Only for reading 3.x indexes.")]
        public override IndexInput OpenFullSlice() => OpenSlice("whole", 0, RandomAccess.GetLength(handle));

        protected override void Dispose(bool disposing)
        {
            if (disposing) handle.Dispose();
        }
    }

    sealed class Input(string name, SafeFileHandle handle, long from, long length, bool isOwner) : BufferedIndexInput(name, name.Contains(".doc", StringComparison.Ordinal) ? ListBytes : OtherBytes)
    {
        bool isClone;

        public override long Length => length;

        public override object Clone()
        {
            var clone = (Input)base.Clone();
            clone.isClone = true;
            return clone;
        }

        protected override void ReadInternal(byte[] b, int offset, int length)
        {
            var at = Position;
            if (at + length > this.Length) throw new EndOfStreamException("The index file is shorter than it should be: " + this);

            for (var done = 0; done < length;)
            {
                var read = RandomAccess.Read(handle, b.AsSpan(offset + done, length - done), from + at + done);
                if (read == 0) throw new EndOfStreamException("The index file is shorter than it was: " + this);

                done += read;
            }
        }

        protected override void SeekInternal(long pos)
        {
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing && isOwner && !isClone) handle.Dispose();
        }
    }
}
