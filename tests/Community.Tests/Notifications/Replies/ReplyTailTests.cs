using System.Diagnostics;
using System.Text;
using CsCheck;

namespace Community.Tests.Notifications.Replies;

/// <summary>Any words of one's own come back, whatever a program puts below or above them.</summary>
public sealed class ReplyTailTests(ITestOutputHelper output)
{
    static readonly string[] Words = ["nozzle", "0.6", "mm,", "the", "bed: 60", "at", "10:05", "wrote", "from", "größer", "喷嘴", "(see", "page", "3)", "-", "--", "a@b.example", "https://community.example/questions/3", "`x`", "*so*", "well.", "why?", "2024"];

    static readonly string[] Tails =
    [
        "",
        "{quoted}",
        "On Fri, 3 May 2024 at 10:05, Community <letters@community.example> wrote:\n\n{quoted}",
        "Am 03.05.24 um 10:05 schrieb Community:\n{quoted}",
        "> On 3 May 2024, at 10:05, Community <letters@community.example> wrote:\n>\n{quoted}",
        "-----Original Message-----\nFrom: Community\nSent: Friday\n\n{letter}",
        "________________________________\nVon: Community <letters@community.example>\nGesendet: Freitag\nAn: Mira\nBetreff: Which nozzle for wood filament?\n\n{letter}",
        "From: Community <letters@community.example>\nSubject: Which nozzle for wood filament?\n\nTake 0.6 mm",
        "On Friday, May 3, 2024 at 10:05, Community <letters@community.example> wrote:\n\n{letter}",
        "{letter}",
        "---------- Forwarded message ---------\nFrom: Community <letters@community.example>\nTo: Mira\n\n{letter}",
    ];

    static readonly string[] Signatures = ["", "-- \nMira Tolland\nWorkshop 4\n\n", "Sent from my iPhone\n\n", "Best regards,\nMira Tolland\n\n", "Get Outlook for iOS<https://aka.ms/o0ukef>\n\n"];

    static readonly Gen<string> Paragraph = Gen.Select(Gen.Int[0, Words.Length - 1].Select(i => Words[i]).Array[2, 30], Gen.Int[3, 12], (words, wide) => string.Join('\n', words.Chunk(wide).Select(line => "so " + string.Join(' ', line))) + " it is.");

    static readonly Gen<string> Block = Gen.OneOf(Paragraph, Paragraph, Paragraph.Select(text => "- " + text.Replace("\n", "\n  ", StringComparison.Ordinal)), Paragraph.Select(text => "```\nFrom: x\n> " + text + "\n-- \n```"), Paragraph.Select(text => "> " + text.Replace("\n", "\n> ", StringComparison.Ordinal) + "\n\nNot so."));

    [Fact]
    public void Own_words_come_back_from_above_any_tail() =>
        Gen.Select(Block.Array[1, 5].Select(blocks => string.Join("\n\n", blocks)), Gen.Int[0, Signatures.Length - 1], Gen.Int[0, Tails.Length - 1])
            .Sample((own, signature, tail) => ReplyMail.Plain($"{own}\n\n{Signatures[signature]}{Tails[tail]}\n") == own, iter: 3_000);

    [Fact]
    public void Own_words_come_back_from_below_the_letter() =>
        Gen.Select(Paragraph.Array[1, 4].Select(blocks => string.Join("\n\n", blocks)), Gen.Int[1, 3])
            .Sample((own, head) => ReplyMail.Plain($"{Tails[head]}\n\n{own}\n") == own, iter: 500);

