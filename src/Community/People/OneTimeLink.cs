namespace Community.People;

/// <summary>What a one-time link is for.</summary>
public enum LinkPurpose { ResetPassword, Invitation, ConfirmAddress, HandOver }

/// <summary>A link that works once. Only a hash of its secret is stored.</summary>
public sealed class OneTimeLink
{
    OneTimeLink()
    {
    }

    public OneTimeLink(byte[] secretHash, LinkPurpose purpose, long? personId, string? email, DateTime now, DateTime expiresAt)
    {
        SecretHash = secretHash;
        Purpose = purpose;
        PersonId = personId;
        Email = email;
        CreatedAt = now;
        ExpiresAt = expiresAt;
    }

    public byte[] SecretHash { get; private set; } = [];

    public LinkPurpose Purpose { get; private set; }

    public long? PersonId { get; private set; }

    public string? Email { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public DateTime ExpiresAt { get; private set; }

    public DateTime? UsedAt { get; private set; }

    public bool IsOpen(DateTime now) => UsedAt is null && now < ExpiresAt;

    public void Use(DateTime now) => UsedAt = now;
}
