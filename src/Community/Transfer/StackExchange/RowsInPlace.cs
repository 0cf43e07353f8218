using System.Text;
using System.Xml;
using Microsoft.Win32.SafeHandles;

namespace Community.Transfer.StackExchange;

/// <summary>Reads single rows of a file where an index says that they lie.</summary>
sealed class RowsInPlace(string path) : IDisposable
{
    readonly SafeFileHandle file = File.OpenHandle(path);

    public string Name { get; } = Path.GetFileName(path);

    /// <summary>Null when something else lies there: bytes that are no text shift the rows that follow on their line.</summary>
    public DumpRow? Read(long id, long line, long offset, int length)
    {
        var bytes = new byte[length];
        var place = new DumpLine(line, offset, RandomAccess.Read(file, bytes, offset), null);
        try
        {
            var row = DumpRow.Parse(Encoding.UTF8.GetString(bytes.AsSpan(0, (int)place.Length)), Name, place, place);
            return row.Id == id ? row : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    public void Dispose() => file.Dispose();
}
