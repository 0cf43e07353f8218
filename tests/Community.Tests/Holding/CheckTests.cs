using Community.Topics.Checks;

namespace Community.Tests.Holding;

/// <summary>What is found in a text, and what is not.</summary>
public sealed class CheckTests
{
    static readonly DateTime Now = new(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc);

    // Numbers from the standards' own examples and from test cards that no bank gives out.
    [Theory]
    [InlineData(CheckDigit.Luhn, "4111 1111 1111 1111", true)]
    [InlineData(CheckDigit.Luhn, "5555-5555-5555-4444", true)]
    [InlineData(CheckDigit.Luhn, "378282246310005", true)]
    [InlineData(CheckDigit.Luhn, "4111 1111 1111 1112", false)]
    [InlineData(CheckDigit.Luhn, "0000 0000 0000 0000", false)]
    [InlineData(CheckDigit.Mod97, "GB29 NWBK 6016 1331 9268 19", true)]
    [InlineData(CheckDigit.Mod97, "DE89370400440532013000", true)]
    [InlineData(CheckDigit.Mod97, "DE89370400440532013001", false)]
    [InlineData(CheckDigit.Mod11, "0000-0002-1825-0097", true)]
    [InlineData(CheckDigit.Mod11, "0000-0002-1694-233X", true)]
    [InlineData(CheckDigit.Mod11, "0000-0002-1694-2339", false)]
    public void A_check_digit_is_right_or_not(CheckDigit check, string number, bool isRight) => Assert.Equal(isRight, CheckDigits.Fits(check, number));

    [Theory]
    [InlineData(GuardKind.Card, "Pay with 4111 1111 1111 1111, please", "4111 1111 1111 1111", "•••• •••• •••• 1111")]
    [InlineData(GuardKind.Card, "4111111111111111 2026", "4111111111111111", "••••••••••••1111")]
    [InlineData(GuardKind.Card, "ISBN 978-3-16-148410-0 and 4111 1111 1111 1112", null, null)]
    [InlineData(GuardKind.Card, "Order 2026110200123456", null, null)]
    [InlineData(GuardKind.Iban, "to GB29 NWBK 6016 1331 9268 19 AT ONCE", "GB29 NWBK 6016 1331 9268 19", "•••• •••• •••• •••• ••68 19")]
    [InlineData(GuardKind.Iban, "Shelf mark QA76 2019 ABCD 1234 EFGH", null, null)]
    [InlineData(GuardKind.Secret, "the password is: heron-under-blue", "password is: heron-under-blue", "[secret removed]")]
    [InlineData(GuardKind.Secret, "-----BEGIN RSA PRIVATE KEY-----", "-----BEGIN RSA PRIVATE KEY-----", "[secret removed]")]
    [InlineData(GuardKind.Secret, "You reset the password on the account page.", null, null)]
    [InlineData(GuardKind.Email, "ask jo@reader.example", "jo@reader.example", "[address removed]")]
    [InlineData(GuardKind.Email, "ask desk@library.example", null, null)]
    [InlineData(GuardKind.Phone, "call +44 20 7946 0018 before noon", "+44 20 7946 0018", "[number removed]")]
    [InlineData(GuardKind.Phone, "it cost 1 250 euros in 2026", null, null)]
    [InlineData(GuardKind.Embargo, "This is confidential until 4 December 2026.", "confidential until 4 December 2026", null)]
    [InlineData(GuardKind.Embargo, "It was confidential until 4 December 2025.", null, null)]
    [InlineData(GuardKind.Voice, "Of course the University believes in open access.", "the University believes", null)]
    [InlineData(GuardKind.Voice, "I believe that the university library opens at nine.", null, null)]
    public void A_rule_finds_what_it_looks_for_and_says_what_can_stand_there_instead(GuardKind kind, string text, string? found, string? mask)
    {
        var guard = Guard.Of(new GuardRule(kind, Words(), null, Now));

        var places = guard.Find(text, WordPlaces.Of(text), new GuardedText(text, "", []) { OwnDomains = ["library.example"] }, Now).Select(place => text.Substring(place.Start, place.Length)).ToList();

        Assert.Equal(found is null ? [] : [found], places);
        if (found is not null) Assert.Equal(mask, guard.Mask(found));
    }

    [Theory]
    [InlineData("Offer (confidential).pdf", true)]
    [InlineData("TLP-RED minutes.docx", true)]
    [InlineData("internal_only.xlsx", true)]
    [InlineData("Unrestricted access.pdf", false)]
    [InlineData("internals of the only scanner.pdf", false)]
    public void A_files_name_says_that_it_is_not_for_everybody(string name, bool isMarked) =>
        Assert.Equal(isMarked, MarkingGuard.FindIn([name]).Any());

    [Theory]
    [InlineData("tender", "The running tenders are secret", "tenders")]
    [InlineData("tender price", "The price of the tender", "price|tender")]
    [InlineData("tender price", "The price of the book", "")]
    [InlineData("\"industrial action\" OR strike", "They were striking", "striking")]
    [InlineData("\"industrial action\" OR strike", "Industrial safety and action", "")]
    [InlineData("\"industrial action\" OR strike", "on industrial actions today", "industrial actions")]
    [InlineData("tender -coal", "the coal tender left the yard", "")]
    [InlineData("tender -\"coal tender\"", "a tender, with coal", "tender")]
    public void A_subject_is_found_in_all_its_forms_and_nothing_else(string query, string text, string found) =>
        Assert.Equal(found, string.Join('|', SubjectQuery.Of(query).Find(WordPlaces.Of(text)).Select(place => text.Substring(place.Start, place.Length))));

    [Fact]
    public void What_is_masked_is_masked_everywhere_and_nothing_else_changes()
    {
        var found = new[] { (3, 5), (5, 4), (20, 3) }.Select(place => new Finding(1, GuardKind.Card, GuardAct.Justify, "", "", "", null, null, place.Item1, place.Item2, "", "#")).ToList();

        Assert.Equal("abc#ijklmnopqrst#xyz", KnownGuards.Masked("abcdefghijklmnopqrstuvwxyz", found));
    }

    [Fact]
    public void A_watched_subject_has_a_reason_an_owner_an_end_and_a_word_on_protected_speech()
    {
        var whole = new GuardWords("Tender", "tender", CheckDigit.None, GuardAct.Hold, "It runs", "Pay and hours", 1, null, Now.AddDays(30));

        foreach (var lacking in new[] { whole with { Why = " " }, whole with { OwnerId = null }, whole with { EndsAt = null }, whole with { EndsAt = Now.AddDays(400) }, whole with { Protected = "" }, whole with { Query = "-tender" } })
            Assert.Throws<RefusedException>(() => new GuardRule(GuardKind.Subject, lacking, 1, Now));

        var rule = new GuardRule(GuardKind.Subject, whole, 1, Now);
        Assert.True(rule.HoldsOn(Now.AddDays(29)));
        Assert.False(rule.HoldsOn(Now.AddDays(30)));
    }

    [Theory]
    [InlineData("(?=a)")]
    [InlineData("[")]
    [InlineData("a*")]
    public void A_pattern_that_cannot_be_read_or_fits_nothing_is_refused(string pattern) =>
        Assert.Throws<RefusedException>(() => new GuardRule(GuardKind.Number, Words() with { Query = pattern }, 1, Now));

    static GuardWords Words() => new("A name", null, CheckDigit.None, GuardAct.Justify, "A reason", null, null, null, null);
}
