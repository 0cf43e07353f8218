using Community.Spaces;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Notes;

/// <summary>What links mean, what leads to a note, and what is wanted: each as one reader sees it.</summary>
public sealed class NoteLinkTests(Village village) : IClassFixture<Village>
{
    int made;

    [Fact]
    public async Task A_link_means_the_note_of_the_same_space_or_else_the_only_one()
    {
        var title = Title();
        var far = await Note(title, Village.Public);
        var near = await Note(title, Village.Institution);
        var alone = Title();
        var only = await Note(alone, Village.Public);

        Assert.Equal(near, await Meant(await Text(village.Member, $"[[{title}]]", Village.Institution)));
        Assert.Equal(far, await Meant(await Text(village.Member, $"[[{title.ToUpperInvariant()}]]", Village.Public)));
        Assert.Null(await Meant(await Text(village.Member, $"[[{title}]]", Village.Partners)));
        Assert.Equal(only, await Meant(await Text(village.Member, $"[[{alone}]]", Village.Institution)));
    }

    [Fact]
    public async Task A_link_never_means_a_note_that_its_writer_cannot_see()
    {
        var title = Title();
        await Note(title, Village.Unit);

        Assert.Null(await Meant(await Text(village.Colleague, $"[[{title}]]", Village.Institution)));
    }

    [Fact]
    public async Task A_note_with_another_title_keeps_what_linked_to_it_also_what_was_written_before_it()
    {
        var title = Title();
        var early = await Text(village.Member, $"[[{title}]]", Village.Institution);
        Assert.Null(await Meant(early));
        var note = await Note(title, Village.Institution);
        var late = await Text(village.Member, $"[[{title}]]", Village.Public);

        await village.Verb<RetitleTopic>().Run(village.Writer, note, title + " renamed", []);

        Assert.Equal((note, note), (await Meant(early), await Meant(late)));
        Assert.Equal(2, await BackLinks(village.Member, note));
        var again = await Note(title, Village.Institution);
        await village.Verb<RevisePost>().Run(village.Member, await village.Opening(early), new Edit($"Still [[{title}]].", null, null));
        Assert.Equal(note, await Meant(early));
        Assert.Equal(0, await BackLinks(village.Member, again));
    }

    [Fact]
    public async Task A_link_that_is_taken_out_of_a_text_leads_nowhere_any_more()
    {
        var note = await Note(Title(), Village.Institution);
        var text = await Text(village.Member, $"/notes/{note} and [[note:{note}]]", Village.Institution);
        Assert.Equal(1, await BackLinks(village.Member, note));

        await village.Verb<RevisePost>().Run(village.Member, await village.Opening(text), new Edit("Nothing.", null, null));

        Assert.Equal(0, await BackLinks(village.Member, note));
    }

    [Fact]
    public async Task What_leads_to_a_note_is_what_its_reader_may_read()
    {
        var title = Title();
        var note = await Note(title, Village.Institution);
        var hidden = await Text(village.Member, $"[[{title}]]", Village.Unit);
        var open = await Text(village.Member, $"[[{title}]]", Village.Public);
        var comment = await village.Add(village.Member, open, Part.Comment, body: $"[[{title}]]");

        Assert.Equal((3, 2), (await BackLinks(village.Member, note), await BackLinks(village.Colleague, note)));
        await village.Verb<WithdrawPost>().Run(village.Member, comment);
        Assert.Equal((2, 1), (await BackLinks(village.Member, note), await BackLinks(village.Colleague, note)));
        await village.Verb<WithdrawPost>().Run(village.Member, await village.Opening(hidden));
        Assert.Equal(1, await BackLinks(village.Member, note));
    }

