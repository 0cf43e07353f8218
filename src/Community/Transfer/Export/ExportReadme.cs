using Community.Transfer.Archives;

namespace Community.Transfer.Export;

/// <summary>What whoever opens the archive in ten years has to know.</summary>
static class ExportReadme
{
    public static async Task Write(NewArchive archive, DateTime at)
    {
        await using var readme = archive.AddText("README.md");
        await readme.WriteLineAsync($"""
            # A community, as of {ExportedFile.Day(at)} UTC

            Everything that was published, as plain files. Any editor reads them; no program is needed. Begin with `index.md`.

            - `spaces/NAME/` is a space: its `index.md` lists its topics; `threads/`, `questions/` and `notes/` hold one file a topic. A file's name begins with the
              topic's number, which also stands in its address on the site (`/threads/12/…`).
            - `files/` in a space's folder holds the pictures and files that its published posts show or showed; a file's name begins with its number, which also stands in its
              address on the site (`/attachments/12/…`). Texts link them there. An address that was left as it is leads to a file that is not here.
            - Between the first two lines of `---` stand the facts (YAML): title, author, dates, subjects, state. Then comes the opening, then each reply, answer
              and comment under a line that says who wrote it and when, with its number (`post-34`), its score and, for one answer, that it was accepted.
              Texts are Markdown as they were typed; a link such as `/threads/12` leads to the topic of that number, `/posts/34` to that post.
            - A post that its author withdrew or a moderator hid is a line that says so; its text is not here. Drafts and posts that wait for approval are not here.
            - `data/` holds the same as rows, a JSON object a line, in the order of their numbers: `spaces`, `people`, `tags`, `topics`, `posts` (with the text and
              the votes as a score), `revisions` (every earlier text), `terms` and `termRevisions` (the glossary; a term without a space is the whole institution's, a removed one is not here), `reports` (whether a note or an answer worked, where and when), `trials` with `trialObservations` and `trialDecisions`, `policies` with `policyVersions` (drafts, too) and `acknowledgements`, `voices` with `voiceGrants` (who speaks for the institution or a unit; a post in such a voice has its number as author) and `disclaimers`, `rules` with `acts`, `suspensions` and `appeals` (what was done about posts and people), `flagCases` (without who flagged), `playbooks` with `playbookVersions` and `playbookRuns`, `sponsorships` (who answers for a guest, and until when), `noteSources` (which block of a note was distilled from which post), `suggestions` (without those taken back), `noteChecks`, `noteOutdatings`, `noteHandovers`, `noteMerges`, `noteVariants`, `notePlacements`, `paths` with `pathStations`, `noteTemplates`, `helpfulMarks` (for whom an answer also worked), `sameQuestions` (who else has a question), `needs` (by which day questions need their answers), `finds` (which topic answered somebody who was about to ask, without who and what was asked), and `events` (what happened when; whose vote it was, and who took the own name off, is not said).
            - All times are UTC. Passwords, sessions, tokens and personal marks (bookmarks, what was read, progress on a path, a distil bench) are not in the archive.

            The texts belong to those who wrote them. Posts that came from elsewhere name their source and its licence; keep both with the text.
            """);
    }
}
