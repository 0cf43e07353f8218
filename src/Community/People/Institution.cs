using Community.Events;

namespace Community.People;

/// <summary>Who may make an account without being invited.</summary>
public enum SignUp { Closed, Domains, Open }

/// <summary>The institution that runs the site: one row, made by the setup page.</summary>
public sealed class Institution : Entity
{
    public const long OnlyId = 1;

    Institution()
    {
    }

    public Institution(string name, string publicAddress, SignUp signUp, string domains, long? actorId, DateTime now)
    {
        Id = OnlyId;
        Describe(name, publicAddress, signUp, domains, actorId, now);
    }

    public string Name { get; private set; } = "";

    /// <summary>Absolute, without a trailing slash: links in mail begin with it, and browsers are let in from there only.</summary>
    public string PublicAddress { get; private set; } = "";

    public SignUp SignUp { get; private set; }

    /// <summary>Mail domains with commas between them.</summary>
    public string Domains { get; private set; } = "";

    /// <summary>IANA zone for those whose own is unknown.</summary>
    public string Zone { get; private set; } = "Etc/UTC";

    public IReadOnlyList<string> DomainList => Domains.Split([',', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public void Describe(string name, string publicAddress, SignUp signUp, string domains, long? actorId, DateTime now)
    {
        Name = (name ?? "").Trim();
        if (Name.Length is 0 or > 200)
            throw new RefusedException(Refusal.Invalid, "The institution's name has 1 to {0} characters.", 200) { Field = nameof(Name) };

        if (!Uri.TryCreate(publicAddress, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.PathAndQuery != "/" || address.UserInfo.Length > 0)
            throw new RefusedException(Refusal.Invalid, "The public address begins with http:// or https:// and has nothing after the host and port, for example https://community.library.example.") { Field = nameof(PublicAddress) };

        PublicAddress = address.GetLeftPart(UriPartial.Authority);
        SignUp = signUp;
        Domains = string.Join(", ", (domains ?? "").Split([',', ' ', '\n', '\r', ';'], StringSplitOptions.RemoveEmptyEntries).Select(domain => domain.TrimStart('@').ToLowerInvariant()));
        if (SignUp == SignUp.Domains && Domains.Length == 0)
            throw new RefusedException(Refusal.Invalid, "Name at least one mail domain, such as library.example.") { Field = nameof(Domains) };

        Tell(EventKind.InstitutionChanged, now, actorId);
    }

    /// <summary>Whether somebody with this address may sign up without being invited.</summary>
    public bool Takes(string email) => SignUp == SignUp.Open || SignUp == SignUp.Domains && DomainList.Contains(EmailAddress.DomainOf(email));

    public void KeepTimeIn(string zone)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            throw new RefusedException(Refusal.Invalid, "This time zone is not known. Choose one from the list.") { Field = nameof(Zone) };

        Zone = zone;
    }
}
