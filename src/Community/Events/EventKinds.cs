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

        /// <summary>Whether the actor stays unknown to everybody.</summary>
        public bool HidesActor => kind is EventKind.Voted or EventKind.Looked or EventKind.Unnamed or EventKind.Distilled or EventKind.LineageChanged or EventKind.Suggested or EventKind.SuggestionDecided or EventKind.NoteJudged or EventKind.PathChanged
            or EventKind.Masked or EventKind.MaskLooked or EventKind.Helped or EventKind.HelpTakenBack or EventKind.AlsoAsked or EventKind.AlsoAskedNoMore or EventKind.Found
            or EventKind.VoiceChanged or EventKind.Held or EventKind.Judged or EventKind.JudgingLate or EventKind.GuardsChanged || kind.IsAboutPlaybooks;

        /// <summary>Whether it is of a playbook or a run of one, which only those concerned know of.</summary>
        public bool IsAboutPlaybooks => kind is EventKind.PlaybookChanged or EventKind.RunChanged or EventKind.StepOpened or EventKind.RunLate or EventKind.ReplyProposed or EventKind.ReplyDecided;
    }
}
