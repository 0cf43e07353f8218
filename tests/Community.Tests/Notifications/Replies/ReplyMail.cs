using System.Text;
using Community.Notifications.Replies;
using MimeKit;

namespace Community.Tests.Notifications.Replies;

/// <summary>Mails as programs write them, with our letter in them.</summary>
static class ReplyMail
{
    public static readonly ReplyMarks Marks = new("Write above this line to answer here", "letters@community.example", "https://community.example", "Mira Tolland");

    public const string Letter = """
        Write above this line to answer here

        Which nozzle for wood filament?
        Workshop
        https://community.example/questions/12

        Oskar Lindqvist answered:

        Take 0.6 mm and print slower.

        ```
        M104 S205
        ```

        https://community.example/posts/77

        -- 
        You get this because somebody speaks to you.
        What I get by mail, and when: https://community.example/account/mail
        No more of these, one click: https://community.example/mail/off/toyou/Xa81
        """;

    public const string HtmlLetter = """
        <table role="presentation"><tr><td><p>Write above this line to answer here</p><h1><a href="https://community.example/questions/12">Which nozzle for wood filament?</a></h1><p>Workshop</p>
        <div><p>Oskar Lindqvist answered:</p><p>Take 0.6 mm and print slower.</p></div><p><a href="https://community.example/posts/77">Read it in its place</a></p>
        <p>You get this because somebody speaks to you. <a href="https://community.example/account/mail">What I get by mail, and when</a> <a href="https://community.example/mail/off/toyou/Xa81">No more of these, one click</a></p></td></tr></table>
        """;

    public static string Quoted { get; } = Quote(Letter);

    public static string Quote(string text) => string.Join('\n', text.Split('\n').Select(line => line.Length == 0 ? ">" : "> " + line));

    /// <summary>Of a mail in which <c>{letter}</c>, <c>{quoted}</c> and <c>{html}</c> stand for ours.</summary>
    public static ReplyBody Read(string raw) => Read(Encoding.UTF8.GetBytes(Filled(raw)));

    public static ReplyBody Read(byte[] raw)
    {
        using var stream = new MemoryStream(raw);
        using var mail = MimeMessage.Load(stream);
        return ReplyText.Of(mail, Marks);
    }

    public static string Filled(string raw) => raw.Replace("{letter}", Letter, StringComparison.Ordinal).Replace("{quoted}", Quoted, StringComparison.Ordinal).Replace("{html}", HtmlLetter, StringComparison.Ordinal);

    /// <summary>A plain text alone.</summary>
    public static string Plain(string text) => Read(Head("text/plain; charset=utf-8") + text).Markdown;

    public static string Html(string html) => Read(Head("text/html; charset=utf-8") + html).Markdown;

    public static string Head(string type, string? more = null) =>
        $"From: Mira Tolland <mira@tolland.example>\nTo: Community <letters@community.example>\nSubject: Re: Which nozzle for wood filament?\nMIME-Version: 1.0\nContent-Type: {type}\n{(more is null ? "" : more + "\n")}\n";

    /// <summary>Both texts of one reply.</summary>
    public static string Both(string plain, string html) => Head("multipart/alternative; boundary=b1") + $"--b1\nContent-Type: text/plain; charset=utf-8\n\n{plain}\n--b1\nContent-Type: text/html; charset=utf-8\n\n{html}\n--b1--\n";
}
