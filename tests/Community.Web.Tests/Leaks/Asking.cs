using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Community.Web.Tests.Leaks;

/// <summary>Somebody at the surfaces of search: a browser, and a program with a token of the same person.</summary>
sealed partial record Asking(HttpClient Browser, HttpClient? Program)
{
    readonly ConcurrentDictionary<string, string> nothings = new();

    /// <summary>Whether the surface answers to what is typed as it answers to what is not there; what that is, is asked once.</summary>
    public async Task<bool> AnswersAlike(Surface surface, Typed typed, Typed nothing)
    {
        var address = nothing.In(surface.Address);
        if (!nothings.TryGetValue(address, out var alike)) alike = nothings[address] = await Answer(surface, nothing);
        return typed.OutOf(await Answer(surface, typed), surface.Address, nothing) == nothing.OutOf(alike, surface.Address, typed);
    }

    /// <summary>All that is answered, without what is different each time.</summary>
    public async Task<string> Answer(Surface surface, Typed typed)
    {
        using var answer = await (surface.IsCall ? Program ?? Browser : Browser).GetAsync(new Uri(typed.In(surface.Address), UriKind.Relative));
        Assert.True((int)answer.StatusCode < 500, $"{surface} answers {answer.StatusCode}");
        return $"{(int)answer.StatusCode} {answer.Headers.Location} {ByChance().Replace(await answer.Content.ReadAsStringAsync(), "")}";
    }

    /// <summary>A form's token, the key of a search, the time it took, the number of the request.</summary>
    [GeneratedRegex("Number of this request: [^<]+|name=\"__RequestVerificationToken\" type=\"hidden\" value=\"[^\"]+\"| data-asked=\"[^\"]+\"|\"tookMs\":[0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex ByChance();
}
