using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics;

/// <summary>What becomes of a draft when its post is sent.</summary>
public static class SentDraft
{
    extension(CommunityContext db)
    {
        /// <summary>Inside the transaction that writes the post: takes away the draft it was written in. A newer text from another device stays.</summary>
        /// <param name="version">The draft's version that the form had; null where the form had none.</param>
        public async Task DropDraft(long personId, DraftPlace place, long? version, string body, CancellationToken stop)
        {
            var key = place.ToString();
            var draft = await db.Drafts.AsNoTracking().FirstOrDefaultAsync(d => d.PersonId == personId && d.Place == key, stop);
            if (draft is not null && (draft.Version == version || DraftText.OfJson(draft.Text).Body == body))
                await db.Drafts.Where(d => d.Id == draft.Id && d.Version == draft.Version).ExecuteDeleteAsync(stop);
        }
    }
}
