namespace Community.Policies;

/// <summary>Ready texts of a policy for social media, to be edited before anybody releases them. The presets say the same about law and respect, and differ in what is agreed beforehand.</summary>
public static class PolicyTemplates
{
    public const string Title = "How we speak in public media";

    /// <summary>The rows of its scope table, as the form takes them.</summary>
    public const string Scope = """
        Social networks | the institution's accounts, and own ones where work is the subject
        Weblogs and newsletters | the institution's, and own ones where work is the subject
        Forums, comments and reviews | whatever is written about our work
        Pictures, sound and film | whatever shows our rooms, our holdings or people in them
        """;

    /// <summary>Scenarios that hold under every preset.</summary>
    public const string Quiz = """
        A journalist asks you on a network whether the branch library closes next year. You have heard talk of it.
        - You say what you have heard, and that it is not certain.
        * You say that you pass the question on, and give it to the communications desk.
        - You do not answer and tell nobody.
        > What is not decided stays inside, and the press is answered by those who speak for us; but whoever asks shall get an answer.

        A reader praises you by name in a review and tells which books you found for her.
        * You thank her for her kind words, without a word on books.
        - You thank her and add which book she should read next.
        - You share the review on your own page, with what she borrowed.
        > What somebody reads is theirs to tell and not ours, also where they told it first.

        You disagree with the new opening hours and want to say so on your own page.
        - You may not: it is about work.
        - You say it in the library's name, because many colleagues think the same.
        * You say it as yourself, fairly, and that it is your own view.
        > You may have a view and say it. What it may not look like is the institution's.
        """;

    /// <summary>The Markdown of one preset.</summary>
    public static string Of(PolicyPreset preset) => string.Join("\n\n",
    [
        preset switch
        {
            PolicyPreset.Open => "We trust each other to talk about our work in public, and gladly. This page says what to think of while you do.",
            PolicyPreset.Strict => "What we say in public is read as what the institution says. This page tells what has to be agreed first, and with whom.",
            _ => "Talk about your work as yourself, with care. Where you would speak for the institution, agree it first. This page says where the line runs.",
        },
        Section("Know the handbook", "What the staff handbook asks of you at the desk it asks of you on a screen. Where the two seem to differ, the handbook comes first; say so to whoever answers for this policy."),
        Section("It holds in all media", "It makes no difference whether something is written, drawn, filmed or spoken, on a big network or a small list, under your name or another. The table above names what it covers; something new is covered until it is decided otherwise."),
        Section("What stays inside", "Nothing about readers, what they borrow or ask, colleagues' affairs, contracts, sealed tenders or unfinished decisions goes out. The same holds for what partners and suppliers told us in confidence. If you wonder whether something is confidential, treat it so and ask."),
        Section("Say who you are", "When you write about our work, say that you work here and what you do. Do not praise or defend us under an invented name."),
        Section("Say for whom you speak", "Unless you were asked to speak for the institution, add in your own words that the view is yours, for instance: “I work at the library; this is what I think myself.” A line in a profile helps, and does not make good what a post gets wrong."),
        Section("Our name and signs", Signs(preset)),
        Section("Rights of others", "Use texts, pictures and sound that you may use, and say whose they are. Quote as much as your point needs, no more, and know what fair use allows where you are. Ask people before you show them; do not show readers who can be recognised. If you were given something for what you write, say so."),
        Section("Never seem to speak for us", "Do not announce, promise, apologise or answer the press in the institution's place unless that is your task today. What only looks official is worse than a plain mistake: correct it at once."),
        Section("What is agreed first", Approval(preset)),
        Section("Subjects to leave alone", Avoided(preset)),
        Section("Taking something back", Withdrawal(preset)),
    ]);

    static string Section(string title, string text) => $"## {title}\n\n{text}";

    static string Signs(PolicyPreset preset) => preset switch
    {
        PolicyPreset.Open => "Logo, seal and letterhead stand on what the institution publishes. Ask the communications desk for permission before you use them elsewhere; a photograph in which a sign hangs on the wall is fine.",
        PolicyPreset.Strict => "Logo, seal, letterhead and the institution's name in an account's name need written permission of the communications desk, each time. Pictures from rooms that are closed to readers need it, too.",
        _ => "Logo, seal and letterhead need permission of the communications desk, once for each purpose. Your own account has no such sign as its picture, and not the institution's name as its own.",
    };

    static string Approval(PolicyPreset preset) => preset switch
    {
        PolicyPreset.Open => "For what you say as yourself nobody's consent is needed. A new account in the institution's name is agreed with the communications desk, with two people who look after it.",
        PolicyPreset.Strict => "Whatever goes out in the institution's name is approved by somebody who did not write it, before it goes out. Talk to your unit's head before you write as yourself about a matter that is being decided. New accounts are approved by the directorate.",
        _ => "Posts in the institution's name are read by a second person before they go out. For what you say as yourself no consent is needed; a colleague who reads it first is a good habit where it may be taken amiss. New accounts are agreed with the communications desk.",
    };

    static string Avoided(PolicyPreset preset) => preset switch
    {
        PolicyPreset.Open => "Leave running legal disputes, security and single people to those whose task they are. All else is yours to judge.",
        PolicyPreset.Strict => "Do not write about legal disputes, security, staffing, money, elections, single people or incidents in our rooms. Pass questions about them on, with no comment of your own.",
        _ => "Leave legal disputes, security, staffing decisions and single people alone, and pass on questions about them. In the weeks before an election our accounts take no side.",
    };

    static string Withdrawal(PolicyPreset preset) => preset switch
    {
        PolicyPreset.Open => "If you got something wrong, say so and correct it where people saw it. We remove what others wrote on our accounts only where it harms somebody or breaks the law, and say why.",
        PolicyPreset.Strict => "You may be asked to take back what breaks this policy, with the passage named, and do it the same day. What others write on our accounts is removed where it breaks the rules shown there; each removal is noted with its reason, and can be appealed to somebody who did not decide it.",
        _ => "Correct mistakes openly; take back what should not have gone out, and tell the communications desk if many saw it. What others write on our accounts is removed under the rules shown there, with the reason noted; who is concerned can ask somebody else to look again.",
    };
}
