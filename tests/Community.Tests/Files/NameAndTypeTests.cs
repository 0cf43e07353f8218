using System.Text;
using Community.Files;

namespace Community.Tests.Files;

public sealed class NameAndTypeTests
{
    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"C:\Users\li\scan 1.pdf", "scan 1.pdf")]
    [InlineData("invoice\u202Efdp.exe", "invoicefdp.exe")]
    [InlineData("a\r\nSet-Cookie: x=1.txt", "aSet-Cookie- x=1.txt")]
    [InlineData("a\u0000\u0007b.png", "ab.png")]
    [InlineData("..", "file")]
    [InlineData("", "file")]
    [InlineData(null, "file")]
    [InlineData(".htaccess", "htaccess")]
    [InlineData("Größe „neu“ 📚.png", "Größe „neu“ 📚.png")]
    public void A_name_is_cleaned(string? came, string kept) => Assert.Equal(kept, FileNames.Clean(came));

    [Fact]
    public void A_long_name_keeps_its_ending()
    {
        var kept = FileNames.Clean(new string('x', 500) + ".tar.gz");

        Assert.Equal(FileNames.MaxLength, kept.Length);
        Assert.EndsWith(".gz", kept, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Zweiter Stock (2).png", "zweiter-stock-2-.png")]
    [InlineData("a)](javascript:x).png", "a-javascript-x-.png")]
    [InlineData("書.pdf", "pdf")]
    public void Nothing_in_an_address_ends_a_link(string name, string address) => Assert.Equal(address, FileNames.InAddress(name));

    [Theory]
    [InlineData("%PDF-1.7 x", "application/pdf")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", MediaTypes.Unknown)]
    [InlineData("<!doctype html><script>alert(1)</script>", MediaTypes.Unknown)]
    [InlineData("<?xml version='1.0'?>", MediaTypes.Unknown)]
    [InlineData("   \n <html>", MediaTypes.Unknown)]
    [InlineData("name;street\nLi;Am Markt", "text/plain")]
    public void A_type_is_found_from_the_content(string content, string type) => Assert.Equal(type, MediaTypes.Of(Encoding.UTF8.GetBytes(content)));

    [Fact]
    public void Pictures_are_known_by_their_first_bytes()
    {
        Assert.Equal("image/png", MediaTypes.Of(MadeUpPictures.Png()));
        Assert.Equal("image/jpeg", MediaTypes.Of(MadeUpPictures.Jpeg()));
        Assert.Equal("image/gif", MediaTypes.Of(MadeUpPictures.GifAndScript()));
        Assert.Equal(MediaTypes.Unknown, MediaTypes.Of(new byte[] { 0x4D, 0x5A, 0x90, 0 }));
    }
}
