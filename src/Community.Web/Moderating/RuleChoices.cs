using Community.Governance;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Moderating;

/// <summary>The rules that an act can cite.</summary>
public sealed class RuleChoices(CommunityContext db)
{
    public Task<List<Rule>> InForce() => db.Rules.AsNoTracking().Where(r => r.RetiredAt == null).OrderBy(r => r.Number).Take(100).ToListAsync();
}
