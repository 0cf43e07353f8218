using System.Net;
using System.Text.RegularExpressions;
using Community.Events;
using Community.Store;
using Community.Text;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.NoteLinks;

/// <summary>The headings of notes by the words that links name them with. A revision never changes, so that nothing has to be forgotten.</summary>
public sealed partial class NoteAnchors
{
    readonly Remembered<(long PostId, int Revision), IReadOnlyDictionary<string, string>> known = new(2_000);

    /// <summary>For each of these texts its element ids by slug.</summary>
    public async Task<IReadOnlyDictionary<long, IReadOnlyDictionary<string, string>>> Of(CommunityContext db, IReadOnlyCollection<(long PostId, int Revision)> texts)
    {
        var found = new Dictionary<long, IReadOnlyDictionary<string, string>>();
        foreach (var text in texts)
        {
            if (!known.TryGet(text, out var ids))
            {
                ids = Ids(await db.Revisions.AsNoTracking().Where(r => r.PostId == text.PostId && r.Number == text.Revision).Select(r => r.Html).FirstOrDefaultAsync() ?? "");
                known.Keep(text, ids, known.Round);
            }

            found[text.PostId] = ids;
        }

        return found;
    }

    static Dictionary<string, string> Ids(string html)
    {
        var (slugs, ids) = (new HeadingSlugs(), new Dictionary<string, string>());
        foreach (var match in Heading().Matches(html).Cast<Match>()) ids.TryAdd(slugs.Next(WebUtility.HtmlDecode(Tag().Replace(match.Groups[2].Value, ""))), match.Groups[1].Value);
        return ids;
    }

    // Headings hold no headings, so that the first end is their own.
    [GeneratedRegex("<h[1-6] id=\"([a-z0-9-]+)\">(.*?)</h[1-6]>", RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex Heading();

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
