namespace Community.Events;

/// <summary>What can be told from the kind alone.</summary>
public static class EventKinds
{
    extension(EventKind kind)
    {
        /// <summary>Whether the subject is a post.</summary>
        public bool IsAboutPost => kind is <= EventKind.Erased or EventKind.Distilled or EventKind.LineageChanged or EventKind.PassageChanged or EventKind.Suggested or EventKind.SuggestionDecided or EventKind.Reported or EventKind.Unreported or EventKind.Helped or EventKind.HelpTakenBack;

        /// <summary>Whether the subject is a term of a glossary.</summary>
        public bool IsAboutTerm => kind is EventKind.TermAdded or EventKind.TermRevised or EventKind.TermRemoved or EventKind.TermRestored;

        /// <summary>Whether the audit log keeps it.</summary>
        public bool IsGovernance => kind is EventKind.Removed or EventKind.Reinstated or EventKind.Erased or EventKind.Moved or EventKind.Opened or EventKind.Rechartered or EventKind.Joined or EventKind.Left or EventKind.PersonChanged
            or EventKind.Looked or EventKind.InstitutionChanged or EventKind.UnitChanged or EventKind.MaskLooked or EventKind.NoteStewarded or EventKind.RuleChanged or EventKind.Calmed
            or EventKind.VoiceChanged or EventKind.Held or EventKind.Judged or EventKind.JudgingLate or EventKind.GuardsChanged or EventKind.GuestChanged or EventKind.PolicyChanged or EventKind.RetentionChanged || kind.IsForModerators;

        /// <summary>Whether only those who moderate hear of it: it would tell of flags, appeals and people.</summary>
        public bool IsForModerators => kind is EventKind.FlagsDecided or EventKind.PurgeAsked or EventKind.Appealed or EventKind.AppealJudged or EventKind.Suspended or EventKind.SuspensionEnded or EventKind.AuditRead;

        /// <summary>Whether the actor stays unknown to everybody.</summary>
        public bool HidesActor => kind is EventKind.Voted or EventKind.Looked or EventKind.Unnamed or EventKind.Distilled or EventKind.LineageChanged or EventKind.Suggested or EventKind.SuggestionDecided or EventKind.NoteJudged or EventKind.PathChanged
            or EventKind.Masked or EventKind.MaskLooked or EventKind.Helped or EventKind.HelpTakenBack or EventKind.AlsoAsked or EventKind.AlsoAskedNoMore or EventKind.Found or EventKind.Calmed
            or EventKind.VoiceChanged or EventKind.Held or EventKind.Judged or EventKind.JudgingLate or EventKind.GuardsChanged or EventKind.GuestChanged or EventKind.GuestEnding or EventKind.GuestAlone or EventKind.AuthorLeft or EventKind.RetentionChanged || kind.IsForModerators || kind.IsAboutPlaybooks;

        /// <summary>Whether it is of a playbook or a run of one, which only those concerned know of.</summary>
        public bool IsAboutPlaybooks => kind is EventKind.PlaybookChanged or EventKind.RunChanged or EventKind.StepOpened or EventKind.RunLate or EventKind.ReplyProposed or EventKind.ReplyDecided;
    }
}
