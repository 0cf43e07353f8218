using Microsoft.Extensions.Localization;

namespace Community.Web.People;

/// <summary>A device in plain words, from the browser's own description.</summary>
public static class Device
{
    static readonly (string Mark, string Name)[] Browsers = [("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    static readonly (string Mark, string Name)[] Systems = [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", "Mac"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    public static string Of(string agent, IStringLocalizer text)
    {
        var (browser, system) = (Find(Browsers, agent), Find(Systems, agent));
        return (browser, system) switch
        {
            (not null, not null) => text["{0} on {1}", browser, system],
            _ => browser ?? system ?? text["Some other program"],
        };
    }

    static string? Find((string Mark, string Name)[] known, string agent) =>
        known.FirstOrDefault(entry => agent.Contains(entry.Mark, StringComparison.Ordinal)).Name;
}
