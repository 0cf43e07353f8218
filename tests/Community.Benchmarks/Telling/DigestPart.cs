using System.Diagnostics;
using System.Globalization;
using Community.Benchmarks.Making;
using Community.Notifications;
using Community.Notifications.Mailing;
using Community.People;
using Community.Store;
using Community.Web;
using Community.Web.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Benchmarks.Telling;

/// <summary>A morning on which everybody gets a digest: mails a second; and the same with the program killed in its midst.</summary>
sealed class DigestPart(GeneratedCommunity community, Table table)
{
    public async Task Run(CancellationToken stop)
    {
        await using var smtp = new SmtpSink();
        await using var services = GeneratedCommunity.Services(community.Data);
        var store = services.GetRequiredService<CommunityStore>();
        await GiveAddresses(store, stop);
        foreach (var kills in new[] { 0, 4 })
        {
            smtp.Mails.Clear();
            var people = await Due(store, stop);
            var began = Stopwatch.GetTimestamp();
            for (var i = 0; i <= kills; i++)
            {
                using var child = Begin(smtp.Port);
                while (i < kills && !child.HasExited && smtp.Mails.Count < people * (i + 1) / (kills + 1) - people / 8) await Task.Delay(50, stop);
                if (i == kills) while (!child.HasExited && await store.Read(async db => await db.Mails.CountAsync(m => m.Letter == Letter.Digest && (m.SentAt != null || m.Tries >= Outbox.MaxTries), stop) < people)) await Task.Delay(100, stop);
                child.Kill();
                await child.WaitForExitAsync(stop);
                // A mail that was on its way is nobody else's for ten minutes; here nobody waits for them.
                if (i < kills) await store.Write(db => db.Mails.Where(m => m.SentAt == null).ExecuteUpdateAsync(set => set.SetProperty(m => m.NextTryAt, DateTime.UtcNow), stop), stop);
            }

            var took = Stopwatch.GetElapsedTime(began);
            if (kills == 0) table.Row($"a digest for each of {people:N0} people", (smtp.Mails.Count / took.TotalSeconds).ToString("0", CultureInfo.InvariantCulture) + " mails a second", took.TotalSeconds.ToString("0", CultureInfo.InvariantCulture) + " s with the start");
            var sent = smtp.Mails.Select(mail => Head(mail, "To: ")).ToList();
            var perPerson = sent.GroupBy(to => to).ToList();
            if (kills > 0) table.Row($"the same, killed {kills} times: people with two digests, with none", $"{perPerson.Count(letters => letters.Count() > 1)}, {people - perPerson.Count}", "", atMost: $"0, {kills}");
        }
    }

    /// <summary>What <c>digest-child</c> does: the sweep and the outbox, and nothing else.</summary>
    public static async Task Child(string data, CancellationToken stop)
    {
        await using var site = Site.Build(new DataFolder(data), []);
        var outbox = ActivatorUtilities.CreateInstance<Outbox>(site.Services);
        using (var scope = site.Services.CreateScope())
            while (await scope.ServiceProvider.GetRequiredService<PostDigests>().Run(stop) > 0) ;
        await outbox.StartAsync(stop);
        await Task.Delay(Timeout.Infinite, stop);
    }

    static string Head(string mail, string field) => mail.Split('\n').First(line => line.StartsWith(field, StringComparison.OrdinalIgnoreCase));

    Process Begin(int port)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(DigestPart).Assembly.Location, "digest-child", "--data", community.Data]);
        foreach (var (key, value) in new[] { ("Host", "127.0.0.1"), ("Port", port.ToString(CultureInfo.InvariantCulture)), ("From", "Community <community@library.example>"), ("Security", "None") }) start.Environment["Community__Smtp__" + key] = value;
        start.Environment["Community__Log__Level"] = "Error";
        return Process.Start(start)!;
    }

    /// <summary>Everybody has something unseen, and a digest whose time has come.</summary>
    static Task<int> Due(CommunityStore store, CancellationToken stop) => store.Write(async db =>
    {
        await db.Mails.ExecuteDeleteAsync(stop);
        var now = DateTime.UtcNow;
        await db.Notifications.ExecuteUpdateAsync(set => set.SetProperty(n => n.MailedAt, (DateTime?)null).SetProperty(n => n.SeenAt, (DateTime?)null).SetProperty(n => n.At, now), stop);
        var wanted = await db.Notifications.Select(n => n.PersonId).Distinct().ToListAsync(stop);
        var known = (await db.MailWishes.Select(w => w.PersonId).ToListAsync(stop)).ToHashSet();
        db.MailWishes.AddRange(wanted.Where(id => !known.Contains(id)).Select(id => new MailWishes(id)));
        await db.SaveChangesAsync(stop);
        await db.MailWishes.ExecuteUpdateAsync(set => set.SetProperty(w => w.NextDigestAt, now.AddDays(9)), stop);
        return await db.MailWishes.Where(w => wanted.Contains(w.PersonId)).ExecuteUpdateAsync(set => set.SetProperty(w => w.NextDigestAt, now.AddMinutes(-1)), stop);
    }, stop);

    static Task<int> GiveAddresses(CommunityStore store, CancellationToken stop) => store.Write(async db =>
    {
        var accounts = db.Accounts;
        var people = await db.People.Where(p => !accounts.Any(a => a.PersonId == p.Id)).ToListAsync(stop);
        db.Accounts.AddRange(people.Select(person => Account.For(person, $"person{person.Id}@library.example")));
        await db.SaveChangesAsync(stop);
        return 0;
    }, stop);
}
