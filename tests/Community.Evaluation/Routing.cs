using System.Globalization;
using System.Xml.Linq;
using Community.Experts;
using Community.Governance;
using Community.People;
using Community.Search;
using Community.Search.Routing;
using Community.Spaces;
using Community.Store;
using Community.Transfer;
using Community.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Evaluation;

/// <summary>
/// Replays a Stack Exchange dump in the order of time: before each part of its second half, what had been written until then is imported, and for each question of the part it is asked whom the site would
/// invite. Right is a question for which one of the first two really answered.
/// </summary>
static class Routing
{
    const int Parts = 10;
    const int Invited = 2;
    const int MostText = 2_000;

    public static async Task<(int Questions, int Ours, int MostActive, int MostReady)> Replay(DirectoryInfo dump, Action<string> told, CancellationToken stop)
    {
        var rows = XDocument.Load(Path.Combine(dump.FullName, "Posts.xml")).Root!.Elements("row").Select(Row.Of).OfType<Row>().OrderBy(row => row.At).ToList();
        var answerers = rows.Where(row => row.QuestionId is not null && row.Owner is not null).ToLookup(row => row.QuestionId!.Value, row => row.Owner!);
        var topics = rows.Where(row => row.QuestionId is null).ToDictionary(row => row.Id, row => row.Owner);
        var asked = rows.Skip(rows.Count / 2).Where(row => row.QuestionId is null && row.Owner is not null && answerers[row.Id].Any(who => who != row.Owner)).ToList();
        var folder = Directory.CreateTempSubdirectory("community-routing-");
        var added = new ServiceCollection();
        added.AddLogging();
        added.AddCommunity(new DataFolder(Path.Combine(folder.FullName, "data")));
        PeopleServices.AddAccounts(added);
        await using var services = added.BuildServiceProvider();
        await services.GetRequiredService<Migrator>().Run(stop);
        var (ours, active, ready) = (0, 0, 0);
        var reader = await Reader(services, stop);
        foreach (var part in asked.Chunk((asked.Count + Parts - 1) / Parts))
        {
            var before = rows.TakeWhile(row => row.At < part[0].At).ToList();
            await Import(services, dump, folder, before, stop);
            var idOf = await Names(services, dump, stop);
            foreach (var question in part)
            {
                // Activity and readiness are counted to the very moment; what the search knows ends where the part begins.
                var until = rows.TakeWhile(row => row.At < question.At).Where(row => row.Owner is not null).ToList();
                var busiest = until.GroupBy(row => row.Owner!).OrderByDescending(own => own.Count()).Select(own => own.Key);
                var answered = until.Where(row => row.QuestionId is { } of && topics.GetValueOrDefault(of) != row.Owner).ToLookup(row => row.Owner!, row => row.At);
                var right = answerers[question.Id].Where(who => who != question.Owner).ToHashSet();
                var text = $"{question.Title}\n{question.Text}";
                var people = await Knowing(services, reader, text.Length > MostText ? text[..MostText] : text, stop);
                var invited = people.Where(p => idOf.ContainsKey(p.Id)).Select(p => (Who: idOf[p.Id], p.Score)).Where(p => p.Who != question.Owner).Take(Candidates.MostLookedAt)
                    .OrderByDescending(p => Readiness.Likelihood(p.Score, Readiness.Of(answered[p.Who].Select(at => question.At - at)))).Take(Invited);
                if (invited.Any(p => right.Contains(p.Who))) ours++;
                if (busiest.Where(who => who != question.Owner).Take(Invited).Any(right.Contains)) active++;
                if (answered.OrderByDescending(own => Readiness.Of(own.Select(at => question.At - at))).Select(own => own.Key).Where(who => who != question.Owner).Take(Invited).Any(right.Contains)) ready++;
            }

            told(string.Create(CultureInfo.InvariantCulture, $"until {part[^1].At:yyyy-MM-dd}: {ours}, {active} and {ready}"));
        }

        folder.Delete(recursive: true);
        return (asked.Count, ours, active, ready);
    }

    static async Task<long> Reader(ServiceProvider services, CancellationToken stop)
    {
        var now = DateTime.UtcNow;
        return await services.GetRequiredService<CommunityStore>().Write(async db =>
        {
            db.Institutions.Add(new Institution("Replay", "http://127.0.0.1", SignUp.Closed, "", null, now));
            var person = db.People.Add(new Person("Nobody", Role.Member, now)).Entity;
            await db.SaveChangesAsync(stop);
            return person.Id;
        }, stop);
    }

    static async Task Import(ServiceProvider services, DirectoryInfo dump, DirectoryInfo folder, IReadOnlyList<Row> rows, CancellationToken stop)
    {
        var until = folder.CreateSubdirectory("until");
        new XDocument(new XElement("posts", rows.Select(row => row.Whole))).Save(Path.Combine(until.FullName, "Posts.xml"));
        File.Copy(Path.Combine(dump.FullName, "Users.xml"), Path.Combine(until.FullName, "Users.xml"), overwrite: true);
        await services.GetRequiredService<ImportStackExchange>().Run(until.FullName, new ImportTarget("replay", "Replay", Tier.Institution), null, stop);
        await services.GetRequiredService<SearchConsumer>().BringUp(stop);
    }

    /// <summary>The dump's number of each person here, by the name that is theirs alone.</summary>
    static async Task<Dictionary<long, string>> Names(ServiceProvider services, DirectoryInfo dump, CancellationToken stop)
    {
        var numbers = XDocument.Load(Path.Combine(dump.FullName, "Users.xml")).Root!.Elements("row").Select(row => (Id: (string)row.Attribute("Id")!, Name: (string?)row.Attribute("DisplayName") ?? "")).GroupBy(row => row.Name).Where(same => same.Count() == 1).ToDictionary(same => same.Key, same => same.Single().Id);
        var people = await services.GetRequiredService<CommunityStore>().Read(db => db.People.AsNoTracking().Select(p => new { p.Id, p.Name }).ToListAsync(stop));
        return people.Where(p => numbers.ContainsKey(p.Name)).ToDictionary(p => p.Id, p => numbers[p.Name]);
    }

    static async Task<IReadOnlyList<RankedPerson>> Knowing(ServiceProvider services, long reader, string text, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var viewer = await scope.ServiceProvider.GetRequiredService<KnownCommunity>().Viewer(reader);
        return [.. (await scope.ServiceProvider.GetRequiredService<PeopleWhoKnow>().Likely(text, viewer, stop)).Where(person => !person.IsHidden)];
    }

    /// <param name="QuestionId">Of an answer: what it answers.</param>
    sealed record Row(int Id, int? QuestionId, string? Owner, DateTime At, string Title, string Text, XElement Whole)
    {
        public static Row? Of(XElement row) => (string?)row.Attribute("PostTypeId") is "1" or "2"
            ? new Row((int)row.Attribute("Id")!, (int?)row.Attribute("ParentId"), (string?)row.Attribute("OwnerUserId"), DateTime.Parse((string)row.Attribute("CreationDate")!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
                (string?)row.Attribute("Title") ?? "", System.Net.WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Replace((string?)row.Attribute("Body") ?? "", "<[^>]+>", " ", System.Text.RegularExpressions.RegexOptions.NonBacktracking)), row)
            : null;
    }
}
