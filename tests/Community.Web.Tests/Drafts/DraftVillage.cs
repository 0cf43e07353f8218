using System.Text.RegularExpressions;
using Community.Governance;
using Community.Spaces;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Drafts;

/// <summary>What the tests of drafts do again and again.</summary>
static partial class DraftVillage
{
    public const string Space = "drafting";

    extension(RunningSite site)
    {
        /// <summary>A thread in a space for all staff.</summary>
        public async Task<long> Thread(string title = "Where do drafts go?")
        {
            var author = await site.Person("Ada Keeper");
            if (!await site.Store.Read(db => db.Spaces.AnyAsync(s => s.Slug == Space))) await site.Verb<MakeSpace>().Run(site.AdministratorId, Space, "Drafting", "", Tier.Institution);
            return await site.Verb<StartTopic>().Run(author, Space, TopicKind.Thread, title, "I wonder.", []);
        }

        public Task<List<long>> Replies(long topicId) => site.Store.Read(db => db.Posts.Where(p => p.TopicId == topicId && p.Part != Part.Opening).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync());

        public Task<List<string>> Texts(long personId) => site.Store.Read(async db => (await db.DraftsOf(personId).OrderBy(d => d.Id).ToListAsync()).ConvertAll(d => DraftText.OfJson(d.Text).Body));
    }

    /// <summary>All hidden and typed fields of the form that is sent to an address, as a browser sends them; of the reply form where comments are sent there, too.</summary>
    public static List<(string Name, string Value)> Fields(string page, string action)
    {
        var form = Form().Matches(page).Select(match => match.Value).OrderByDescending(form => form.Contains("id=\"reply\"", StringComparison.Ordinal)).First(form => form.Contains($"action=\"{action}\"", StringComparison.Ordinal));
        var inputs = Input().Matches(form).Select(match => (Name: Attribute(match.Value, "name"), Value: Attribute(match.Value, "value"))).Where(input => input.Name.Length > 0);
        return [.. inputs];
    }

    public static List<(string Name, string Value)> With(this IEnumerable<(string Name, string Value)> fields, string name, string value) => [.. fields.Where(field => field.Name != name), (name, value)];

    static string Attribute(string tag, string name) => Regex.Match(tag, $" {name}=\"([^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(1)) is { Success: true } found ? System.Net.WebUtility.HtmlDecode(found.Groups[1].Value) : "";

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline, 1_000)]
    private static partial Regex Form();

    [GeneratedRegex("<input[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Input();
}
