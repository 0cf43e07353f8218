using Community.Experts;
using Community.People;
using Community.Store;
using Community.Topics;
using Community.Web.Experts;
using Community.Web.Frame;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Community.Web.People;

/// <summary>Loads somebody's own account for its page.</summary>
public sealed class AccountLoading(CommunityContext db, CurrentViewer current, IHttpContextAccessor http, IStringLocalizer<PeopleText> text)
{
    const int MaxSessions = 50;

    public async Task<AccountPage> Load(ProfileForm? profile = null, PreferencesForm? preferences = null)
    {
        var personId = current.PersonId;
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == personId);
        var email = await db.Accounts.Where(a => a.PersonId == personId).Select(a => a.Email).FirstOrDefaultAsync();
        var present = SessionCookie.SessionIdOf(http.HttpContext?.User);
        var sessions = await db.Sessions.AsNoTracking().Where(s => s.PersonId == personId && s.EndedAt == null).OrderByDescending(s => s.SeenAt).Take(MaxSessions).ToListAsync();
        var tokens = await db.WorkingTokens().AsNoTracking().Where(t => t.PersonId == personId).OrderByDescending(t => t.Id).Take(MakeToken.MostAtOnce)
            .Select(t => new TokenRow(t.Id, t.Name, t.CreatedAt, t.SeenAt)).ToListAsync();

        return new AccountPage(personId, email ?? "",
            profile ?? new ProfileForm { Name = person.Name, Position = person.Position, AskMeAbout = person.AskMeAbout },
            preferences ?? new PreferencesForm { Zone = person.Zone, Keys = !person.IsKeysOff, Presence = person.ShowsPresence },
            [.. sessions.OrderByDescending(s => s.Id == present).Select(s => new DeviceRow(s.Id, Device.Of(s.Device, text), s.CreatedAt, s.SeenAt, s.Id == present))],
            tokens, await db.Faces.AnyAsync(f => f.PersonId == personId), await db.BytesOf(personId))
        {
            Knowing = new KnowingPart(await db.Hidings.AnyAsync(h => h.PersonId == personId),
                await db.AvoidedSubjects.AsNoTracking().Where(s => s.PersonId == personId).OrderBy(s => s.SubjectFolded).Select(s => new AvoidedRow(s.Id, s.Subject, s.At)).ToListAsync()),
        };
    }
}
