using Community.Notifications;

namespace Community.Tests.Notifications;

/// <summary>A mail between its row and the server.</summary>
public sealed class MailTests
{
    static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_digest_that_a_server_was_taking_when_the_program_was_killed_is_not_due_again()
    {
        var mail = Mail.OfDigest(1, "alice@library.example", "Alice", isWeekly: false, Now);

        mail.HandOver();

        Assert.Equal((Outbox.MaxTries, true), (mail.Tries, mail.LastError!.EndsWith("It may have arrived.", StringComparison.Ordinal)));
        mail.Sent(null, Now);
        Assert.Equal((Now, null), (mail.SentAt, mail.LastError));
    }

    [Fact]
    public void One_that_the_server_refused_is_tried_again_as_if_it_had_not_been_handed_over()
    {
        var mail = Mail.OfDigest(1, "alice@library.example", "Alice", isWeekly: false, Now);
        mail.Failed("Busy.", Now);

        mail.HandOver();
        mail.Failed("Busy.", Now, tries: 1);

        Assert.Equal((2, Now.AddMinutes(2), "Busy."), (mail.Tries, mail.NextTryAt, mail.LastError));
    }
}