    [Fact]
    public void Any_bytes_are_read_without_an_error()
    {
        string[] pieces = ["> ", ">", "-- ", "--", "\n", "\n", "\n\n", "```", "wrote:", "On 3 May 2024 10:05", "<letters@community.example>", "From: x", "Subject: y", "-----Original Message-----", "_____", "|", "Write above this line", "to answer here", "https://community.example/mail/off/x", "Best regards", "Mira", "\ufdd0", "\ufdd1", "<div>", "</div>", "<blockquote>", "<div class=gmail_quote>", "</p>", "<table>", "<td>", "é", "\0", "***", "\\", " "];
        Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]).Array[0, 60].Sample(parts =>
        {
            var text = string.Concat(parts);
            Assert.DoesNotContain('\ufdd0', ReplyMail.Plain(text));
            Assert.DoesNotContain('\ufdd1', ReplyMail.Html(text));
        }, iter: 1_000);
        // Behind a letter, so that no two of them are the mark of another encoding.
        Gen.Byte.Array[0, 400].Sample(bytes => ReplyMail.Read([.. Encoding.ASCII.GetBytes(ReplyMail.Head("text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit")), (byte)'a', .. bytes]).Markdown.Contains('\ufffd') == bytes.AsSpan().IndexOf("\ufffd"u8) >= 0, iter: 1_000);
    }

    [Fact]
    public void A_megabyte_of_letter_takes_less_than_a_second()
    {
        var letter = string.Concat(Enumerable.Repeat("> It was printed with the nozzle of 0.6 mm, as somebody wrote at 10:05:\n>\n", 14_000));
        ReplyMail.Plain("Warm now.");
        var watch = Stopwatch.StartNew();
        var written = ReplyMail.Plain($"Mine.\n\nOn Fri, 3 May 2024 at 10:05, Community <letters@community.example> wrote:\n{letter}");
        output.WriteLine($"{watch.ElapsedMilliseconds} ms");

        Assert.Equal("Mine.", written);
        Assert.InRange(watch.ElapsedMilliseconds, 0, 1_000);
    }

    [Theory]
    [InlineData("a ")]
    [InlineData("> a\n")]
    [InlineData("> a\nb\n")]
    [InlineData(">")]
    [InlineData("> ")]
    [InlineData("\n")]
    [InlineData("On 3 May 2024 10:05 <a@b> wrote:\n")]
    [InlineData("On 3 May 2024 10:05 <a@b> wrote:\n> x\n")]
    [InlineData("On 3 May 2024 10:05 <a@b> wrote:\n> x\ny\n")]
    [InlineData("From: a\nTo: b\n")]
    [InlineData("From: letters@community\n")]
    [InlineData("-----Original Message-----\nFrom: a@b\nTo: c\nSubject: d\n\n")]
    [InlineData("-- \na\n")]
    [InlineData("Best regards\n")]
    [InlineData("Sent from my iPhone\n")]
    [InlineData("```\n")]
    [InlineData("_____\n")]
    [InlineData("Write above this\n")]
    [InlineData("[image: ")]
    [InlineData("https://community.example/x\n")]
    [InlineData(">>> a\n")]
    [InlineData("a:")]
    [InlineData("1.")]
    public void A_hostile_megabyte_is_soon_read(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        var watch = Stopwatch.StartNew();
        ReplyMail.Plain(text);
        var plain = watch.ElapsedMilliseconds;
        ReplyMail.Read(ReplyMail.Head("text/plain; charset=utf-8; format=flowed; delsp=yes") + text);
        output.WriteLine($"{plain} ms, flowed {watch.ElapsedMilliseconds - plain} ms");
        Assert.InRange(plain, 0, 4_000);
        Assert.InRange(watch.ElapsedMilliseconds - plain, 0, 4_000);
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<div></b>")]
    [InlineData("<span>a")]
    [InlineData("<b><i>a</b>")]
    [InlineData("<blockquote>")]
    [InlineData("<table>")]
    [InlineData("<table><td>")]
    [InlineData("<p>a</p>")]
    [InlineData("<div class=gmail_quote>a</div>")]
    [InlineData("<div class=gmail_quote>")]
    [InlineData("<div class=gmail_signature>a</div>")]
    [InlineData("<div class=moz-cite-prefix>a</div>")]
    [InlineData("a<br>")]
    [InlineData("<img src=\"cid:x\">")]
    [InlineData("<")]
    [InlineData("&amp;")]
    [InlineData("<li>a")]
    [InlineData("<p><b>a")]
    public void A_megabyte_of_HTML_does_no_harm(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        var watch = Stopwatch.StartNew();
        ReplyMail.Html(text);
        output.WriteLine($"{watch.ElapsedMilliseconds} ms");
        Assert.InRange(watch.ElapsedMilliseconds, 0, 4_000);
    }
}
