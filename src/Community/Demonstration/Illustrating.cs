using System.Text.RegularExpressions;
using Community.People;
using Community.Topics;

namespace Community.Demonstration;

/// <summary>Pictures come in as everybody's do: faces are chosen, and what a text shows is uploaded by its writer first.</summary>
sealed partial class Illustrating(StoreAttachment attach, ChooseFace choose)
{
    public async Task Face(long personId, Portrait portrait, CancellationToken stop)
    {
        await using var drawn = portrait.Draw();
        await choose.Run(personId, drawn, stop);
    }

    /// <summary>Puts addresses in place of <c>![What it shows.](picture:name)</c>.</summary>
    public async Task<string> Fill(long personId, string text, CancellationToken stop)
    {
        foreach (var name in Picture().Matches(text).Select(found => found.Groups[1].Value).Distinct())
        {
            await using var drawn = Illustrations.Draw(name);
            var stored = await attach.Run(personId, name + ".png", drawn, stop: stop);
            text = text.Replace($"(picture:{name})", $"({stored.Address})", StringComparison.Ordinal);
        }

        return text;
    }

    [GeneratedRegex(@"\(picture:([a-z0-9-]+)\)", RegexOptions.NonBacktracking)]
    private static partial Regex Picture();
}
