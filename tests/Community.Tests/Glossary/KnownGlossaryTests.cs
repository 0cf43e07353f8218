using Community.Events;
using Community.Glossary;
using Community.Governance;
using Community.Spaces;
using Community.Store;

namespace Community.Tests.Glossary;

/// <summary>What is kept in memory of the glossary is what the database says, and each viewer is given what that viewer may see.</summary>
public sealed class KnownGlossaryTests(Village village) : IClassFixture<Village>
{
    [Fact]
    public async Task A_term_and_its_synonyms_stand_for_each_other()
    {
        await Add("ILLX", village.Member, null, "interlibrary loan", "document supply");
        var sets = (await Lexicon(village.Colleague)).Synonyms;

        Assert.Equal(["interlibrary loan", "document supply"], sets.Of("illx"));
        Assert.Equal(["ILLX", "document supply"], sets.Of("Interlibrary  Loan"));
        Assert.Equal(["ILLX", "document supply"], sets.Of("interlibrary loans"));
        Assert.Empty(sets.Of("interlibrary"));
        Assert.Empty(sets.Of("library loan"));
        Assert.Empty(sets.Of(""));
    }

    [Fact]
    public async Task In_what_was_typed_every_run_is_found_with_its_place()
    {
        await Add("shelf guide", village.Member, null, "bay end");
        await Add("guide", village.Member, null, "leaflet");
        var found = (await Lexicon(village.Colleague)).Synonyms.In(["new", "shelf", "guide", "for", "bay", "end"]);

        Assert.Equal(["1+2 bay end", "2+1 leaflet", "4+2 shelf guide"], found.Select(f => $"{f.Start}+{f.Length} {string.Join('|', f.Others)}"));
    }

    [Fact]
    public async Task A_word_of_two_sets_has_the_others_of_both_and_never_more_than_four()
    {
        await Add("spine", village.Member, null, "back of a book", "ridge");
        await Add("ridge", village.Member, Village.Public, "crest");
        var sets = (await Lexicon(village.Colleague)).Synonyms;

        Assert.Equal(["spine", "back of a book", "crest"], sets.Of("ridge"));
        await Add("many", village.Member, null, "m1", "m2", "m3", "m4", "m5", "m6");
        Assert.Equal(SynonymSets.MostOthers, (await Lexicon(village.Colleague)).Synonyms.Of("many").Count);
    }

    [Fact]
    public async Task What_a_space_calls_it_stands_for_nothing_to_those_who_do_not_read_the_space()
    {
        foreach (var space in Village.Spaces) await Add("gated", village.Member, space, "gated in " + space);
        await Add("gated", village.Member, null, "gated in the house");

        foreach (var (person, seen) in new[] { (village.Colleague, "-oooo"), (village.UnitMember, "ooooo"), (village.Guest, "o-oo-"), (village.Stranger, "---o-"), (village.Administrator, "ooooo"), (0, "---o-") })
        {
            var sets = (await Lexicon(person)).Synonyms;
            var letters = string.Concat(Village.Spaces.Select(space => "gated in " + space).Append("gated in the house").Select(form => sets.Of(form).Count > 0 ? 'o' : '-'));
            Assert.Equal((person, seen), (person, letters));
        }
    }

    static readonly Dictionary<string, Func<Village, long, Task>> Changes = new()
    {
        ["revised"] = (v, id) => v.Verb<ReviseTerm>().Run(v.Member, id, TermText.Of("revised", "Otherwise.", ["otherwise"]), 1),
        ["removed"] = (v, id) => v.Verb<RemoveTerm>().Run(v.Moderator, id, "Off."),
        ["another added"] = (v, _) => v.Verb<AddTerm>().Run(v.Member, null, TermText.Of("another one", "m", ["another added first"])),
    };

    public static TheoryData<string> Words => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Words))]
    public async Task What_is_in_memory_is_what_a_fresh_look_gives(string change)
    {
        var known = Known(village.Store, village.Signal);
        var id = await Add(change, village.Member, null, change + " first");
        var before = await Told(known, change);

        await Changes[change](village, id);

        var after = await Told(known, change);
        Assert.NotEqual(before, after);
        Assert.Equal(await Told(Known(village.Store, village.Signal), change), after);
    }

    [Fact]
    public async Task What_was_brought_back_is_known_again()
    {
        var known = Known(village.Store, village.Signal);
        var id = await Add("again", village.Member, null, "once more");
        await village.Verb<RemoveTerm>().Run(village.Moderator, id, "Off.");
        Assert.Empty((await known.For(await Viewer(village.Member))).Synonyms.Of("again"));

        await village.Verb<RestoreTerm>().Run(village.Moderator, id);

        Assert.Equal(["once more"], (await known.For(await Viewer(village.Member))).Synonyms.Of("again"));
    }

    [Fact]
    public async Task What_another_program_changes_is_known_within_a_second()
    {
        var known = Known(village.AnotherProgram(), new EventSignal());
        var id = await Add("elsewhere", village.Member, null, "in another place");
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        Assert.NotEmpty((await known.For(await Viewer(village.Member))).Synonyms.Of("elsewhere"));

        await village.Verb<RemoveTerm>().Run(village.Moderator, id, "Off.");
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);

        Assert.Empty((await known.For(await Viewer(village.Member))).Synonyms.Of("elsewhere"));
    }

    static KnownGlossary Known(CommunityStore store, EventSignal signal) => new(store, new Recent(new LastEvent(store, signal, TimeProvider.System), store));

    Task<Viewer> Viewer(long personId) => village.Read(db => db.Viewer(personId));

    async Task<Lexicon> Lexicon(long personId) => await Known(village.Store, village.Signal).For(await Viewer(personId));

    Task<long> Add(string name, long by, string? space, params string[] synonyms) => village.Verb<AddTerm>().Run(by, space, TermText.Of(name, "Meaning of " + name, synonyms));

    async Task<string> Told(KnownGlossary known, string word)
    {
        var sets = (await known.For(await Viewer(village.Member))).Synonyms;
        return string.Join('|', sets.Of(word).Concat(sets.Of(word + " first")));
    }
}
