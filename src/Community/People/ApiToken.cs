namespace Community.People;

/// <summary>A key that lets a program act as a person, with that person's rights. The secret is shown once; only its hash is stored.</summary>
public sealed class ApiToken
{
    public const int MaxNameLength = 100;

    /// <summary>How exactly the last use is known.</summary>
    public static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    ApiToken()
    {
    }

    /// <param name="secret">From <see cref="Secret.New"/>.</param>
    /// <exception cref="RefusedException">The name cannot be taken.</exception>
    public ApiToken(long personId, string name, string secret, DateTime now)
    {
        PersonId = personId;
        Name = string.Join(' ', (name ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        SecretHash = Secret.HashOf(secret);
        CreatedAt = now;
        if (Name.Length is 0 or > MaxNameLength || Name.Any(char.IsControl))
            throw new RefusedException(Refusal.Invalid, "A token's name has 1 to {0} characters. Name it after the program that will use it.", MaxNameLength) { Field = "TokenName" };
    }

    public long Id { get; private set; }

    public long PersonId { get; private set; }

    /// <summary>What it is for, in the person's own words.</summary>
    public string Name { get; private set; } = "";

    /// <summary>SHA-256.</summary>
    public byte[] SecretHash { get; private set; } = [];

    public DateTime CreatedAt { get; private set; }

    /// <summary>Within <see cref="SeenEvery"/>; null before the first use.</summary>
    public DateTime? SeenAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public bool WasSeenLately(DateTime now) => now - SeenAt < SeenEvery;

    public void Seen(DateTime now) => SeenAt = now;

    public void End(DateTime now) => EndedAt ??= now;
}
