using System.Text.Json;

namespace Community.Transfer.Archives;

/// <summary>What a backup says of itself: the first thing that a restore reads, and what it checks every file against.</summary>
/// <param name="Store"><c>sqlite</c> or <c>postgres</c>.</param>
/// <param name="Schema">The newest migration that its database has.</param>
/// <param name="At">UTC; everything acknowledged before is in it.</param>
public sealed record BackupManifest(string Format, string Program, string Store, string Schema, DateTime At, BackupCounts Counts, IReadOnlyList<BackupFile> Files)
{
    public const string Name = "manifest.json";
    public const string CurrentFormat = "community-backup-1";
    public const string Sqlite = "sqlite";
    public const string Postgres = "postgres";

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public void Write(Stream to) => JsonSerializer.Serialize(to, this, Json);

    /// <exception cref="JsonException">It is none.</exception>
    public static BackupManifest? Read(Stream from) => JsonSerializer.Deserialize<BackupManifest>(from, Json);
}

/// <summary>How much is in it, for whoever looks.</summary>
public sealed record BackupCounts(int People, int Topics, int Posts, long LastEvent);

/// <param name="Path">In the archive: <c>database/…</c>, <c>keys/…</c> or <c>uploads/…</c>.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
public sealed record BackupFile(string Path, long Bytes, string Sha256);
