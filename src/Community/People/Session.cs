namespace Community.People;

/// <summary>One sign-in on one device. Ending it signs that device out within five seconds.</summary>
public sealed class Session
{
    Session()
    {
    }

    public Session(Guid id, long personId, string device, DateTime now)
    {
        Id = id;
        PersonId = personId;
        Device = device.Length <= 200 ? device : device[..200];
        CreatedAt = now;
        SeenAt = now;
    }

    public Guid Id { get; private set; }

    public long PersonId { get; private set; }

    /// <summary>The browser's own description.</summary>
    public string Device { get; private set; } = "";

    public DateTime CreatedAt { get; private set; }

    public DateTime SeenAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public void Seen(DateTime now) => SeenAt = now;

    public void End(DateTime now) => EndedAt ??= now;
}
