using Microsoft.Data.Sqlite;

namespace Community.Transfer.StackExchange;

/// <summary>
/// What has to be gathered from files that are not sorted by post: where the texts of a post's history lie, its votes, why it was closed, which answers are
/// accepted. Kept in a temporary database that SQLite holds on disk and deletes with the connection, so that the dump's size is not the memory's.
/// </summary>
sealed class Scratch : IDisposable
{
    readonly SqliteConnection connection = new("Data Source=;Pooling=False");
    readonly Dictionary<string, SqliteCommand> commands = [];

    public Scratch()
    {
        connection.Open();
        Execute("PRAGMA journal_mode=OFF");
        Execute("PRAGMA synchronous=OFF");
        Execute("PRAGMA cache_size=-16000");
        Execute("CREATE TABLE History (PostId INTEGER, Id INTEGER, Line INTEGER, Offset INTEGER, Length INTEGER, PRIMARY KEY (PostId, Id)) WITHOUT ROWID");
        Execute("CREATE TABLE Closing (PostId INTEGER PRIMARY KEY, Reason TEXT, UserId INTEGER)");
        Execute("CREATE TABLE Tally (PostId INTEGER PRIMARY KEY, Score INTEGER, AcceptedAt INTEGER)");
        Execute("CREATE TABLE Accepted (AnswerId INTEGER PRIMARY KEY, QuestionId INTEGER, Line INTEGER)");
        Execute("CREATE TABLE TagText (PostId INTEGER PRIMARY KEY, Line INTEGER, Offset INTEGER, Length INTEGER)");
        Execute("BEGIN");
    }

    public int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> values) => Command(sql, values).ExecuteNonQuery();

    public IEnumerable<T> Query<T>(string sql, Func<SqliteDataReader, T> read, params (string Name, object? Value)[] values)
    {
        using var reader = Command(sql, values).ExecuteReader();
        while (reader.Read()) yield return read(reader);
    }

    public void Dispose()
    {
        foreach (var command in commands.Values) command.Dispose();
        connection.Dispose();
    }

    SqliteCommand Command(string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (!commands.TryGetValue(sql, out var command))
        {
            commands[sql] = command = connection.CreateCommand();
#pragma warning disable CA2100 // this program's own constants
            command.CommandText = sql;
#pragma warning restore CA2100
        }

        command.Parameters.Clear();
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }
}
