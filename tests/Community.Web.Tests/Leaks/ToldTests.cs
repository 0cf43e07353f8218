using Community.Governance;
using Community.Search;
using Community.Search.Asked;
using Community.Search.Gaps;
using Community.Search.Saved;
using Community.Web.Tests.Gate;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Web.Tests.Leaks;

/// <summary>What saved searches tell of, and what is kept of searches.</summary>
[Collection(nameof(LeakVillage))]
public sealed class ToldTests(LeakVillage village)
{
    static readonly string[] Signed = [.. LeakVillage.Roles.Where(role => role != GateVillage.Visitor)];

    [Fact]
    public async Task A_saved_search_tells_of_what_its_owner_could_read_when_it_was_posted_and_of_nothing_else()
    {
        var wrong = new List<string>();
        foreach (var role in Signed)
            foreach (var secret in village.Secrets.Where(secret => !secret.IsTerm))
            {
                var told = await village.Site.Store.Read(db => db.SavedSearches.Where(s => s.PersonId == village.Gate.IdOf(role) && s.Text == secret.Bait).Join(db.SearchFinds, s => s.Id, f => f.SearchId, (s, f) => f.TopicId).ToListAsync());
                if (!told.SequenceEqual(secret.IsIn(role) && secret.WasInSight ? [secret.TopicId] : [])) wrong.Add($"{role} is told {told.Count} times of {secret}");
            }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>It was told of while it was in sight, so that the notice is there.</summary>
    [Fact]
    public async Task A_notice_shows_nothing_of_what_was_taken_back_hidden_or_edited_away_since()
    {
        foreach (var role in Signed)
        {
            var text = await Whole(role, "/notifications", "/notifications?before=");
            foreach (var secret in village.Secrets.Where(secret => !secret.IsTerm))
                Assert.Equal((role, secret.ToString(), secret.IsFor(role)), (role, secret.ToString(), text.Contains(secret.Word, StringComparison.OrdinalIgnoreCase)));
        }
    }

    /// <summary>Whoever finds a word where not all staff read makes no gap of it: the list is read by all staff.</summary>
    [Fact]
    public async Task What_was_searched_for_by_those_who_may_read_it_is_no_gap_and_its_note_is_named_to_nobody_else()
    {
        var (unit, missed) = (village.Sought.First(secret => secret.Tier == Tier.Unit), Words.Of("missed by two"));
        await village.Site.Services.GetRequiredService<WriteSearches>().Write();
        foreach (var word in new[] { unit.Word, "about " + unit.Word, $"{unit.Word}-tag", "\"about " + unit.Word + "\"", missed })
            foreach (var role in new[] { "member", "steward", "administrator" }) await village.Gate[role].Page("/search?q=" + Uri.EscapeDataString(word));

        await village.Site.Services.GetRequiredService<WriteSearches>().Write();
        foreach (var role in Signed)
        {
            var gaps = await Whole(role, "/gaps", "/gaps?after=");
            Assert.DoesNotContain(unit.Word, gaps, StringComparison.OrdinalIgnoreCase);
            Assert.Equal((role, role is not ("guest" or "stranger")), (role, gaps.Contains(missed, StringComparison.Ordinal)));
        }

        Assert.Equal(0, await village.Site.Store.Read(db => db.AskedSearches.CountAsync(row => row.Words.Contains(unit.Word))));
        var gap = await village.Site.Store.Read(db => db.Gaps.Where(g => g.Words == missed).Select(g => g.Id).SingleAsync());
        await village.Gate.Verb<ClaimGap>().Run(village.Gate.IdOf("member"), gap);
        await village.Gate.Verb<FinishGap>().Run(village.Gate.IdOf("member"), gap, unit.TopicId);
        foreach (var role in Signed) Assert.Equal((role, unit.IsIn(role) && role != "guest"), (role, (await village.Gate[role].Page("/gaps?state=done")).Contains(unit.Word, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>A search that somebody keeps says nothing of a space that was closed to them, and is not kept in one that is.</summary>
    [Fact]
    public async Task No_search_is_saved_in_a_space_that_is_not_there_for_its_owner()
    {
        foreach (var role in Signed.Where(role => !village.Secrets[0].IsIn(role)))
        {
            var refused = await Assert.ThrowsAsync<RefusedException>(() => village.Gate.Verb<SaveSearch>().Run(village.Gate.IdOf(role), new SearchRequest("anything", Space: village.Secrets[0].Space)));
            var nothing = await Assert.ThrowsAsync<RefusedException>(() => village.Gate.Verb<SaveSearch>().Run(village.Gate.IdOf(role), new SearchRequest("anything", Space: "no-such-space")));
            Assert.Equal((Refusal.NotFound, refused.Message), (nothing.Kind, nothing.Message));
        }
    }

    /// <summary>A list from its first page to its last.</summary>
    async Task<string> Whole(string role, string first, string more)
    {
        var text = "";
        for (var next = first; next.Length > 0;)
        {
            var page = await village.Gate[role].Page(next);
            text += page;
            next = page.Split("href=\"").Skip(1).Select(link => link[..link.IndexOf('"', StringComparison.Ordinal)]).FirstOrDefault(link => link.StartsWith(more, StringComparison.Ordinal)) ?? "";
        }

        return text;
    }
}