    [Fact]
    public async Task A_hidden_note_takes_no_links_from_one_that_its_reader_sees()
    {
        var title = Title();
        var hidden = await Note(title, Village.Unit);
        var text = await Text(village.Member, $"[[{title}]]", Village.Institution);
        Assert.Equal(hidden, await Meant(text));
        var seen = await Note(title, Village.Public);

        // As if there were no other: the text leads a colleague to the note that a colleague sees, and stands among what links to it.
        Assert.Equal((1, 0), (await BackLinks(village.Colleague, seen), await BackLinks(village.Member, seen)));
        Assert.Equal(1, await BackLinks(village.Member, hidden));
    }

    [Fact]
    public async Task Wanted_is_what_no_note_in_sight_is_called_asked_for_by_texts_in_sight()
    {
        var title = Title();
        await Text(village.Member, $"[[{title}]]", Village.Unit);
        Assert.Equal((true, false), (await IsWanted(village.Member, title), await IsWanted(village.Colleague, title)));

        var open = await Text(village.Member, $"[[{title}]]", Village.Institution);
        Assert.True(await IsWanted(village.Colleague, title));

        await Note(title, Village.Unit);
        Assert.Equal((false, true), (await IsWanted(village.Member, title), await IsWanted(village.Colleague, title)));

        await village.Verb<WithdrawPost>().Run(village.Member, await village.Opening(open));
        Assert.False(await IsWanted(village.Colleague, title));
    }

    [Fact]
    public async Task Who_loses_a_right_no_longer_sees_what_is_wanted_there()
    {
        var title = Title();
        await Text(village.Member, $"[[{title}]]", Village.Unit);
        await village.Enrol(Village.Unit, village.Colleague);
        Assert.True(await IsWanted(village.Colleague, title));

        await village.Verb<DismissPerson>().Run(village.Administrator, Village.Unit, village.Colleague);

        Assert.False(await IsWanted(village.Colleague, title));
    }

    [Fact]
    public async Task A_title_goes_with_the_text_that_was_erased()
    {
        var title = Title();
        var text = await Text(village.Member, $"[[{title}]]", Village.Institution);
        await village.Verb<WithdrawPost>().Run(village.Member, await village.Opening(text));
        village.Clock.Pass(TimeSpan.FromDays(31));
        await village.Verb<EraseWithdrawn>().Run();

        Assert.False(await village.Read(db => db.NoteLinks.AnyAsync(l => l.Title == title)));
    }

    [Fact]
    public async Task Titles_from_before_they_were_folded_get_theirs()
    {
        var note = await Note("Größe und Übung " + Title(), Village.Institution);
        var folded = (await village.Topic(note)).TitleFolded;
        await village.Read(db => db.Topics.Where(t => t.Id == note).ExecuteUpdateAsync(t => t.SetProperty(x => x.TitleFolded, (string?)null)));

        Assert.Equal(1, await village.Verb<FoldTitles>().Run());
        Assert.Equal(folded, (await village.Topic(note)).TitleFolded);
        Assert.Equal(0, await village.Verb<FoldTitles>().Run());
    }

    string Title() => $"Numbat care {village.GetHashCode() % 1000} {++made} {Guid.NewGuid():N}";

    Task<long> Note(string title, string space) => village.Start(village.Writer, TopicKind.Note, space, title, "How it is done.");

    Task<long> Text(long personId, string body, string space) => village.Start(personId, TopicKind.Thread, space, "A thread", body);

    async Task<long?> Meant(long topicId)
    {
        var opening = await village.Opening(topicId);
        return await village.Read(db => db.NoteLinks.Where(l => l.PostId == opening).Select(l => l.NoteId).SingleAsync());
    }

    Task<int> BackLinks(long personId, long noteId) => village.Read(async db => await db.LinksTo(await db.Viewer(personId), await db.Topics.SingleAsync(t => t.Id == noteId), [noteId]).CountAsync());

    Task<bool> IsWanted(long personId, string title) => village.Read(async db => await db.WantedBy(await db.Viewer(personId)).AnyAsync(l => l.Name == Folded.Of(title)));
}
