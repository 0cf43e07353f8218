using Community.People;

namespace Community.Tests.People;

public sealed class PasswordRulesTests
{
    static void Demand(string password) => PasswordRules.Demand(password, "Ruth Mbeki", "ruth.mbeki@library.example", "University Library");

    [Theory]
    [InlineData("heron under the blue gate")]
    [InlineData("žluťoučký kůň úpěl")]
    [InlineData("午後八時の図書館で長い答えを読む人")]
    [InlineData("library otter velvet")]
    [InlineData("x7Kq2 v9Lm4 Zt8Pw")]
    public void Long_words_that_do_not_belong_together_are_taken(string password) => Demand(password);

    [Theory]
    [InlineData("heron under it", "at least 15")]
    [InlineData("", "at least 15")]
    [InlineData("correcthorsebatterystaple", "stolen")]
    [InlineData("Correct-Horse-Battery-Staple", "stolen")]
    [InlineData("P@ssw0rdP@ssw0rd", "stolen")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa", "repeats itself")]
    [InlineData("abcXYZabcXYZabcXYZ", "repeats itself")]
    [InlineData("1234567890123456789", "repeats itself")]
    [InlineData("poiuytrewqlkjhgfdsa", "keyboard")]
    [InlineData("University Library 26", "little more than a name")]
    [InlineData("ruth.mbeki@library.example", "little more than a name")]
    [InlineData("Community2026!!!", "little more than a name")]
    public void What_is_guessed_first_is_refused_with_a_sentence(string password, string sentence)
    {
        var refused = Assert.Throws<RefusedException>(() => Demand(password));

        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
        Assert.Equal("Password", refused.Field);
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(256, true)]
    [InlineData(257, false)]
    public void Up_to_256_characters_are_taken(int length, bool isTaken)
    {
        var random = new Random(7);
        var password = string.Concat(Enumerable.Range(0, length).Select(_ => (char)random.Next('!', '~')));

        if (isTaken) Demand(password);
        else Assert.Throws<RefusedException>(() => Demand(password));
    }

    [Fact]
    public void Half_a_surrogate_is_no_crash() => Demand("heron under the \ud800 blue gate");
}
