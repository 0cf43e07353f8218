using Community.People;

namespace Community.Tests.People;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData(" ruth.mbeki@library.example ")]
    [InlineData("o'neil+tag@sub.library.example")]
    [InlineData("ruth@münchen.example")]
    public void An_address_is_taken_without_the_spaces_around_it(string typed) => Assert.Equal(typed.Trim(), EmailAddress.Of(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ruth")]
    [InlineData("ruth@")]
    [InlineData("@library.example")]
    [InlineData("ruth@@library.example")]
    [InlineData("ruth@library example")]
    [InlineData("ruth@library..example")]
    [InlineData("a@b.example\r\nBcc: c@d.example")]
    [InlineData("Ruth <ruth@library.example>")]
    [InlineData("a@b.example,c@d.example")]
    public void Anything_else_is_refused(string? typed) => Assert.Equal("Email", Assert.Throws<RefusedException>(() => EmailAddress.Of(typed)).Field);
}
