using Community.Governance;
using Community.People;
using Community.People.Guests;

namespace Community.Web.Guests;

/// <summary>Guests for whom the reader answers, and those who wait for somebody; an administrator's: all.</summary>
/// <param name="Waiting">Their sponsor left, and the reader may come in their place.</param>
/// <param name="Ended">Whose access has ended, the latest first.</param>
public sealed record GuestsPage(IReadOnlyList<GuestRow> Waiting, IReadOnlyList<GuestRow> Guests, IReadOnlyList<GuestRow> Ended, bool IsAdministrator);

/// <summary>A guest.</summary>
/// <param name="Sponsorship">The one that runs, or else the last; null where administrators answer for them.</param>
/// <param name="IsOver">Has no access.</param>
public sealed record GuestRow(long Id, string Name, SponsorshipRow? Sponsorship, IReadOnlyList<GuestSpace> Spaces, bool IsOver);

/// <summary>A space of a guest's that the reader reads.</summary>
public sealed record GuestSpace(string Slug, string Name, Tier Tier);

/// <summary>Who answers, and until when.</summary>
/// <param name="EndsAt">The first moment without access.</param>
public sealed record SponsorshipRow(long Id, long SponsorId, string Sponsor, DateTime From, DateTime EndsAt, string Why, string AskedBy, bool IsAlone, DateTime? EndedAt, SponsorshipEnd? End, string EndReason, string? EndedBy, bool WasClosedByOthers)
{
    /// <summary>The last day with access.</summary>
    public DateTime LastDay => (EndedAt ?? EndsAt).AddSeconds(-1);
}

/// <summary>A guest, with what the reader may do.</summary>
/// <param name="Before">Earlier sponsorships, the latest first.</param>
/// <param name="MayKeep">Renew it and end it.</param>
/// <param name="MayTakeOver">Answer for them from now on.</param>
/// <param name="Link">A link that was just made; shown this once.</param>
public sealed record GuestPage(GuestRow Guest, IReadOnlyList<SponsorshipRow> Before, bool MayKeep, bool MayTakeOver, bool MayRenew, bool IsAdministrator, MadeLink? Link, GuestDays Form);

/// <summary>Until when, and why, as it is typed.</summary>
public sealed record GuestDays
{
    public string? Until { get; init; }

    public string? Why { get; init; }
}

/// <summary>Somebody is invited.</summary>
/// <param name="Spaces">Into which the reader may invite.</param>
/// <param name="CanSend">The link goes by mail.</param>
public sealed record NewGuestPage(NewGuestForm Form, IReadOnlyList<GuestSpace> Spaces, bool CanSend);

/// <summary>The same as it is typed.</summary>
public sealed record NewGuestForm
{
    public string? Name { get; init; }

    public string? Email { get; init; }

    /// <summary>By slug; null for none: a form is not bound into a list that is there already.</summary>
    public IReadOnlyList<string>? Spaces { get; init; }

    public string? Until { get; init; }

    public string? Why { get; init; }
}
