using System.Text.RegularExpressions;
using Community.People;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Playbooks;

/// <summary>What an answer begins with: Markdown, with words in braces that stand for what the run is about.</summary>
public static partial class ReplyTemplate
{
    public static IReadOnlyList<string> Placeholders { get; } = ["{post}", "{author}", "{space}", "{title}", "{starter}"];

    extension(CommunityContext db)
    {
        /// <summary>The template of a run, filled in. What is not known, or an author who is not named, stays in braces for who writes.</summary>
        public async Task<string> FilledReply(long runId, CancellationToken stop = default)
        {
            var (people, spaces, institutions) = (db.People, db.Spaces, db.Institutions);
            var facts = await db.PlaybookRuns.AsNoTracking().Where(r => r.Id == runId).Select(r => new
            {
                r.Version.Reply,
                r.PostId,
                r.Post.Topic.Title,
                IsNamed = r.Post.UnnamedAt == null && r.Post.Standing == Standing.Published,
                IsShown = r.Post.Topic.Standing == Standing.Published,
                Author = r.Post.AuthorName ?? people.Where(p => p.Id == r.Post.AuthorId && !p.IsMask).Select(p => p.Name).FirstOrDefault(),
                Starter = people.Where(p => p.Id == r.StarterId).Select(p => p.Name).First(),
                Space = spaces.Where(s => s.Id == r.Post.Topic.SpaceId).Select(s => s.Name).First(),
                Address = institutions.Select(i => i.PublicAddress).FirstOrDefault(),
            }).FirstAsync(stop);
            return Fill(facts.Reply, new Dictionary<string, string?>
            {
                ["post"] = FormattableString.Invariant($"{facts.Address?.TrimEnd('/')}/posts/{facts.PostId}"),
                ["author"] = facts.IsNamed ? facts.Author : null,
                ["space"] = facts.Space,
                ["title"] = facts.IsShown ? facts.Title : null,
                ["starter"] = facts.Starter,
            });
        }
    }

    /// <summary>What has no value stays as it is.</summary>
    public static string Fill(string template, IReadOnlyDictionary<string, string?> values) => Placeholder().Replace(template, found => values.GetValueOrDefault(found.Groups[1].Value) ?? found.Value);

    [GeneratedRegex(@"\{([a-z]+)\}", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Placeholder();
}
