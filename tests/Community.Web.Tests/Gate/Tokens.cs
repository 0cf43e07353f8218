namespace Community.Web.Tests.Gate;

/// <summary>The token against forged forms, as a page carries it.</summary>
static class Tokens
{
    const string Before = "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"";

    /// <summary>From a page that has a form for everybody: the account's, or the sign-in.</summary>
    public static async Task<string> Token(this HttpClient browser)
    {
        var page = await browser.Page("/account");
        var start = page.IndexOf(Before, StringComparison.Ordinal) + Before.Length;
        return page[start..page.IndexOf('"', start)];
    }
}
