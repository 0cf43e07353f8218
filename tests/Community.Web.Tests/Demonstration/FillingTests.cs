using System.Globalization;
using System.Text.RegularExpressions;
using Community.Events;
using Community.Governance;
using Community.Notes.Combining;
using Community.Notes.Lineage;
using Community.Notes.Paths;
using Community.Notes.Refining;
using Community.Notifications;
using Community.People;
using Community.Questions;
using Community.Reports;
using Community.Search.Gaps;
using Community.Search.Saved;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Trials;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Web.Tests.Demonstration;

/// <summary>The example library has something of everything, and keeps every rule.</summary>
public sealed partial class FillingTests(DemonstratedLibrary library) : IClassFixture<DemonstratedLibrary>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task There_is_something_of_everything()
    {
        var (people, units, tiers) = await library.Read(async db => (await db.People.Where(p => !p.IsMask && p.Position != "").ToListAsync(Stop), await db.Units.CountAsync(Stop), await db.Spaces.Select(s => s.Tier).ToListAsync(Stop)));
        Assert.InRange(people.Count, 12, 14);
        Assert.Equal(5, units);
        Assert.Equal((1, 1, 1), (people.Count(p => p.Role == Role.Administrator), people.Count(p => p.Role == Role.Moderator), people.Count(p => p.Role == Role.Guest)));
        Assert.All(people, person => Assert.True(person.Position.Length > 0 && person.AskMeAbout.Length > 0, person.Name));
        Assert.Equal(5, tiers.Count);
        Assert.Equal(Enum.GetValues<Tier>(), tiers.Distinct().Order());

        var topics = await library.Read(db => db.Topics.ToListAsync(Stop));
        var posts = await library.Read(db => db.Posts.ToListAsync(Stop));
        Assert.InRange(topics.Count, 40, 60);
        Assert.InRange(posts.Count, 200, 300);
        Assert.All(Enum.GetValues<TopicKind>(), kind => Assert.InRange(topics.Count(t => t.Kind == kind), 10, 25));
        Assert.Contains(topics, topic => topic.Kind == TopicKind.Question && topic.ReplyCount == 0 && topic.CreatedAt < DemonstratedLibrary.Now.AddDays(-14));
        Assert.Contains(topics, topic => topic.Kind == TopicKind.Thread && topic.ReplyCount >= 25);
        Assert.InRange(posts.Count(p => p.RevisionNumber > 1), 10, 40);
        Assert.Contains(posts, post => post.Standing == Standing.Withdrawn);
        Assert.Contains(posts, post => post.Standing == Standing.Removed);
        Assert.Contains(posts, post => post.Score < 0);
        Assert.True(await library.Read(db => db.Acceptances.CountAsync(Stop)) >= 9);
        Assert.True(await library.Read(db => db.Closures.Select(c => c.Outcome).Distinct().CountAsync(Stop)) >= 3);
        Assert.True(await library.Read(db => db.Pins.CountAsync(Stop)) >= 2);
        Assert.True(await library.Read(db => db.Bookmarks.CountAsync(Stop)) >= 8);
        Assert.True(await library.Read(db => db.Revisions.CountAsync(r => r.Number > 1 && r.Summary != "", Stop)) >= 10);
    }

    [Fact]
    public async Task A_note_that_went_stale_is_said_to_be_and_was_not_mended()
    {
        var note = await library.Read(db => db.Posts.Include(p => p.Topic).SingleAsync(p => p.Part == Part.Opening && p.Topic.Title.StartsWith("Scanning for partners"), Stop));

        Assert.Null(note.EditedAt);
        Assert.True(await library.Read(db => db.Posts.AnyAsync(p => p.TopicId == note.TopicId && p.Part == Part.Comment && p.CreatedAt > note.CreatedAt.AddDays(180), Stop)));
    }

    [Fact]
    public async Task The_log_runs_through_a_year_in_order_and_ends_now()
    {
        var times = await library.Read(db => db.Events.OrderBy(e => e.Id).Select(e => e.At).ToListAsync(Stop));

        Assert.Equal(times.Order(), times);
        Assert.InRange(DemonstratedLibrary.Now - times[0], TimeSpan.FromDays(360), TimeSpan.FromDays(400));
        Assert.InRange(DemonstratedLibrary.Now - times[^1], TimeSpan.Zero, TimeSpan.FromHours(8));
        Assert.Equal(0, await library.Read(db => db.Mails.CountAsync(Stop)));
    }

    [Fact]
    public async Task Everybody_has_read_something_and_has_something_left_to_read()
    {
        foreach (var person in await library.Read(db => db.People.Where(p => !p.IsMask && p.Position != "").ToListAsync(Stop)))
        {
            var (marks, topics) = await library.Read(async db => (await db.ReadMarks.CountAsync(m => m.PersonId == person.Id, Stop), await db.Topics.ListedFor(await db.Viewer(person.Id, Stop)).CountAsync(Stop)));
            Assert.InRange(marks, 5, topics - 1);
        }

        var notices = await library.Read(db => db.Notifications.ToListAsync(Stop));
        Assert.True(notices.Where(n => n.SeenAt is null).Select(n => n.PersonId).Distinct().Count() >= 8);
        Assert.True(notices.Where(n => n.SeenAt is not null).Select(n => n.PersonId).Distinct().Count() >= 10);
        Assert.Equal(Enum.GetValues<NoticeKind>(), notices.Select(n => n.Kind).Distinct().Order());
    }

    [Fact]
    public async Task What_was_missed_is_open_taken_up_written_or_nobodys_business()
    {
        var gaps = await library.Read(db => db.Gaps.Include(g => g.Claims).ToListAsync(Stop));
        Assert.All(Enum.GetValues<GapState>(), state => Assert.Contains(gaps, gap => gap.State == state));
        Assert.True(gaps.Count(gap => gap is { State: GapState.Open, IsMissed: true }) >= 3);

        var written = Assert.Single(gaps, gap => gap.State == GapState.Done).Claims.Single();
        Assert.Equal("Week one at the cataloguing table", await library.Read(db => db.Topics.Where(t => t.Id == written.TopicId).Select(t => t.Title).SingleAsync(Stop)));
        Assert.True(await library.Read(db => db.Topics.AnyAsync(t => t.Id == written.TopicId && t.CreatedAt <= written.EndedAt, Stop)));
    }

    [Fact]
    public async Task What_was_tried_worked_or_did_not_and_what_failed_waits_or_was_answered()
    {
        var reports = await library.Read(db => db.Reports.ToListAsync(Stop));
        Assert.All(Enum.GetValues<ReportOutcome>(), outcome => Assert.True(reports.Count(report => report.Outcome == outcome) >= 3, $"{outcome}"));
        Assert.All(reports, report => Assert.InRange(report.Day, DateOnly.FromDateTime(DemonstratedLibrary.Now.AddYears(-1)), DateOnly.FromDateTime(DemonstratedLibrary.Now)));
        var tasks = await library.Read(db => db.RefinementTasks.ToListAsync(Stop));
        Assert.All(Enum.GetValues<TaskState>(), state => Assert.Contains(tasks, task => task.State == state));

        var trials = await library.Read(db => db.Trials.Include(t => t.Decisions).Include(t => t.Observations).ToListAsync(Stop));
        var today = DateOnly.FromDateTime(DemonstratedLibrary.Now);
        Assert.All(Enum.GetValues<TrialOutcome>(), outcome => Assert.Contains(trials, trial => trial.Decided?.Outcome == outcome));
        Assert.Contains(trials, trial => trial.Decided is null && trial.EndsOn < today);
        Assert.Contains(trials, trial => trial.StartsOn > today);
        Assert.True(trials.Count(trial => trial.Observations.Count >= 2) >= 4);
        Assert.NotNull(Assert.Single(trials, trial => trial.Decided?.Outcome == TrialOutcome.Adopted).Decided!.NoteId);
    }

    [Fact]
    public async Task A_note_was_made_of_what_was_said_and_its_sources_live_on()
    {
        var ties = await library.Read(db => db.LineageTies.Include(t => t.Post).Include(t => t.Block).Where(t => t.Block.GoneIn == null).ToListAsync(Stop));
        Assert.Single(ties.Select(tie => tie.Block.TopicId).Distinct());
        Assert.True(ties.Select(tie => tie.Post.AuthorId).Distinct().Count() >= 5);
        Assert.Contains(ties, tie => tie.Post.Standing == Standing.Published && tie.Post.RevisionNumber > tie.RevisionNumber);
        Assert.Single(ties, tie => tie.Post.Standing == Standing.Withdrawn);

        var suggestions = await library.Read(db => db.Suggestions.Select(s => s.State).ToListAsync(Stop));
        Assert.Equal([SuggestionState.Open, SuggestionState.Partly, SuggestionState.Declined], suggestions.Order());
        var variant = Assert.Single(await library.Read(db => db.NoteVariants.ToListAsync(Stop)));
        Assert.Equal("Interlibrary Loan", await library.Read(db => db.Units.Where(u => u.Id == variant.UnitId).Select(u => u.Name).SingleAsync(Stop)));
    }

    [Fact]
    public async Task Somebody_new_is_half_way_on_a_path_and_shows_it_to_a_colleague()
    {
        var person = await library.Read(db => db.People.Where(p => !p.IsMask).OrderByDescending(p => p.CreatedAt).FirstAsync(Stop));
        Assert.InRange(DemonstratedLibrary.Now - person.CreatedAt, TimeSpan.FromDays(20), TimeSpan.FromDays(80));
        var walked = await library.Read(db => db.StationProgress.Include(p => p.Station).Where(p => p.PersonId == person.Id).ToListAsync(Stop));
        var stations = await library.Read(db => db.PathStations.CountAsync(s => s.PathId == walked[0].Station.PathId, Stop));
        Assert.InRange(walked.Count * 2, stations - 1, stations + 1);
        Assert.Contains(walked, step => step.TriedAt is not null);
        Assert.Contains(walked, step => step.AskedAt is not null);
        Assert.True(await library.Read(db => db.BuddyChoices.AnyAsync(b => b.PersonId == person.Id, Stop)));
    }

    [Fact]
    public async Task Two_people_keep_searches_and_heard_of_what_was_posted_since()
    {
        var searches = await library.Read(db => db.SavedSearches.ToListAsync(Stop));
        Assert.Equal(2, searches.Select(s => s.PersonId).Distinct().Count());
        Assert.Contains(searches, search => !search.IsAlerting);

        var finds = await library.Read(db => db.SearchFinds.ToListAsync(Stop));
        var told = await library.Read(db => db.Notifications.Where(n => n.Kind == NoticeKind.Found).ToListAsync(Stop));
        Assert.All(told, notice => Assert.Contains(finds, find => find.PostId == notice.PostId && find.At == notice.At && searches.Single(s => s.Id == find.SearchId).PersonId == notice.PersonId));
        Assert.Equal(2, told.Select(n => n.PersonId).Distinct().Count());
        Assert.Contains(told, notice => notice.SeenAt is null);
        Assert.Contains(told, notice => notice.SeenAt is not null);
    }

    [Fact]
    public async Task Who_is_named_is_mentioned_and_what_is_linked_is_there()
    {
        var texts = await library.Read(db => db.Posts.Select(p => new { p.Id, p.Topic.Title, p.Revisions.OrderBy(r => r.Number).Last().Source, p.Revisions.OrderBy(r => r.Number).Last().Html, Mentions = p.Mentions.Select(m => m.PersonId).ToList() }).ToListAsync(Stop));
        var topics = await library.Read(db => db.Topics.ToDictionaryAsync(t => t.Id, t => t.Kind, Stop));

        Assert.All(texts, text => Assert.DoesNotContain("{{", text.Source, StringComparison.Ordinal));
        Assert.All(texts.SelectMany(text => Link().Matches(text.Source)), link => Assert.Equal(link.Groups[1].Value, topics[long.Parse(link.Groups[2].Value, CultureInfo.InvariantCulture)] + "s", ignoreCase: true));
        Assert.All(texts, text => Assert.Equal(Naming().Count(text.Source), text.Mentions.Count));
        Assert.True(texts.Sum(text => text.Mentions.Count) >= 6);
        Assert.True(texts.Sum(text => Link().Count(text.Source)) >= 12);
        Assert.Contains(texts, text => text.Html.Contains("class=\"math", StringComparison.Ordinal));
        Assert.True(await library.Read(db => db.Quotations.CountAsync(Stop)) >= 2);
    }

    [Fact]
    public async Task Everybody_on_the_list_signs_in_with_the_password()
    {
        Assert.Equal(await library.Read(db => db.People.CountAsync(p => !p.IsMask && p.Position != "", Stop)), library.Filled.People.Count);
        foreach (var person in library.Filled.People)
            Assert.NotNull(await library.Program.GetRequiredService<CheckPassword>().Run(person.Email, library.Filled.Password, Stop));
    }

    [Fact]
    public async Task It_is_filled_once()
    {
        var refused = await Assert.ThrowsAsync<RefusedException>(() => DemonstratedLibrary.Fill(library.Program));

        Assert.Equal(Refusal.Conflict, refused.Kind);
    }

    [Fact]
    public async Task A_second_library_of_the_same_moment_is_the_same_but_for_the_password()
    {
        var second = await library.Empty();
        var filled = await DemonstratedLibrary.Fill(second);

        Assert.Equal(await library.Read(Story), await second.GetRequiredService<CommunityStore>().Read(Story));
        Assert.NotEqual(library.Filled.Password, filled.Password);
    }

    static Task<List<string>> Story(CommunityContext db) =>
        db.Posts.OrderBy(p => p.Id).Select(p => p.Id + " " + p.Topic.Title + " " + p.CreatedAt + " " + p.Score + " " + p.Standing + " " + p.Revisions.OrderBy(r => r.Number).Last().Source).ToListAsync(Stop);

    [GeneratedRegex(@"/(threads|questions|notes)/([0-9]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex(@"(?:^|\s)@\p{Lu}", RegexOptions.NonBacktracking)]
    private static partial Regex Naming();
}
