using Community.People.Retention;
using Community.Store;
using Microsoft.Extensions.Localization;

namespace Community.Web.Privacy;

/// <summary>Data of one kind, as the page about privacy says it.</summary>
/// <param name="HowLong">In words; where administrators choose, what holds now.</param>
/// <param name="Tables">Where it lies.</param>
public sealed record DataClass(string What, string Why, string HowLong, string WhoSees, IReadOnlyList<string> Tables);

/// <summary>What is stored, why, for how long and who sees it: the one place that says it. A test fails for a table that no class names.</summary>
public sealed class DataClasses(CommunityContext db, IStringLocalizer<PrivacyText> text)
{
    public async Task<IReadOnlyList<DataClass>> All(DateTime now, CancellationToken stop)
    {
        var kept = new Dictionary<RetentionKind, string>();
        foreach (var kind in Enum.GetValues<RetentionKind>())
            kept[kind] = await db.ForgottenBefore(kind, now, stop) is { } before ? text["{0} days", (int)Math.Round((now - before).TotalDays)] : text["Until it is deleted by hand"];

        return [.. All(kept)];
    }

    IEnumerable<DataClass> All(Dictionary<RetentionKind, string> kept)
    {
        string always = text["As long as the site is kept"], account = text["As long as the account is there"];
        string readers = text["Whoever reads the space; what is in a public space, everybody"], self = text["You alone"], nobody = text["Nobody; the program itself"];
        yield return new(text["Who you are: name, unit, job, role, picture"], text["So that others know who wrote something"], text["As long as the site is kept; under a neutral name, if you leave that way"], text["Staff; guests see those in their spaces; without an account only the name"],
            ["People", "Units", "Faces", "ExternalIdentities", "Attributions"]);
        yield return new(text["How you sign in: mail address, a hash of your password, one-time links, keys of programs and feeds"], text["So that nobody else is you"], account, text["You; administrators see the mail address"],
            ["AspNetUsers", "AspNetUserClaims", "AspNetUserLogins", "AspNetUserTokens", "AspNetUserPasskeys", "OneTimeLinks", "ApiTokens", "FeedKeys", "IdempotencyKeys"]);
        yield return new(text["Where you are signed in, and browsers that are told of notices"], text["So that you see strange devices and end them"], kept[RetentionKind.Sessions], text["You; administrators see how many"], ["Sessions", "PushDevices", "Pushes"]);
        yield return new(text["Which spaces you are in, which voices you have, and who answers for guests"], text["They decide what you see and may do"], always, text["Members of the space; sponsors, stewards and administrators see who answers for a guest"], ["Memberships", "UnitMemberships", "VoiceGrants", "Sponsorships"]);
        yield return new(text["What you write: posts with all their revisions, files, links and words in other notes"], text["It is what the site is for"], text["As long as the site is kept; taken back, 30 days"], readers,
            ["Topics", "Posts", "Revisions", "Attachments", "AttachmentSizes", "AttachmentTies", "Mentions", "Quotations", "TopicTags", "TopicLinks", "NoteLinks", "NoteBlocks", "BlockLayouts", "LineageTies", "TakenPassages", "OutsideLinks"]);
        yield return new(text["What was decided about posts and topics, by whom and why"], text["So that one can look it up later"], always, readers,
            ["Acceptances", "Closures", "Withdrawals", "Removals", "Rearrangements", "Pins", "Needs", "NoteAnswers", "Tags", "TagSynonyms"]);
        yield return new(text["What you flagged, and what came of it"], text["So that those who moderate look at it"], always, text["Those who moderate; the author of the post never learns who flagged it"], ["FlagCases", "Flags"]);
        yield return new(text["What those who moderate did about a post or a person, under which rule, and appeals"], text["So that it can be explained, appealed and counted"], always, text["The one concerned and those who moderate; the ledger counts it without names"], ["Rules", "Suspensions", "Appeals", "Purgings", "SlowModes", "EditLocks"]);
        yield return new(text["The audit log: who governed what and when, each record sealed with the one before it"], text["So that nobody governs unseen"], always, text["Administrators, and that they read it is in it, too"], ["AuditRecords"]);
        yield return new(text["Policies, and that you know them"], text["So that everybody knows what holds"], always, text["Staff and guests read them; who knows them, their owner and administrators"], ["Policies", "PolicyVersions", "PolicyScopes", "PolicyReminders", "Acknowledgements"]);
        yield return new(text["Playbooks and their runs: who did which step, and when"], text["So that what comes rarely is done well"], always, text["Those who have a part in the run, and those who moderate"], ["Playbooks", "PlaybookVersions", "PlaybookSteps", "PlaybookRuns", "PlaybookRunSteps"]);
        yield return new(text["How practice notes are kept true: checks, doubts, disputes, who keeps them, suggestions, variants"], text["So that readers know how far to rely on them"], always, readers,
            ["NoteCares", "NoteChecks", "NoteDisputes", "NotePositions", "NoteHandovers", "NoteIntervals", "NoteOutdatings", "NoteVerdicts", "NoteStewardships", "NoteUnitStewardships", "NoteMerges", "NotePlacements", "NoteVariants", "NoteApprovals", "NoteTemplates", "Suggestions"]);
        yield return new(text["Whether something worked for you: reports, helpful marks, questions that you have, too, and trials"], text["So that what works stands first"], always, readers,
            ["Reports", "Retractions", "RefinementTasks", "HelpfulMarks", "SameQuestions", "Finds", "Trials", "TrialDecisions", "TrialObservations", "TrialReminders", "Triers"]);
        yield return new(text["Your votes"], text["They add up to a figure"], always, text["You; others see the sum"], ["Votes"]);
        yield return new(text["The glossary, paths for newcomers, and how far you are on one"], text["So that words and ways are explained"], always, text["Readers of the space; how far you are, you and whom you chose"], ["Terms", "TermRemovals", "TermRevisions", "Paths", "PathStations", "StationProgress", "BuddyChoices"]);
        yield return new(text["Texts that you have not sent"], text["So that nothing typed is lost"], kept[RetentionKind.Drafts], self, ["Drafts", "BenchBlocks", "BenchNotes", "BenchPassages"]);
        yield return new(text["What you marked, read, watch and look for"], text["So that you find it again and hear of it"], account, self, ["Bookmarks", "ReadMarks", "ReadFloors", "TopicFollows", "Watches", "SavedSearches", "SearchFinds"]);
        yield return new(text["Notices for you"], text["So that you hear what waits for you"], kept[RetentionKind.Notices], self, ["Notifications"]);
        yield return new(text["Mails to you and from you, and what you want by mail"], text["So that a mail is sent once and can be answered"], kept[RetentionKind.Mails], text["You; administrators see how many wait, and why one failed"], ["Outbox", "ReceivedMails", "MailWishes"]);
        yield return new(text["Whom a question is put to, what you like to be asked, and promises of answers"], text["So that questions find somebody who knows"], always, text["Staff; your own wishes, you alone"], ["Invitations", "InvitationWishes", "AskedOf", "QuestionClocks", "SpacePromises", "Holidays", "AvoidedSubjects", "Hidings", "HalfLives"]);
        yield return new(text["Who asked without a name"], text["So that you can go on with your own question"], always, text["You; a steward of the space who says why, and you read that"], ["Masks", "TopicMasks", "MaskLooks", "MaskRules"]);
        yield return new(text["What waits before others see it, and what is looked for in texts"], text["So that nobody is harmed by accident"], always, text["Who wrote it, and who decides on it"], ["Submissions", "ApprovalRules", "ReasonTemplates", "GuardRules", "CheckHits", "Disclaimers", "SpaceVoices"]);
        yield return new(text["What was searched for, without a name and by the day"], text["So that gaps are seen and filled"], kept[RetentionKind.Searches], text["Staff, once it was missed often"], ["AskedSearches", "Gaps", "GapClaims", "GapDismissals"]);
        yield return new(text["The log of what happened: numbers and times, no texts"], text["Search, notices and open pages follow it"], always, text["Programs see what their person may read"], ["Events", "FailedEvents", "Checkpoints"]);
        yield return new(text["How long things are kept, and what is on hold"], text["So that everybody keeps to it"], always, text["Administrators"], ["RetentionRules", "LegalHolds"]);
        yield return new(text["What the site itself needs: spaces, its name, keys of its cookies, what came in by an import"], text["Nothing works without it"], always, nobody, ["Spaces", "Institution", "DataProtectionKeys", "PushKeys", "ImportedRows"]);
    }
}
