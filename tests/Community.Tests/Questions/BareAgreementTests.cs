using Community.Questions.Answering;

namespace Community.Tests.Questions;

public sealed class BareAgreementTests
{
    [Theory]
    [InlineData("+1")]
    [InlineData("+ 1!!!")]
    [InlineData("**+1**")]
    [InlineData("👍 👍")]
    [InlineData("👍🏽")]
    [InlineData("Me, too.")]
    [InlineData("Same here, thanks!")]
    [InlineData("Same question.")]
    [InlineData("I have the same question, too :)")]
    [InlineData("> me too\n\nme too")]
    public void Says_nothing_else(string text) => Assert.True(BareAgreement.Is(text));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("1")]
    [InlineData("Thanks!")]
    [InlineData("Yes, please.")]
    [InlineData("+1 for the linen one")]
    [InlineData("Same question, but on Linux.")]
    [InlineData("I have a problem here")]
    [InlineData("Me too, since the update on Monday")]
    [InlineData("+1 +1 +1 +1 +1 +1 +1 +1 +1 +1 +1 +1 +1 +1 +1 +1 +1 +1 +1 +1 +1 +1 +1 +1 +1 +1 +1 +1 +1 +1 +1 +1 +1 +1 +1 +1 +1 +1 +1 +1 +1 +1 +1 +1 +1")]
    public void Says_something_or_nothing_at_all(string text) => Assert.False(BareAgreement.Is(text));

    [Fact]
    public void No_text_is_none() => Assert.False(BareAgreement.Is(null));
}
