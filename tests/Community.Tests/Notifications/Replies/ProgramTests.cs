namespace Community.Tests.Notifications.Replies;

/// <summary>Whole replies as the programs write them that people use.</summary>
public sealed class ProgramTests
{
    const string Own = "It works with 0.6 mm, thank you.";

    public static TheoryData<string, string, string> Mails => new()
    {
        { "Gmail, both texts", ReplyMail.Both($"{Own}\n\nOn Fri, 3 May 2024 at 10:05, Community <letters@community.example>\nwrote:\n\n{{quoted}}\n", $"""<div dir="ltr">{Own}</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">On Fri, 3 May 2024 at 10:05, Community &lt;<a href="mailto:letters@community.example">letters@community.example</a>&gt; wrote:<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex">{"{html}"}</blockquote></div>"""), Own },
        { "Gmail, HTML only, German", Html("""<div dir="ltr"><div>Es geht mit <b>0.6 mm</b>.</div><div><br></div><div>Danke!<br clear="all"></div><div><div dir="ltr" class="gmail_signature" data-smartmail="gmail_signature"><div>Mira Tolland<br>Werkstatt 4</div></div></div></div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">Am Fr., 3. Mai 2024 um 10:05 Uhr schrieb Community &lt;letters@community.example&gt;:<br></div><blockquote class="gmail_quote">{html}</blockquote></div>"""), "Es geht mit **0.6 mm**.\n\nDanke!" },
        { "Gmail, answers between", Html("""<div dir="ltr"><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Fri, May 3, 2024 at 10:05 AM Community &lt;letters@community.example&gt; wrote:<br></div><blockquote class="gmail_quote"><div>Take 0.6 mm</div></blockquote><div>I did.</div><blockquote class="gmail_quote"><div>and print slower.</div></blockquote><div>How slow?</div><blockquote class="gmail_quote"><div><a href="https://community.example/posts/77">Read it in its place</a></div></blockquote></div></div>"""), "> Take 0.6 mm\n\nI did.\n\n> and print slower.\n\nHow slow?" },
        { "Apple Mail, plain, French", Plain($"{Own}\n\n> Le 3 mai 2024 à 10:05, Community <letters@community.example> a écrit :\n> \n{{quoted}}\n"), Own },
        { "Apple Mail, HTML only", Html($"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body style="overflow-wrap: break-word;">{Own}<br id="lineBreakAtBeginningOfMessage"><div><br><blockquote type="cite"><div>On 3 May 2024, at 10:05, Community &lt;letters@community.example&gt; wrote:</div><br class="Apple-interchange-newline"><div>{"{html}"}</div></blockquote></div><br></body></html>"""), Own },
        { "iPhone, both texts", ReplyMail.Both($"{Own}\n\nSent from my iPhone\n\n> On 3 May 2024, at 10:05, Community <letters@community.example> wrote:\n> \n> \ufeff\n{{quoted}}\n", $"<html><body dir=\"auto\">{Own}<br><div dir=\"ltr\">Sent from my iPhone</div><div dir=\"ltr\"><br><blockquote type=\"cite\">On 3 May 2024, at 10:05, Community &lt;letters@community.example&gt; wrote:<br><br></blockquote></div><blockquote type=\"cite\"><div dir=\"ltr\">{{html}}</div></blockquote></body></html>"), Own },
        { "Thunderbird, flowed, below a part, German", ReplyMail.Head("text/plain; charset=UTF-8; format=flowed", "User-Agent: Mozilla Thunderbird") + "Am 03.05.24 um 10:05 schrieb Community:\n> Take 0.6 mm and print \n> slower.\n\nHabe ich gemacht, und damit die \nSchichten halten, auch 205 Grad.\n\n-- \nMira Tolland\nWerkstatt 4\n", "> Take 0.6 mm and print slower.\n\nHabe ich gemacht, und damit die Schichten halten, auch 205 Grad." },
        { "Thunderbird, HTML only, signature below", Html($"""<html><body><p>{Own}</p><div class="moz-cite-prefix">On 03.05.24 10:05, Community wrote:<br></div><blockquote type="cite" cite="mid:1@community.example">{"{html}"}</blockquote><pre class="moz-signature" cols="72">-- {"\n"}Mira Tolland</pre></body></html>"""), Own },
        { "Thunderbird, whole letter above", Plain($"Den 03.05.2024 kl. 10:05 skrev Community:\n{{quoted}}\n\n{Own}\n"), Own },
        { "Outlook for Windows, HTML only", Html($"""<html xmlns:o="urn:schemas-microsoft-com:office:office"><body lang=EN-GB><div class=WordSection1><p class=MsoNormal>{Own}<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>Kind regards,<o:p></o:p></p><p class=MsoNormal>Mira<o:p></o:p></p><div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal><b><span lang=EN-US>From:</span></b><span lang=EN-US> Community &lt;letters@community.example&gt; <br><b>Sent:</b> Friday, May 3, 2024 10:05 AM<br><b>To:</b> Mira Tolland &lt;mira@tolland.example&gt;<br><b>Subject:</b> Which nozzle for wood filament?<o:p></o:p></span></p></div></div>{"{html}"}</div></body></html>"""), Own },
        { "Outlook for Windows, plain", Plain($"{Own}\n\n-----Original Message-----\nFrom: Community <letters@community.example> \nSent: Friday, May 3, 2024 10:05 AM\nTo: Mira Tolland <mira@tolland.example>\nSubject: Which nozzle for wood filament?\n\n{{letter}}\n"), Own },
        { "Outlook on the web, both, Spanish", ReplyMail.Both($"{Own}\n\n________________________________\nDe: Community <letters@community.example>\nEnviado: viernes, 3 de mayo de 2024 10:05\nPara: Mira Tolland\nAsunto: Which nozzle for wood filament?\n\n{{letter}}", "<p>not read</p>"), Own },
        { "Outlook on the web, HTML only", Html($"""<div class="elementToProof">{Own}</div><div id="Signature"><p>Mira Tolland, Workshop 4</p></div><div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><font face="Calibri"><b>Od:</b> Community<br><b>Datum:</b> 3.5.</font><div>&nbsp;</div></div><div>{"{html}"}</div>"""), Own },
        { "New Outlook for Mac, both texts", ReplyMail.Both($"{Own}\n\nFrom my desk.\nTake 0.6 mm", $"""<div>{Own}</div><div id="mail-editor-reference-message-container"><div><div style="border-top: 1pt solid rgb(181, 196, 223);"><b>From: </b>Community</div>{"{html}"}</div></div>"""), Own },
        { "Outlook for Android", Plain($"{Own}\n\nGet Outlook for Android<https://aka.ms/AAb9ysg>\n________________________________\nFrom: Community <letters@community.example>\nSent: Friday, May 3, 2024 10:05:00 AM\nTo: Mira Tolland <mira@tolland.example>\nSubject: Which nozzle for wood filament?\n\n{{letter}}"), Own },
        { "Hotmail of old", Html($"""<body class='hmmessage'><div dir='ltr'>{Own}<br><br><div><hr id="stopSpelling">Date: Fri, 3 May 2024 10:05:00 +0200<br>From: letters@community.example<br>To: mira@tolland.example<br>Subject: Which nozzle for wood filament?<br><br>{"{html}"}</div></div></body>"""), Own },
        { "Yahoo, HTML only", Html($"""<div class="ydp1yahoo-style-wrap"><div dir="ltr">{Own}</div><div><br></div></div><div id="ydp2yahoo_quoted_1" class="yahoo_quoted"><div><div>On Friday, May 3, 2024 at 10:05:00 AM GMT+2, Community &lt;letters@community.example&gt; wrote:</div><div><br></div><div>{"{html}"}</div></div></div>"""), Own },
        { "Yahoo, plain", Plain($" {Own}\n\n    On Friday, May 3, 2024 at 10:05:00 AM GMT+2, Community <letters@community.example> wrote:  \n \n {ReplyMail.Letter.Replace("\n", "\n ", StringComparison.Ordinal)}"), " " + Own },
        { "Proton, both texts", ReplyMail.Both($"{Own}\n\nSent with [Proton Mail](https://proton.me/) secure email.\n\nOn Friday, May 3rd, 2024 at 10:05 AM, Community <letters@community.example> wrote:\n\n{{quoted}}", $"<div>{Own}</div>"), Own },
        { "Proton, HTML only", Html($"""<div style="font-family: Arial">{Own}</div><div class="protonmail_signature_block"><div class="protonmail_signature_block-proton">Sent with <a href="https://proton.me/">Proton Mail</a> secure email.</div></div><div class="protonmail_quote">On Friday, May 3rd, 2024 at 10:05 AM, Community &lt;letters@community.example&gt; wrote:<br><blockquote class="protonmail_quote" type="cite">{"{html}"}</blockquote><br></div>"""), Own },
        { "K-9 Mail, German", Plain($"{Own}\n-- \nDiese Nachricht wurde von meinem Android-Gerät mit K-9 Mail gesendet.\n\nAm 3. Mai 2024 10:05:00 MESZ schrieb Community <letters@community.example>:\n{{quoted}}"), Own },
        { "GMX, German", Plain($"{Own}\n\nGesendet: Freitag, 03. Mai 2024 um 10:05 Uhr\nVon: \"Community\" <letters@community.example>\nAn: mira@tolland.example\nBetreff: Which nozzle for wood filament?\n\n{{letter}}"), Own },
        { "mutt, between the lines", Plain("Hello all,\n\nOn Fri, May 03, 2024 at 10:05:00AM +0200, Community wrote:\n> Take 0.6 mm\nI did.\n\n> and print slower.\n\nHow slow?\n\n> https://community.example/posts/77\n> \n> -- \n> You get this because somebody speaks to you.\n\n-- \nMira"), "Hello all,\n\n> Take 0.6 mm\n\nI did.\n\n> and print slower.\n\nHow slow?" },
        { "Forwarded back, Gmail", Plain($"{Own}\n\n---------- Forwarded message ---------\nFrom: Community <letters@community.example>\nDate: Fri, 3 May 2024 at 10:05\nSubject: Which nozzle for wood filament?\nTo: <mira@tolland.example>\n\n\n{{letter}}"), Own },
        { "Forwarded back, Apple Mail", Plain($"{Own}\n\n> Begin forwarded message:\n> \n> From: Community <letters@community.example>\n> Subject: Which nozzle for wood filament?\n> \n{{quoted}}"), Own },
        { "Nothing marked, the top sentence broken over lines", Plain($"{Own}\n\nWrite above this\nline to answer\nhere\n\nWhich nozzle for wood filament?\nTake 0.6 mm\n"), Own },
        { "Nothing marked, the top sentence gone", Plain($"{Own}\n\n{ReplyMail.Letter[38..]}"), Own },
        { "Nothing marked, neither top nor title", Plain($"{Own}\n\n{ReplyMail.Letter[ReplyMail.Letter.IndexOf("https:", StringComparison.Ordinal)..]}"), Own },
        { "The top sentence behind marks, broken, and nothing before it", Plain($"{Own}\n> Write above this line to\n> answer here\n> Which nozzle for wood filament?\n"), Own },
        { "Read aloud by a list, signed", ReplyMail.Head("multipart/signed; boundary=b2; protocol=\"application/pgp-signature\"") + $"--b2\nContent-Type: text/plain; charset=utf-8\n\n{Own}\n\n{{quoted}}\n\n--b2\nContent-Type: application/pgp-signature; name=signature.asc\n\n-----BEGIN PGP SIGNATURE-----\n\n--b2--\n", Own },
        { "Empty", Plain("\n\n"), "" },
        { "Without any body", ReplyMail.Head("text/plain"), "" },
        { "All of it quoted", Plain("{quoted}"), "" },
        { "All of it quoted, introduced", Plain("On Fri, 3 May 2024 at 10:05, Community <letters@community.example> wrote:\n\n{quoted}\n\nSent from my iPad"), "" },
        { "All of it our letter, unmarked", Plain("{letter}"), "" },
        { "An empty plain text beside HTML", ReplyMail.Both("\u00a0\n", $"<p>{Own}</p>"), Own },
    };

    [Theory]
    [MemberData(nameof(Mails))]
    public void What_was_written_is_what_comes_out(string program, string mail, string written)
    {
        var body = ReplyMail.Read(mail);

        Assert.True(written == body.Markdown, $"{program}: {body.Markdown}");
        Assert.Empty(body.Files);
    }

    static string Plain(string text) => ReplyMail.Head("text/plain; charset=utf-8") + text;

    static string Html(string html) => ReplyMail.Head("text/html; charset=utf-8") + html;
}
