using Community.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Community.Tests.Store;

/// <summary>Both stores, without a server: the model, and what the migrations make of it.</summary>
public sealed class SchemaTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("community-schema");

    [Theory]
    [InlineData(null)]
    [InlineData("Host=127.0.0.1")]
    public void The_migrations_make_what_the_model_says(string? postgres)
    {
        using var db = Context(postgres);

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Host=127.0.0.1")]
    public void Every_enumeration_is_stored_as_its_word(string? postgres)
    {
        using var db = Context(postgres);
        var enums = db.Model.GetEntityTypes().SelectMany(type => type.GetProperties()).Where(property => (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType).IsEnum).ToList();

        Assert.True(enums.Count >= 8);
        Assert.All(enums, property => Assert.Equal((property.DeclaringType.ShortName() + "." + property.Name, typeof(string)), (property.DeclaringType.ShortName() + "." + property.Name, property.GetTypeMapping().Converter?.ProviderClrType)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Host=127.0.0.1")]
    public void Passkeys_have_their_table(string? postgres)
    {
        using var db = Context(postgres);

        Assert.Contains("CREATE TABLE \"AspNetUserPasskeys\"", db.GetService<IMigrator>().GenerateScript(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Host=127.0.0.1")]
    public void No_time_is_stored_with_an_offset_and_no_number_as_a_decimal(string? postgres)
    {
        using var db = Context(postgres);

        // Identity's own: one is never read nor written here, the other is inside a passkey's JSON.
        Assert.Equal(["Account.LockoutEnd", "IdentityPasskeyData.CreatedAt"], db.Model.GetEntityTypes().SelectMany(type => type.GetProperties())
            .Where(property => (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) is { } type && (type == typeof(DateTimeOffset) || type == typeof(decimal)))
            .Select(property => property.DeclaringType.ShortName() + "." + property.Name));
    }

    CommunityContext Context(string? postgres) => new ContextFactory(new DataFolder(folder.FullName), postgres).Create();

    public void Dispose() => folder.Delete(recursive: true);
}
