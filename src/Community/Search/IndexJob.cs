using System.Text.Json;
using Community.Store;

namespace Community.Search;

/// <summary>
/// A rebuild that a command asks the server for. It lies in the data folder and not in the database, because an index belongs to its node and nodes may
/// share a database.
/// </summary>
public sealed record IndexJob(Guid Id, DateTime RequestedAt)
{
    public DateTime? StartedAt { get; init; }

    public DateTime? FinishedAt { get; init; }

    /// <summary>Posts and people written so far.</summary>
    public long Done { get; init; }

    public long Total { get; init; }

    public string? Error { get; init; }

    /// <summary>Also when a server was ended in the middle of it.</summary>
    public bool IsWaiting => FinishedAt is null;

    /// <summary>Null when there is none, or when it cannot be read.</summary>
    public static IndexJob? In(DataFolder data)
    {
        try
        {
            return File.Exists(PathIn(data)) ? JsonSerializer.Deserialize<IndexJob>(File.ReadAllText(PathIn(data))) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    public void Save(DataFolder data)
    {
        var fresh = PathIn(data) + "." + Id.ToString("N");
        File.WriteAllText(fresh, JsonSerializer.Serialize(this));
        File.Move(fresh, PathIn(data), overwrite: true);
    }

    public static void Forget(DataFolder data) => File.Delete(PathIn(data));

    static string PathIn(DataFolder data) => data.In("index.job");
}
