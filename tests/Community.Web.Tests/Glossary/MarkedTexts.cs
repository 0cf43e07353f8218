using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Community.Glossary;
using Community.Governance;
using Community.Spaces;
using Community.Topics;
using Community.Web.Glossary;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Web.Tests.Glossary;

/// <summary>Texts with words that have a meaning, and what a reader gets of them.</summary>
static partial class MarkedTexts
{
    public const string Room = "marked-room", Other = "other-room";

    extension(RunningSite site)
    {
        /// <summary>The stored HTML of a text, and the same as the administrator reads it.</summary>
        public async Task<(string Html, string Shown)> Filled(string markdown, string space = Room)
        {
            await site.Terms();
            var topic = await site.StartMarked(markdown, space);
            var html = await site.Store.Read(db => db.Revisions.Where(r => r.Post.TopicId == topic).Select(r => r.Html).SingleAsync());
            var viewer = await site.Store.Read(db => db.Viewer(site.AdministratorId));
            return (html, TermHtml.Fill(html, await site.Services.GetRequiredService<KnownGlossary>().For(viewer), await site.SpaceId(space)));
        }

        public async Task Terms()
        {
            if (await site.Store.Read(db => db.Terms.AnyAsync(t => t.Name == "bay" && t.SpaceId == null))) return;

            foreach (var room in new[] { Room, Other }) await site.Verb<MakeSpace>().Run(site.AdministratorId, room, room, "", Tier.Institution);
            await site.AddTerm("ILL", "From elsewhere.", null, "interlibrary loan");
            await site.AddTerm("OPAC", "The \"catalogue\" & more", null);
            foreach (var name in new[] { "Z39.50", "R&D", ".NET", "C#", "café", "e-book" }) await site.AddTerm(name, "Meaning of " + name, null, name == "e-book" ? ["ebook"] : []);
            await site.AddTerm("bay", "In this room.", Room);
            await site.AddTerm("bay", "In the other room.", Other);
            await site.AddTerm("bay", "In the house.", null);
        }

        public Task<long> AddTerm(string name, string meaning, string? space, params string[] synonyms) => site.Verb<AddTerm>().Run(site.AdministratorId, space, TermText.Of(name, meaning, synonyms));

        public Task<long> StartMarked(string body, string space = Room) => site.Verb<StartTopic>().Run(site.AdministratorId, space, TopicKind.Thread, "Marked", body, []);

        public Task<long> SpaceId(string slug) => site.Store.Read(db => db.Spaces.Where(s => s.Slug == slug).Select(s => s.Id).SingleAsync());
    }

    /// <summary>The same HTML but for the marks, with the same text, and each mark an element in plain text.</summary>
    public static void AssertSound(string html, string shown)
    {
        var (before, after) = (new HtmlParser().ParseDocument(html).Body!, new HtmlParser().ParseDocument(shown).Body!);
        Assert.Equal(html, Unmarked(shown));
        Assert.Equal(before.TextContent, after.TextContent);
        Assert.Equal(Mark().Count(shown), after.QuerySelectorAll("a.term").Length);
        Assert.Empty(after.QuerySelectorAll(":is(a, pre, code, kbd, blockquote, q, summary, .math, h1, h2, h3, h4, h5, h6) a.term"));
    }

    static string Unmarked(string html) => Mark().Replace(html, "$2");

    [GeneratedRegex("(<a class=\"term\"[^>]*>)(.*?)</a>", RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    public static partial Regex Mark();
}
