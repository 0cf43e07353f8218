using Microsoft.EntityFrameworkCore.Design;

namespace Community.Store;

/// <summary>For `dotnet ef migrations add`.</summary>
sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteContext>
{
    public SqliteContext CreateDbContext(string[] args) => new(ContextFactory.Options.Sqlite("Data Source=:memory:"));
}

/// <summary>For `dotnet ef migrations add`.</summary>
sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresContext>
{
    public PostgresContext CreateDbContext(string[] args) => new(ContextFactory.Options.Postgres("Host=127.0.0.1"));
}
