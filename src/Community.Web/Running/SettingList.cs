using Community.Files;
using Community.Search.Gaps;
using Community.Web.Frame;
using static Community.Web.Running.SettingTypes;

namespace Community.Web.Running;

/// <summary>Every setting, in one place: <c>config show</c> prints it, the start checks by it, and a test holds that nothing else is read.</summary>
public static class SettingList
{
    public const string Root = "Community";
    public const string Postgres = "Community:Postgres";
    public const string StartWaitSeconds = "Community:StartWaitSeconds";
    public const string StopSeconds = "Community:StopSeconds";
    public const string LogFormat = "Community:Log:Format";
    public const string LogLevels = "Community:Log:Level";
    public const string MetricsAllow = "Community:Metrics:Allow";
    public const string MetricsToken = "Community:Metrics:Token";
    public const string TrustedProxies = "Community:TrustedProxies";
    public const string MinFreeMegabytes = "Community:Health:MinFreeMegabytes";

    public const string LinkCheck = "Community:Notes:LinkCheck";

    static readonly UploadLimits Uploads = new();

    public static IReadOnlyList<Setting> All { get; } =
    [
        Connection(Postgres, "Where PostgreSQL is. Without it the database is SQLite in the data folder."),
        Number(StartWaitSeconds, 30, 0, 3_600, "How long a start waits for a PostgreSQL that does not answer yet."),
        Number(StopSeconds, 30, 0, 3_600, "How long requests on their way may go on when the program is told to stop."),
        Plain("Community:Smtp:Host", "The mail server. Without it no mail goes out, and an administrator hands one-time links over in person."),
        Number("Community:Smtp:Port", 0, 0, 65_535, "Its port; 0 takes the usual one."),
        Plain("Community:Smtp:User", "The name to sign in with there."),
        Secret("Community:Smtp:Password", 0, "The password for it."),
        Mailbox("Community:Smtp:From", "The sender, as address or as Name <address>."),
        Choice("Community:Smtp:Security", ["Auto", "None", "StartTls", "Tls"], "How the line to the mail server is secured; Auto takes what it offers."),
        Plain("Community:Imap:Host", "The mail server with the mailbox to which people answer letters. Without it nobody answers by mail, and letters that come back are seen by nobody."),
        Number("Community:Imap:Port", 0, 0, 65_535, "Its port; 0 takes the usual one."),
        Plain("Community:Imap:User", "The name to sign in with there."),
        Secret("Community:Imap:Password", 0, "The password for it."),
        Plain("Community:Imap:Folder", "The folder that is read; without it INBOX. Mails are marked as read, and none is deleted."),
        Choice("Community:Imap:Security", ["Auto", "None", "StartTls", "Tls"], "How the line to it is secured; Auto takes what it offers."),
        Mailbox("Community:Imap:Address", "The mailbox's address; without it the sender's."),
        Choice("Community:Imap:Plus", ["on", "off"], "Whether mail to name+anything@ arrives there, too. With off an answer is known by the letter that it names."),
        Number("Community:Imap:EverySeconds", 30, 1, 3_600, "How often it is looked into where its server does not tell of new mails by itself, in seconds."),
        Choice("Community:Push:Mode", ["on", "off"], "Whether people may let notices be pushed to their devices. The program then sends requests to the push services of browsers' makers, which cannot read what is in them."),
        Address("Community:Push:AlsoAllowed", "The beginning of the addresses of a push service that is not of the public web, such as one of the institution's own; without it none inside is sent to."),
        Plain("Community:Push:Contact", "Whom operators of push services can write to, as mailto:… or https://…; without it the sender of mails, or the public address."),
        Choice(LogFormat, ["auto", "json", "text"], "One JSON object a line, or text for people; auto takes text on a terminal."),
        Choice(LogLevels, ["Information", "Trace", "Debug", "Warning", "Error", "Critical", "None"], "The least that this program's own part of the log tells."),
        Networks(MetricsAllow, "The addresses that may read /metrics and the details of /health/ready, such as 127.0.0.1, 10.1.0.0/16. A request that came through a proxy is not taken for its address."),
        Secret(MetricsToken, 16, "What opens the same as Authorization: Bearer, from any address."),
        Number(MinFreeMegabytes, 200, 0, 1_000_000, "Below so much free space in the data folder /health/ready warns."),
        Networks(TrustedProxies, "The proxies whose X-Forwarded-For, -Proto and -Host are believed; with none the headers mean nothing."),
        Number("Community:Uploads:MaxBytes", Uploads.MaxBytes, 1, 2_000_000_000, "The largest file that can be uploaded."),
        Number("Community:Uploads:QuotaBytes", Uploads.QuotaBytes, 1, long.MaxValue, "All attachments of one person together, as they are kept."),
        Number("Community:Uploads:FilesPerPost", Uploads.FilesPerPost, 1, 1_000, "Different files that one text may show or link."),
        Number(GapRules.FewestSetting, new GapRules().FewestSearches, GapRules.LeastFewest, 1_000, "How often something must be searched for in vain, by different people or on different days, before members read it under Gaps."),
        Choice(LinkCheck, ["off", "on"], "Whether links of practice notes to the web are asked, one a second, if they still lead somewhere. The program then sends requests to every public address that a note names."),
        .. Limits.All.Select(limit => Number(limit.Setting, limit.Times, 1, 1_000_000, $"{limit.Meaning} So many times in {(limit.Within == TimeSpan.FromHours(1) ? "an hour" : "a minute")}.")),
    ];
}
