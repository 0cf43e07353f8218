using System.Text.RegularExpressions;
using Community.Events;
using Community.Governance;

namespace Community.Spaces;

/// <summary>A community of practice: name, purpose, stewards and who may read it.</summary>
public sealed partial class Space : Entity
{
    const string PageForMaking = "new";

    Space()
    {
    }

    /// <exception cref="RefusedException">The slug, name or purpose cannot be taken.</exception>
    public Space(string slug, string name, string purpose, Tier tier, long? actorId, DateTime now)
    {
        Slug = (slug ?? "").Trim();
        if (!SlugForm().IsMatch(Slug))
            throw new RefusedException(Refusal.Invalid, "A space's address has 2 to 40 lower-case letters, digits or hyphens and begins with a letter.") { Field = nameof(Slug) };

        if (Slug == PageForMaking)
            throw new RefusedException(Refusal.Invalid, "This address is the page for making a space. Choose another.") { Field = nameof(Slug) };

        CreatedAt = now;
        Set(name, purpose, tier);
        Tell(EventKind.Opened, now, actorId, spaceId: () => Id);
    }

    /// <summary>The last part of its address; never changes.</summary>
    public string Slug { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>As people look it up; lists are in its order.</summary>
    public string NameFolded { get; private set; } = "";

    /// <summary>One paragraph of plain text.</summary>
    public string Purpose { get; private set; } = "";

    public Tier Tier { get; private set; }

    /// <summary>What it says otherwise than the table of rights; see <see cref="SpaceRules"/>.</summary>
    public string Rules { get; private set; } = "";

    public DateTime CreatedAt { get; private set; }

    public void Recharter(string name, string purpose, Tier tier, long? actorId, DateTime now)
    {
        Set(name, purpose, tier);
        Tell(EventKind.Rechartered, now, actorId, spaceId: () => Id, words: () => $"{Name}, {Tier}: {Purpose}");
    }

    /// <exception cref="RefusedException">A rule that there is not.</exception>
    public void Rule(IReadOnlyDictionary<Act, int> chosen, long actorId, DateTime now)
    {
        Rules = SpaceRules.Store(chosen);
        TellCharter("rules " + Rules, actorId, now);
    }

    /// <summary>A unit came in or left, or a rule of the space changed.</summary>
    internal void TellCharter(string words, long actorId, DateTime now) => Tell(EventKind.Rechartered, now, actorId, spaceId: () => Id, words: () => words);

    /// <summary>An administrator read in it without being a member.</summary>
    internal void TellLook(long actorId, DateTime now) => Tell(EventKind.Looked, now, actorId, spaceId: () => Id);

    void Set(string name, string purpose, Tier tier)
    {
        Name = (name ?? "").Trim();
        NameFolded = Folded.Of(Name);
        Purpose = (purpose ?? "").Trim();
        Tier = tier;
        if (Name.Length is 0 or > 100)
            throw new RefusedException(Refusal.Invalid, "A space's name has 1 to {0} characters.", 100) { Field = nameof(Name) };
        if (Purpose.Length > 1_000)
            throw new RefusedException(Refusal.Invalid, "The purpose is one paragraph of at most {0} characters.", 1_000) { Field = nameof(Purpose) };
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{1,39}$", RegexOptions.NonBacktracking)]
    private static partial Regex SlugForm();
}
