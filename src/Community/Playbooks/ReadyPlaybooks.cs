namespace Community.Playbooks;

/// <summary>Playbooks to begin with. None is in use before somebody adopts it; whoever does owns it.</summary>
public static class ReadyPlaybooks
{
    public static IReadOnlyList<ReadyPlaybook> All { get; } =
    [
        new("compliment", new PlaybookTerms(Scenario.Compliment, null, "Somebody thanks us",
            "A reader or a colleague says in public that something was good. Thanks that nobody answers are not given twice.", 0,
            [
                Step("Find out who is meant, and tell them in person before you answer.", Doer.Starter, 4),
                Step("Ask them whether they want to be named in the answer.", Doer.Starter, 4),
                Step("Answer: short, and about the matter.", Doer.Starter, 4),
                Step("If it says how something was done well, see that it stands in a practice note.", Doer.Owner, 16),
            ],
            "Thank you for writing this, {author}. We passed it on to those who did the work, and it made their day.", null, 24)),
        new("complaint", new PlaybookTerms(Scenario.Complaint, null, "Somebody complains about our work",
            "A post says that we did something wrong: a fine, a closed room, a rude word. Use it also if you think that the complaint is mistaken.", 0,
            [
                Step("Answer within the day that it was read and who looks into it. Promise nothing yet.", Doer.Starter, 4),
                Step("Find out what happened: ask those who were there, and look at what is on record.", Doer.Starter, 8),
                Step("Decide what we do: put it right, explain it, or both.", Doer.Owner, 8),
                Step("Answer with what happened, what we do, and by when.", Doer.Starter, 4),
                Step("Look a week later whether it was done.", Doer.Owner, 40),
            ],
            "Dear {author},\n\nthank you for telling us. We looked into what you describe in {post}.\n\n**What happened:** \n\n**What we do now:** \n\nIf this is not right yet, tell us here or write to the desk.", Doer.Owner, 60)),
        new("sensitive", new PlaybookTerms(Scenario.SensitivePost, null, "A post of ours may hurt somebody",
            "Somebody of the staff wrote something that names a reader, tells what is confidential, or makes fun of people. It is not about opinions that one does not share.", 0,
            [
                Step("Talk to the author first, alone and not in writing. Most posts are mended within the hour.", Doer.Starter, 1),
                Step("If somebody's privacy is at stake and the author cannot be reached, ask a moderator to hide the post.", Doer.Starter, 1),
                Step("Find out who was named or hurt, and whether they have to be told.", Doer.Owner, 4),
                Step("Decide together with the author what stands there instead.", Doer.Owner, 8),
                Step("Write down what we learn from it, without names.", Doer.Owner, 16),
            ],
            "A post stood here that should not have been written this way. Its author and we have changed it. We are sorry.", Doer.Owner, 24)),
        new("misinformation", new PlaybookTerms(Scenario.Misinformation, null, "Something wrong is spreading",
            "A post says something about us or our services that is not so, and others repeat it. A single mistake needs only an answer.", 0,
            [
                Step("Check what is true, and keep where it stands: a rule, a note, a person who knows.", Doer.Starter, 2),
                Step("Answer once, where it began: first what is true, then where it stands.", Doer.Starter, 2),
                Step("Put the same into a practice note, so that others can point to it.", Doer.Starter, 8),
                Step("Look after two days whether it stopped; do not answer each repetition.", Doer.Owner, 16),
            ],
            "About {post}: here is how it is.\n\n**What is true:** \n\n**Where it stands:** \n\nIf you have seen something else, please say where; we will look at it.", null, 30)),
        new("press", new PlaybookTerms(Scenario.PressQuestion, null, "A journalist asks",
            "Somebody asks for a newspaper, a blog or a broadcaster, also if they only want to know something quickly.", 0,
            [
                Step("Thank them, ask for name, paper and deadline, and say who will answer. Nothing else.", Doer.Starter, 1),
                Step("Tell the owner of this playbook what is asked and by when.", Doer.Starter, 1),
                Step("Gather what we know and what we do not know, with where it stands.", Doer.Starter, 4),
                Step("Decide who speaks, and what we say.", Doer.Owner, 4),
                Step("Send the answer, and keep what was printed.", Doer.Owner, 8),
            ],
            "Dear {author},\n\nthank you for your question. For the institution:\n\n\n\nYou may quote this. For more, ask us again; we answer on working days.", Doer.Owner, 12)),
    ];

    static StepTerms Step(string text, Doer doer, int hours) => new(text, doer, hours);
}

/// <summary>One of them.</summary>
/// <param name="Terms">Without an owner.</param>
public sealed record ReadyPlaybook(string Key, PlaybookTerms Terms);
