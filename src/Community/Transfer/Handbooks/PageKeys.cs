using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Transfer.Handbooks;

/// <summary>Which page became which note. A page is known by its path in the folder, of which a number is made.</summary>
sealed class PageKeys(CommunityStore store, string source)
{
    /// <summary>The note of a part.</summary>
    public const string Notes = "Pages";

    /// <summary>What it said when it was last brought in.</summary>
    public const string Texts = "Page texts";

    /// <summary>Its links wait for the other pages.</summary>
    public const string Unlinked = "Page links";

    public const string Files = "Page files";

    public string Source { get; } = source;

    /// <summary>63 bits of SHA-256: a million pages meet with a chance of one in ten million.</summary>
    public static long Of(string words) => Number(SHA256.HashData(Encoding.UTF8.GetBytes(words)));

    public static async Task<long> Of(Stream content) => Number(await SHA256.HashDataAsync(content));

    static long Number(byte[] hash) => BinaryPrimitives.ReadInt64BigEndian(hash) & long.MaxValue;

    public static long OfPart(string path, int number) => Of(number == 1 ? path : $"{path}#{number}");

    public Task<Dictionary<long, long>> Find(string table, IReadOnlyCollection<long> ids) => store.Read(db => Find(db, table, ids));

    public async Task<Dictionary<long, long>> Find(CommunityContext db, string table, IReadOnlyCollection<long> ids) =>
        await db.ImportedRows.AsNoTracking().Where(r => r.Source == Source && r.Table == table && ids.Contains(r.ExternalId)).ToDictionaryAsync(r => r.ExternalId, r => r.SubjectId);

    public Task<Dictionary<long, long>> All(string table) =>
        store.Read(db => db.ImportedRows.AsNoTracking().Where(r => r.Source == Source && r.Table == table).ToDictionaryAsync(r => r.ExternalId, r => r.SubjectId));

    /// <summary>In place of what was there.</summary>
    public async Task Set(CommunityContext db, string table, long id, long subjectId)
    {
        await Forget(db, table, id);
        db.ImportedRows.Add(new ImportedRow(Source, table, id, subjectId));
        await db.SaveChangesAsync();
    }

    public Task Forget(CommunityContext db, string table, long id) => db.ImportedRows.Where(r => r.Source == Source && r.Table == table && r.ExternalId == id).ExecuteDeleteAsync();
}
