using Community.Governance;
using Community.People;
using Community.Store;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Voices;

/// <summary>Who stands behind what speaks for others.</summary>
static class VoiceWriters
{
    extension(CommunityContext db)
    {
        /// <summary>By the voice. Outsiders never learn it: for them there is none.</summary>
        public async Task<Dictionary<long, PostWriter>> WritersOf(List<long> voices, Viewer viewer)
        {
            if (voices.Count == 0 || !viewer.IsStaff) return [];

            var people = db.People;
            return await db.Masks.AsNoTracking().Where(m => voices.Contains(m.Id) && m.Voice != Voice.Personal)
                .Select(m => new { m.Id, Writer = new PostWriter(m.PersonId, people.Where(p => p.Id == m.PersonId).Select(p => p.Name).First()) }).ToDictionaryAsync(m => m.Id, m => m.Writer);
        }
    }
}
