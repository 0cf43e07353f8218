namespace Community.Web.Tests.Browser;

/// <summary>A page of the village's site.</summary>
/// <param name="Reader">Who looks at it; null for a visitor.</param>
public sealed record VillagePage(string? Reader, string Address, int Status = 200)
{
    public override string ToString() => $"{Address} ({Reader ?? "a visitor"})";
}

/// <summary>Every kind of page, with something awkward on it.</summary>
public static class VillagePages
{
    extension(Village village)
    {
        public IReadOnlyList<VillagePage> Pages =>
        [
            new(null, "/"), new(null, "/sign-in"), new(null, "/sign-up"), new(null, "/reset"), new(null, "/no/such/page", 404),
            new(null, "/glossary"), new(Village.Li, "/glossary"), new(Village.Li, "/glossary?q=nothing-of-this-name"), new(Village.Li, "/glossary?letter=d&space=loans"), new(Village.Li, "/glossary/new"), new(Village.Amara, $"/glossary/{village.Term}"), new(Village.Li, $"/terms/{village.Term}/revise?from=1"),
            new(null, "/spaces/front-desk"), new(null, $"/threads/{village.Thread}"), new(null, "/spaces"), new(null, "/tags"), new(null, "/tags/reading-room"), new(null, "/docs/api"),
            new(Village.Li, "/"), new(Village.Li, "/spaces"), new(Village.Li, "/spaces?name=nothing-of-this-name"), new(Village.Li, "/spaces/loans"), new(Village.Li, "/spaces/loans/members"),
            new(Village.Li, "/questions"), new(Village.Li, "/questions?state=unanswered"), new(Village.Li, "/unread"), new(Village.Li, "/bookmarks"),
            new(Village.Li, $"/questions/{village.Question}"), new(Village.Li, $"/questions/{village.Imported}"), new(Village.Li, $"/threads/{village.Thread}"), new(Village.Li, $"/threads/{village.Closed}"),
            new(Village.Li, $"/notes/{village.Note}"), new(Village.Li, "/new/question"), new(Village.Li, "/new/note"), new(Village.Li, "/new/note?shape=free"), new(Village.Li, "/new/thread"),
            new(Village.Li, "/paths"), new(Village.Li, "/paths/new"), new(Village.Li, "/paths/buddies"), new(Village.Li, "/spaces/loans/templates"), new(Village.Amara, "/spaces/loans/templates"),
            new(Village.Li, "/search"), new(Village.Li, "/search?q=customs"), new(Village.Li, "/search?q=nothing-has-this-word"),
            new(null, "/search"), new(null, "/search?q=quiet"), new(null, "/search?q=nothing-has-this-word"), new(null, $"/topics/{village.Thread}/related"),
            new(Village.Li, "/search?q=custums+yellow"), new(Village.Li, "/search?q=custums"), new(Village.Li, "/search?q=customs&kind=note&space=loans&tag=parcels&state=open&author=1&year=1999"), new(Village.Li, $"/search?q=customs&topic={village.Question}"), new(Village.Li, $"/topics/{village.Question}/related"),
            new(null, "/privacy"), new(Village.Li, "/privacy"), new(Village.Li, "/account/data"), new(Village.Li, "/account/leave"), new(Village.Ruth, "/admin/retention"), new(Village.Li, "/guests"), new(Village.Li, "/guests/new"), new(Village.Ruth, "/guests"), new(Village.Ruth, "/guests/new"), new(Village.Li, "/gaps"), new(Village.Li, "/gaps?state=claimed"), new(Village.Li, "/gaps?state=done"), new(Village.Amara, "/gaps"), new(Village.Amara, "/gaps?state=claimed"), new(Village.Amara, "/gaps?state=dismissed"),
            new(Village.Li, "/due"), new(Village.Maximiliane, "/due"), new(Village.Amara, "/due?of=spaces"), new(Village.Amara, "/due/orphans"), new(Village.Li, $"/topics/{village.Note}/care"), new(Village.Amara, $"/topics/{village.Note}/care"),
            new(Village.Li, "/searches"), new(Village.Ruth, "/searches"), new(Village.Maximiliane, "/searches"),
            new(Village.Li, "/experts"), new(Village.Li, "/experts?q=customs"), new(Village.Li, "/experts?q=nothing-has-this-word"),
            new(Village.Li, $"/people/{village[Village.Li]}"), new(Village.Li, $"/people/{village[Village.Maximiliane]}"), new(Village.Li, "/notifications"), new(Village.Li, "/notifications?for=done"), new(Village.Li, "/notifications?for=muted"), new(Village.Li, "/watching"), new(Village.Li, "/account/mail"), new(Village.Li, "/account/push"), new(null, "/offline"), new(Village.Li, "/offline"), new(Village.Li, "/feeds"), new(Village.Li, "/unread"),
            new(Village.Li, "/tags"), new(Village.Li, "/tags/reading-room"), new(Village.Li, "/account"), new(Village.Li, "/no/such/page", 404),
            new(Village.Li, $"/posts/{village.NoteText}/history"), new(Village.Maximiliane, $"/posts/{village.NoteText}/edit"), new(Village.Li, $"/posts/{village.NoteText}/edit", 403),
            new(Village.Li, "/drafts"), new(Village.Maximiliane, "/drafts"), new(Village.Maximiliane, "/"), new(Village.Maximiliane, "/new/question"), new(Village.Maximiliane, $"/threads/{village.Thread}"),
            new(Village.Li, $"/questions/{village.Pictured}"), new(Village.Li, "/search?q=shelf"), new(Village.Maximiliane, $"/posts/{village.PicturedText}/history"), new(Village.Maximiliane, $"/posts/{village.PicturedText}/edit"),
            new(Village.Maximiliane, "/account"), new(Village.Maximiliane, $"/people/{village[Village.Jonas]}"), new(Village.Li, "/docs/api"),
            new(Village.Amara, $"/questions/{village.Question}"), new(Village.Amara, "/spaces/loans/charter"), new(Village.Amara, "/spaces/loans/members"),
            new(Village.Li, "/playbooks"), new(Village.Ruth, "/playbooks"), new(Village.Li, $"/playbooks/{village.Playbook}"), new(Village.Amara, $"/playbooks/{village.Playbook}?version=1"), new(Village.Amara, $"/playbooks/{village.Playbook}/edit"), new(Village.Ruth, "/playbooks/new"), new(Village.Li, $"/posts/{village.PicturedText}/playbook"),
            new(Village.Li, "/playbooks/runs"), new(Village.Amara, "/playbooks/runs?show=open"), new(Village.Li, "/playbooks/runs?show=late"), new(Village.Li, "/playbooks/runs?show=ended"), new(Village.Li, $"/playbooks/runs/{village.Run}"), new(Village.Amara, $"/playbooks/runs/{village.Run}"), new(Village.Maximiliane, $"/playbooks/runs/{village.Run}"), new(Village.Li, $"/playbooks/runs/{village.StoppedRun}"),
            new(Village.Amara, "/moderation/flags"), new(Village.Amara, "/moderation/flags?state=done"), new(Village.Ruth, "/moderation/appeals"), new(Village.Amara, "/moderation/appeals"), new(Village.Amara, "/moderation/purges"), new(Village.Li, "/ledger"), new(Village.Ruth, "/admin/rules"), new(Village.Ruth, "/admin/audit"), new(Village.Tomas, "/acts"), new(Village.Li, "/flags"),
            new(Village.Jonas, $"/posts/{village.Flagged}/flag"), new(Village.Amara, $"/posts/{village.Flagged}/moderate"), new(Village.Amara, $"/posts/{village.Removed}/moderate"), new(Village.Amara, $"/moderation/people/{village[Village.Jonas]}"),
            new(Village.Li, $"/policies/{village.Policy}"), new(Village.Amara, $"/policies/{village.Policy}/report"), new(Village.Ruth, $"/policies/{village.Policy}/edit"), new(Village.Ruth, $"/policies/{village.Policy}/differences?from=1&to=1"),
            new(Village.Ruth, "/spaces/new"), new(Village.Ruth, "/policies"), new(Village.Ruth, "/policies/new"), new(Village.Ruth, "/policies/new?preset=Strict"), new(Village.Ruth, "/admin"), new(Village.Ruth, "/admin/voices"), new(Village.Ruth, "/admin/checks"), new(Village.Ruth, "/admin/checks/new?kind=Subject"), new(Village.Ruth, "/admin/rights"), new(Village.Ruth, "/moderation/queue"), new(Village.Ruth, "/spaces/loans/rules"), new(Village.Ruth, "/spaces/loans/voice"), new(Village.Ruth, "/submissions"), new(Village.Ruth, "/admin/people"), new(Village.Ruth, "/admin/people/new"), new(Village.Ruth, $"/admin/people/{village[Village.Li]}"),
        ];
    }
}
