using System.Buffers;
using System.Text;

namespace Community.Transfer.StackExchange;

/// <summary>Reads a file line by line and holds no more than one line: a file without line ends must not fill the memory.</summary>
static class DumpLines
{
    public const int MaxBytes = 4 * 1024 * 1024;

    const int BufferBytes = 256 * 1024;

    public static IEnumerable<DumpLine> Of(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1);
        var buffer = new byte[BufferBytes];
        var carried = new ArrayBufferWriter<byte>();
        long number = 0, offset = 0, length = 0;
        while (file.Read(buffer) is var read and > 0)
        {
            var from = 0;
            while (from < read)
            {
                var end = Array.IndexOf(buffer, (byte)'\n', from, read - from);
                var part = (end < 0 ? read : end) - from;
                length += part;
                if (length <= MaxBytes) carried.Write(buffer.AsSpan(from, part));
                from += part;
                if (end < 0) continue;

                yield return Line(++number, offset, length, carried);
                offset += length + 1;
                length = 0;
                from++;
            }
        }

        if (length > 0) yield return Line(++number, offset, length, carried);
    }

    static DumpLine Line(long number, long offset, long length, ArrayBufferWriter<byte> carried)
    {
        var text = length > MaxBytes ? null : Encoding.UTF8.GetString(carried.WrittenSpan);
        carried.ResetWrittenCount();
        return new DumpLine(number, offset, length, text);
    }
}
