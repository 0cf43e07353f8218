using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Community.Store;

/// <summary>Times are UTC both ways; SQLite would give them back without their kind.</summary>
sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    time => time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : DateTime.SpecifyKind(time, DateTimeKind.Utc),
    time => DateTime.SpecifyKind(time, DateTimeKind.Utc));
