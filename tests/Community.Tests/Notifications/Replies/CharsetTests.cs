using System.Text;

namespace Community.Tests.Notifications.Replies;

/// <summary>Texts whose charset is not the one that is declared, or not one that many have.</summary>
public sealed class CharsetTests
{
    static CharsetTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", "utf-8", "Größe “0,6” – €")]
    [InlineData("iso-8859-1", "utf-8", "Größe “0,6” – €")]
    [InlineData("windows-1252", "utf-8", "Zażółć gęślą jaźń")]
    [InlineData("us-ascii", "utf-8", "Größe “0,6” – €")]
    [InlineData(null, "utf-8", "Größe")]
    [InlineData("no-such-charset", "utf-8", "Größe")]
    [InlineData("koi8-r", "utf-8", "Сопло")]
    [InlineData("gb2312", "utf-8", "喷嘴直径用零点六毫米")]
    [InlineData("utf-8", "windows-1252", "Größe “0,6” – €")]
    [InlineData("us-ascii", "windows-1252", "Größe “0,6” – €")]
    [InlineData("iso-8859-1", "windows-1252", "Größe “0,6” – €")]
    [InlineData(null, "windows-1252", "Größe")]
    [InlineData("no-such-charset", "windows-1252", "Größe")]
    [InlineData("utf-7", "windows-1252", "Größe")]
    [InlineData("iso-8859-15", "iso-8859-15", "Größe €")]
    [InlineData("iso-8859-2", "iso-8859-2", "Zażółć gęślą jaźń")]
    [InlineData("windows-1250", "windows-1250", "Zażółć gęślą jaźń")]
    [InlineData("windows-1251", "windows-1251", "Сопло 0,6")]
    [InlineData("koi8-r", "koi8-r", "Сопло 0,6")]
    [InlineData("koi8-u", "koi8-u", "Сопло їжак")]
    [InlineData("iso-2022-jp", "iso-2022-jp", "ノズルは0.6ミリです")]
    [InlineData("utf-8", "iso-2022-jp", "ノズルは0.6ミリです")]
    [InlineData("shift_jis", "shift_jis", "ノズルは0.6ミリです")]
    [InlineData("euc-jp", "euc-jp", "ノズルは0.6ミリです")]
    [InlineData("gb18030", "gb18030", "喷嘴用零点六毫米")]
    [InlineData("gb2312", "gb18030", "喷嘴用零点六毫米 €")]
    [InlineData("big5", "big5", "噴嘴用零點六毫米")]
    [InlineData("euc-kr", "euc-kr", "노즐은 0.6")]
    [InlineData("ks_c_5601-1987", "euc-kr", "노즐은 0.6")]
    [InlineData("windows-1255", "windows-1255", "פיית 0.6")]
    [InlineData("windows-1256", "windows-1256", "فوهة 0.6")]
    [InlineData("iso-8859-7", "iso-8859-7", "Ακροφύσιο")]
    [InlineData("iso-8859-9", "iso-8859-9", "Işık şeridi")]
    public void A_text_is_read_as_it_was_typed(string? declared, string real, string text)
    {
        foreach (var body in new[] { text, $"{text}\n\nOn Fri, 3 May 2024 at 10:05, Community <letters@community.example> wrote:\n{ReplyMail.Quoted}" })
        {
            Assert.Equal(text, Read(declared is null ? "text/plain" : $"text/plain; charset={declared}", Encoding.GetEncoding(real).GetBytes(body)));
        }
    }

    [Fact]
    public void A_broken_letter_breaks_no_others() =>
        Assert.Equal("喷嘴 Größe Ã", Read("text/plain; charset=utf-8", [.. "喷嘴 Gr"u8, 0xF6, .. "ße "u8, 0xC3]));

    [Fact]
    public void Nothing_is_left_that_nobody_sees() =>
        Assert.Equal("a\tbc\nd e", Read("text/plain; charset=utf-8", [0xEF, 0xBB, 0xBF, .. "a\tb\0c\u0007\r\n\u001b[0md e\u007f"u8]).Replace("[0m", "", StringComparison.Ordinal));

    [Fact]
    public void Sixteen_bits_a_letter_are_read()
    {
        var base64 = Convert.ToBase64String(Encoding.Unicode.GetBytes("喷嘴 Größe"));
        Assert.Equal("喷嘴 Größe", ReplyMail.Read(ReplyMail.Head("text/plain; charset=utf-16le", "Content-Transfer-Encoding: base64") + base64).Markdown);
    }

    [Fact]
    public void HTML_may_say_its_charset_itself() =>
        Assert.Equal("Сопло 0,6", Read("text/html", [.. "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1251\"></head><body><p>"u8, .. Encoding.GetEncoding("windows-1251").GetBytes("Сопло 0,6"), .. "</p></body></html>"u8]));

    [Fact]
    public void Lines_that_were_folded_for_the_way_are_whole_again()
    {
        Assert.Equal("ノズルは0.6ミリです", ReplyMail.Read(ReplyMail.Head("text/plain; charset=utf-8; format=flowed; delsp=yes") + "ノズルは \n0.6ミリ \nです\n\n> 下 \n> さい\n").Markdown);
        Assert.Equal("one two\n\nthree", ReplyMail.Read(ReplyMail.Head("text/plain; charset=utf-8; format=flowed") + "one \ntwo\n\n three \n-- \nMira \nTolland\n").Markdown);
    }

    static string Read(string type, byte[] body) => ReplyMail.Read([.. Encoding.ASCII.GetBytes(ReplyMail.Head(type, "Content-Transfer-Encoding: 8bit")), .. body]).Markdown;
}
