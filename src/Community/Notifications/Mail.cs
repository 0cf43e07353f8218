namespace Community.Notifications;

/// <summary>A mail in the outbox: written in the transaction of what caused it, sent afterwards.</summary>
public sealed class Mail
{
    Mail()
    {
    }

    public Mail(string toAddress, string toName, string subject, string text, DateTime now)
    {
        ToAddress = toAddress;
        ToName = toName;
        Subject = subject;
        Text = text;
        CreatedAt = now;
        NextTryAt = now;
    }

    public long Id { get; private set; }

    public string ToAddress { get; private set; } = "";

    public string ToName { get; private set; } = "";

    public string Subject { get; private set; } = "";

    public string Text { get; private set; } = "";

    public DateTime CreatedAt { get; private set; }

    public DateTime NextTryAt { get; private set; }

    public int Tries { get; private set; }

    public string? LastError { get; private set; }

    public DateTime? SentAt { get; private set; }

    public void Sent(DateTime now) => SentAt = now;

    /// <summary>Tries again after 1, 2, 4… minutes, at most every six hours.</summary>
    public void Failed(string error, DateTime now)
    {
        Tries++;
        LastError = error.Length <= 500 ? error : error[..500];
        NextTryAt = now + TimeSpan.FromMinutes(Math.Min(360, 1 << Math.Min(Tries - 1, 9)));
    }
}
