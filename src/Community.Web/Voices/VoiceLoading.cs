using Community.Governance;
using Community.Spaces;
using Community.Spaces.Voices;
using Community.Store;
using Community.Web.Frame;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Voices;

/// <summary>In whose names the reader may speak, and how a space likes to be written in.</summary>
public sealed class VoiceLoading(CommunityContext db, CurrentViewer current, KnownCommunity known, KnownSpaceVoices guides, TimeProvider clock)
{
    /// <param name="space">By slug; null for all that the reader may choose from.</param>
    /// <returns>Empty for most people, who speak for themselves.</returns>
    public async Task<IReadOnlyList<VoiceChoice>> For(string? space)
    {
        var viewer = await current.Get();
        // Whoever has a voice has a name beside the own.
        if (!viewer.IsStaff || viewer.OwnIds.Count < 2) return [];

        var (now, id) = (clock.Now(), await IdOf(space));
        var grants = await db.VoiceGrants.AsNoTracking().Where(g => g.PersonId == viewer.PersonId && g.EndedAt == null && g.Until > now && (space == null || g.SpaceId == null || g.SpaceId == id))
            .OrderByDescending(g => g.Voice).ThenBy(g => g.Id).Select(g => new { g.Voice, g.UnitId, g.NeedsSecond, g.Mask.Worn.Name, g.MaskId }).ToListAsync();
        return [.. grants.OrderBy(g => g.NeedsSecond).DistinctBy(g => g.MaskId).Select(g => new VoiceChoice(g.Voice == Voice.Institution ? "institution" : FormattableString.Invariant($"unit-{g.UnitId}"), g.Name, g.NeedsSecond))];
    }

    /// <param name="space">By slug.</param>
    public async Task<SpaceVoice?> Guide(string? space) => await guides.Of(await IdOf(space));

    async Task<long> IdOf(string? slug) => string.IsNullOrEmpty(slug) ? 0 : (await known.Ground()).Spaces.Values.FirstOrDefault(s => s.Slug == slug)?.Id ?? 0;
}

/// <summary>Somebody in whose name the reader may speak.</summary>
/// <param name="Value">As a form says it.</param>
/// <param name="NeedsSecond">A second person releases it.</param>
public sealed record VoiceChoice(string Value, string Name, bool NeedsSecond);
