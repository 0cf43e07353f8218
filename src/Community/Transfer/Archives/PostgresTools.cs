using System.ComponentModel;
using System.Diagnostics;
using Npgsql;

namespace Community.Transfer.Archives;

/// <summary>PostgreSQL's own <c>pg_dump</c> and <c>pg_restore</c>, run as its client would be by hand. The password goes by the environment, which other users cannot read.</summary>
static class PostgresTools
{
    public static Task Dump(string postgres, string file, CancellationToken stop) =>
        Run("pg_dump", postgres, ["--format=custom", "--no-owner", "--no-privileges", "--file", file], stop);

    public static Task Restore(string postgres, string file, CancellationToken stop) =>
        Run("pg_restore", postgres, ["--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error", file], stop);

    static async Task Run(string program, string postgres, IEnumerable<string> arguments, CancellationToken stop)
    {
        var to = new NpgsqlConnectionStringBuilder(postgres);
        var start = new ProcessStartInfo(program) { RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in (string[])["--host", to.Host ?? "localhost", "--port", to.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), "--username", to.Username ?? "", "--dbname", to.Database ?? "", "--no-password", .. arguments])
            start.ArgumentList.Add(argument);
        if (to.Password is { Length: > 0 } password) start.Environment["PGPASSWORD"] = password;

        using var process = Started(start);
        await using var killed = stop.Register(() => process.Kill());
        var errors = await process.StandardError.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None);
        stop.ThrowIfCancellationRequested();
        if (process.ExitCode != 0) throw new ArchiveException($"{program} failed: {errors.Trim().ReplaceLineEndings(" ")}");
    }

    static Process Started(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception error)
        {
            throw new ArchiveException($"The program {start.FileName} is not here. Install PostgreSQL's client (Debian: postgresql-client) in the server's version, or copy the database with your own tools and the folders keys and uploads beside it.", error);
        }
    }
}
