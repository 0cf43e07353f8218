using Community.Governance;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Moderating;

/// <summary>The rules that an act can cite.</summary>
public sealed class RuleChoices(CommunityContext db)
{
    public async Task<IReadOnlyList<Rule>> InForce() => await db.Rules.AsNoTracking().Where(r => r.RetiredAt == null).OrderBy(r => r.Number).Take(100).ToListAsync();
}
