using Community.Governance;
using Community.Trials;

namespace Community.Demonstration;

/// <summary>The library before anybody wrote in it, as <c>Content/library.json</c> has it. People are named by a short word of their own.</summary>
sealed record Library(string Institution, string Zone, IReadOnlyList<Colleague> People, IReadOnlyList<Room> Spaces, IReadOnlyList<Subject> Subjects, IReadOnlyList<Word> Words, IReadOnlyList<Sought> Sought, IReadOnlyList<Kept> Kept, IReadOnlyList<Tried> Trials,
    IReadOnlyList<Route> Paths, IReadOnlyList<Buddy> Buddies);

/// <summary>Somebody who works there. The first is the administrator who sets the site up.</summary>
/// <param name="Came">When they got their account.</param>
/// <param name="Visit">When they last read what was new.</param>
/// <param name="LeavesOneIn">One topic in so many they left unread.</param>
/// <param name="Portrait">The face that they chose; without one their initials stand for them.</param>
sealed record Colleague(string Id, string Name, string Email, Role Role, string? Unit, string Position, IReadOnlyList<string> AskMeAbout, string? Zone, string Came, string Visit, int LeavesOneIn, Portrait? Portrait = null);

/// <summary>A space and who comes into it: stewards and members by name, and whole units.</summary>
sealed record Room(string Slug, string Name, Tier Tier, string Purpose, string Made, IReadOnlyList<string> Stewards, IReadOnlyList<string> Members, IReadOnlyList<string> Units);

/// <summary>A tag that somebody described.</summary>
sealed record Subject(string Name, string By, string Description, IReadOnlyList<string> Synonyms);

/// <summary>A term of the glossary.</summary>
/// <param name="Space">Whose glossary; null for the whole institution's.</param>
sealed record Word(string Name, string By, string? Space, string Meaning, IReadOnlyList<string> Synonyms);

/// <summary>What staff searched for, and what somebody made of it.</summary>
/// <param name="Missed">The days on which nothing was opened, with a space between; a day stands there once for each of several people.</param>
/// <param name="Opened">The days on which something was.</param>
/// <param name="WrittenIn">The story that says it now.</param>
sealed record Sought(string Words, string Missed, string Opened, string? ClaimedBy, string? Claimed, string? WrittenIn, string? Written, string? DismissedBy, string? Dismissed, string? Reason);

/// <summary>Something that was tried, with what was seen of it. Days are counted back from the moment of filling.</summary>
/// <param name="Story">What it came from.</param>
/// <param name="Note">The story of the note that took it in.</param>
sealed record Tried(string Space, string By, string At, string Title, string What, string Place, string Measure, int StartsAgo, int EndsAgo, IReadOnlyList<string> People, IReadOnlyList<TriedLine> Log,
    string? Story = null, TrialOutcome? Outcome = null, int? DecidedAgo = null, string? Reason = null, string? Note = null);

/// <summary>A line of its log.</summary>
sealed record TriedLine(string By, int Ago, Seen Seen, string Line);

/// <summary>A search that somebody keeps.</summary>
sealed record Kept(string By, string At, string Text, string Name, string? Space, bool Alerts);

/// <summary>A path for newcomers.</summary>
/// <param name="Unit">Whose newcomers find it first; null for those of the space.</param>
sealed record Route(string Space, string Title, string Lead, string? Unit, string By, string At, IReadOnlyList<Stop> Stops, IReadOnlyList<Step> Walked);

/// <summary>One station: a story to read, or somebody to meet.</summary>
sealed record Stop(string? Story, string? Meet, string Why, string Stage);

/// <summary>To whom somebody shows how far they are.</summary>
/// <param name="To">The colleague.</param>
sealed record Buddy(string By, string At, string To);

/// <summary>Somebody's step on a path.</summary>
/// <param name="Station">From 1.</param>
/// <param name="Mark">read, tried or asked.</param>
sealed record Step(string By, string At, int Station, string Mark);
