using System.Text;

namespace Community.Tests.Notifications.Replies;

/// <summary>What is attached to a reply.</summary>
public sealed class ReplyFileTests
{
    const string Picture = "Content-Type: image/png; name=\"{0}\"\nContent-Disposition: {1}; filename=\"{0}\"\nContent-ID: <{2}>\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n";

    [Fact]
    public void A_reply_may_be_a_file_alone()
    {
        var body = ReplyMail.Read(ReplyMail.Head("multipart/mixed; boundary=m") + "--m\nContent-Type: text/plain; charset=utf-8\n\n\n--m\nContent-Type: application/pdf; name=\"=?utf-8?q?Ma=C3=9Fe.pdf?=\"\nContent-Disposition: attachment; filename=\"=?utf-8?q?Ma=C3=9Fe.pdf?=\"\nContent-Transfer-Encoding: base64\n\nJVBERg==\n--m--\n");

        Assert.Equal("", body.Markdown);
        var file = Assert.Single(body.Files);
        Assert.Equal(("Maße.pdf", null), (file.Name, file.Place));
        Assert.Equal("application/pdf", file.Part.ContentType.MimeType);
    }

    [Fact]
    public void A_file_between_two_texts_parts_nothing()
    {
        var body = ReplyMail.Read(ReplyMail.Head("multipart/mixed; boundary=m") + "--m\nContent-Type: text/plain; charset=utf-8\n\nabove\n--m\n" + Of("../../a\\b.png", "inline", "x@y") + "--m\nContent-Type: text/plain; charset=utf-8\n\nbelow\n\n{quoted}\n--m\nContent-Type: text/csv; name=data.csv\nContent-Disposition: attachment; filename=data.csv\n\na,b\n--m\nContent-Type: image/jpeg\nContent-Disposition: attachment\nContent-Transfer-Encoding: base64\n\n/9g=\n--m--\n");

        Assert.Equal("above\n\nbelow", body.Markdown);
        Assert.Equal(["b.png", "data.csv", "file-3.jpg"], body.Files.Select(file => file.Name));
    }

    [Fact]
    public void A_picture_within_the_written_text_has_its_place_and_others_do_not_come()
    {
        var html = "<div>So: <img src=\"cid:own@x\" alt=\"print\"></div><div class=\"gmail_signature\"><img src=\"cid:logo@x\"></div><div class=\"gmail_quote\"><blockquote class=\"gmail_quote\"><img src=\"cid:theirs@x\">{html}</blockquote></div><img src=\"https://track.example/o.gif\" width=\"1\" height=\"1\">";
        var body = ReplyMail.Read(ReplyMail.Head("multipart/related; boundary=r") + $"--r\nContent-Type: text/html; charset=utf-8\n\n{html}\n--r\n{Of("own.png", "inline", "own@x")}--r\n{Of("logo.png", "inline", "logo@x")}--r\n{Of("theirs.png", "inline", "theirs@x")}--r\n{Of("more.png", "attachment", "more@x")}--r--\n");

        Assert.Equal("So: ![print](cid:1)", body.Markdown);
        Assert.Equal([("own.png", "cid:1"), ("more.png", null)], body.Files.Select(file => (file.Name, file.Place)));
    }

    [Fact]
    public void A_picture_that_the_plain_text_names_has_its_place_there()
    {
        var plain = "So:\n[cid:own@x]\n[image: two.png]\n\nOn Fri, 3 May 2024 at 10:05, Community <letters@community.example> wrote:\n> [cid:theirs@x]\n{quoted}";
        var html = "<p>So: <img src=\"cid:own@x\"><img src=\"cid:two@x\"></p><blockquote type=\"cite\"><img src=\"cid:theirs@x\">{html}</blockquote>";
        var body = ReplyMail.Read(ReplyMail.Head("multipart/related; boundary=r") + $"--r\nContent-Type: multipart/alternative; boundary=a\n\n--a\nContent-Type: text/plain; charset=utf-8\n\n{plain}\n--a\nContent-Type: text/html; charset=utf-8\n\n{html}\n--a--\n--r\n{Of("own.png", "inline", "own@x")}--r\n{Of("two.png", "inline", "two@x")}--r\n{Of("theirs.png", "inline", "theirs@x")}--r--\n");

        Assert.Equal("So:\n![](cid:1)\n![](cid:2)", body.Markdown);
        Assert.Equal(["cid:1", "cid:2"], body.Files.Select(file => file.Place));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_Exchange_packs_together_is_unpacked(bool hasText)
    {
        var tnef = Convert.ToBase64String(Tnef("Held with 0.6 mm.\r\n\r\n-----Original Message-----\r\nFrom: Community\r\n", "profile.ini", "speed=40"u8.ToArray()));
        var text = hasText ? "--m\nContent-Type: text/plain; charset=utf-8\n\nHeld.\n" : "";
        var body = ReplyMail.Read(ReplyMail.Head("multipart/mixed; boundary=m") + $"{text}--m\nContent-Type: application/ms-tnef; name=winmail.dat\nContent-Disposition: attachment; filename=winmail.dat\nContent-Transfer-Encoding: base64\n\n{tnef}\n--m--\n");

        Assert.Equal(hasText ? "Held." : "Held with 0.6 mm.", body.Markdown);
        Assert.Equal("profile.ini", Assert.Single(body.Files).Name);
    }

    [Fact]
    public void A_broken_package_stays_a_file_or_nothing()
    {
        var body = ReplyMail.Read(ReplyMail.Head("multipart/mixed; boundary=m") + "--m\nContent-Type: text/plain\n\nHeld.\n--m\nContent-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\nAAAAAAAA\n--m--\n");

        Assert.Equal("Held.", body.Markdown);
        Assert.True(body.Files.Count <= 1);
    }

    static string Of(string name, string disposition, string id) => Picture.Replace("{0}", name.Replace("\\", "\\\\", StringComparison.Ordinal), StringComparison.Ordinal).Replace("{1}", disposition, StringComparison.Ordinal).Replace("{2}", id, StringComparison.Ordinal);

    /// <summary>A text as a property of the message, and one file.</summary>
    static byte[] Tnef(string text, string name, byte[] content)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(0x223E9F78);
        writer.Write((ushort)1);
        Attribute(writer, 1, 0x00089006, BitConverter.GetBytes(0x00010000));
        Attribute(writer, 1, 0x00069007, [.. BitConverter.GetBytes(1252), .. BitConverter.GetBytes(0)]);
        Attribute(writer, 1, 0x00078008, "IPM.Microsoft Mail.Note\0"u8.ToArray());
        var body = Encoding.ASCII.GetBytes(text + "\0");
        Attribute(writer, 1, 0x00069003, [.. BitConverter.GetBytes(1), .. BitConverter.GetBytes(0x1000001E), .. BitConverter.GetBytes(1), .. BitConverter.GetBytes(body.Length), .. body, .. new byte[(4 - body.Length % 4) % 4]]);
        Attribute(writer, 2, 0x00069002, [1, 0, 255, 255, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0]);
        Attribute(writer, 2, 0x00018010, Encoding.ASCII.GetBytes(name + "\0"));
        Attribute(writer, 2, 0x0006800F, content);
        return stream.ToArray();
    }

    static void Attribute(BinaryWriter writer, byte level, int tag, byte[] value)
    {
        writer.Write(level);
        writer.Write(tag);
        writer.Write(value.Length);
        writer.Write(value);
        writer.Write((ushort)value.Sum(one => one));
    }
}
