using Community.Experts;
using Community.Search;
using Community.Spaces;
using Community.Tests.Search;
using Community.Topics;

namespace Community.Tests.Experts;

/// <summary>Who knows in the library of <see cref="SearchVillage"/>.</summary>
static class Knowing
{
    extension(SearchVillage village)
    {
        /// <summary>As the site answers somebody.</summary>
        public async Task<IReadOnlyList<RankedPerson>> WhoKnows(string text, long viewer, string? space = null)
        {
            await using var db = village.Contexts.Create();
            return await new PeopleWhoKnow(village.Searcher(db), new WhoKnows(db, TimeProvider.System)).About(text, space, await db.Viewer(viewer));
        }

        public async Task<string> NamesOf(string text, long viewer) => string.Join(", ", (await village.WhoKnows(text, viewer)).Select(person => person.Name.Split(' ')[0]));

        public async Task<IReadOnlyList<RankedPerson>> Few(string text, long? viewer, int count = 3)
        {
            await using var db = village.Contexts.Create();
            return await new PeopleWhoKnow(village.Searcher(db), new WhoKnows(db, TimeProvider.System)).Best(text, await db.Viewer(viewer), count);
        }

        /// <summary>A practice note whose text others gave it after its author, each at their time.</summary>
        public async Task<Topic> Note(string title, string text, long spaceId, params (long By, DateTime At)[] revisions)
        {
            Topic note = null!;
            await village.Alter(db =>
            {
                note = Topic.Imported(TopicKind.Note, spaceId, title, revisions[0].By, revisions[0].At, null);
                note.AddImported(Part.Opening, null, revisions[0].By, null, 0, revisions[0].At, revisions.Select(r => new ImportedText(SearchVillage.Text($"<p>{text}</p>"), r.By, "", r.At)));
                note.TellImported(DateTime.UtcNow);
                db.Topics.Add(note);
                return Task.CompletedTask;
            });
            return note;
        }
    }
}
