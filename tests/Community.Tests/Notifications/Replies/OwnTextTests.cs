namespace Community.Tests.Notifications.Replies;

/// <summary>Own words that look like quotations, signatures or headers.</summary>
public sealed class OwnTextTests
{
    const string Tail = "\n\nOn Fri, 3 May 2024 at 10:05, Community <letters@community.example> wrote:\n\n{quoted}\n";

    public static TheoryData<string> Texts => new()
    {
        "On Monday she wrote:\n\nthat the bed was too cold, and that 60 degrees would do.",
        "On 3 May 2024 at 10:05 she wrote:\nthat the bed was too cold.\n\nI believe her.",
        "See what the maker says:\n\n> Dry the filament before use.\n\nI never did.",
        "The maker told me this.\n\nOn 3 May 2024 at 10:05, Support <help@maker.example> wrote:\n\n> Dry the filament.\n\nI never did.",
        "As measured at 10:30:\n\n> 5 mm\n\nand later 6 mm.",
        "I read that:\n\n> one\n>\n> > two\n\nIs it so?",
        "From: the nozzle, I think.\nTo: the bed it is 0.2 mm.\n\nThat is all.",
        "The mail had these:\n\n```\nFrom: Community <letters@community.example>\nTo: me\nSubject: Which nozzle for wood filament?\n```\n\nand went nowhere.",
        "The mail had these:\n\n    From: Community <letters@community.example>\n    To: me\n    Subject: x\n\nand went nowhere.",
        "It came From: nowhere, Subject: nothing.\n\nTo be sure I looked again.",
        "From: Support <help@maker.example>\nSent: 3 May 2024 10:05\nTo: Mira\nSubject: Your nozzle\n\nDry the filament.",
        "A table:\n\n| a | b |\n| -- | -- |\n| 1 | 2 |\n\nDone.",
        "- one\n- two\n  -- not a sign\n- three",
        "A heading\n--\n\nand text below it which is long enough to be no signature of anybody at all, surely.",
        "Options are\n\n    --\n    -- x\n\nand nothing else.",
        "```sql\nselect 1\n--\nfrom t\n```",
        "```\n> not quoted\n-- \nSent from my iPhone\n```",
        "Try the shell:\n\n>>> 1 + 1\n2\n>>> 2 + 2\n4",
        "Thanks",
        "Cheers!",
        "Thank you.\n\nBut does it hold at 40 degrees?",
        "Best regards from the workshop, it works now.",
        "Best regards,\nMira\n\nPS: the 0.4 one clogs.",
        "It says Best regards\nand then 1) too many words follow to be a signature, because a sentence goes on and on here.",
        "I have sent it.\n\nSent from my lab yesterday, it should be there.",
        "Das Bild habe ich vom iPhone gesendet",
        "--- what I did ---\n\nPrinted it.",
        "See https://community.example/questions/3 for more.\n\nhttps://community.example/questions/4",
        "What does \"Write above this line to answer here\" mean?",
        "The option is `--`, and\n\n-- is what it looks like.",
        "Steps:\n\n1. heat\n2. print\n\nTwo things: a nozzle and 3 May 2024 10:05.",
        "Wait: letters@community.example sends them.",
        "> Quoted by me,\n\nanswered by me.",
        "My plan\n\n-----BEGIN KEY-----\nabc\n-----END KEY-----\n\nThat is it.",
        "_____\n\nA line above.",
        "***\n\nStars above.",
        "C:\\prints\\",
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Stay_as_they_are(string text)
    {
        Assert.Equal(text, ReplyMail.Plain(text));
        Assert.Equal(text, ReplyMail.Plain(text + Tail));
    }

    [Fact]
    public void Stay_also_above_a_letter_without_marks()
    {
        foreach (var text in Texts) Assert.Equal(text.Data, ReplyMail.Plain(text.Data + "\n\nFrom: Community <letters@community.example>\nSent: Friday\nSubject: Which nozzle for wood filament?\n\n{letter}"));
    }

    [Theory]
    [InlineData("<p>On Monday she wrote:</p><blockquote><p>too cold</p></blockquote><p>So it was.</p>", "On Monday she wrote:\n\n> too cold\n\nSo it was.")]
    [InlineData("<p>Look:</p><pre>From: a\nTo: b\nSubject: c</pre><p>See?</p>", "Look:\n\n```\nFrom: a\nTo: b\nSubject: c\n```\n\nSee?")]
    [InlineData("<ul><li>one</li><li>-- two</li></ul><p>&gt; three</p>", "- one\n- -- two\n\n\\> three")]
    [InlineData("<div class=\"gmail_quote\"><div class=\"gmail_attr\">---------- Forwarded message ---------<br>From: Support &lt;help@maker.example&gt;<br>Subject: Your nozzle<br></div><p>Dry it.</p></div>", "---------- Forwarded message ---------\\\nFrom: Support \\<help@maker.example>\\\nSubject: Your nozzle\n\nDry it.")]
    public void Stay_in_HTML_too(string html, string written) => Assert.Equal(written, ReplyMail.Html(html));

    [Fact]
    public void A_line_that_servers_escaped_is_read_as_it_was() => Assert.Equal("It comes\nFrom the bed.", ReplyMail.Plain("It comes\n>From the bed.\n"));
}
