using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Community.Events;
using Community.People;
using Community.Questions.Asking;
using Community.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Community.Notifications.Pushing;

/// <summary>Puts pushes into the queue and sends those that are due, a few at a time; nobody waits for it. Any number of nodes may run it.</summary>
public sealed class PushQueue(CommunityStore store, PushSettings settings, SmtpSettings mail, PushSender sender, IWritePushes pushes, TimeProvider clock, ILogger<PushQueue> log) : BackgroundService
{
    const int AtATime = 8;
    const int PushesAStep = 64;

    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>So long a claimed push is nobody else's.</summary>
    static readonly TimeSpan Claim = TimeSpan.FromMinutes(5);

    static readonly JsonSerializerOptions Small = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.IsOn) return;

        PushKey? key = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // Browsers ask for it before there is anything to send.
                key ??= await new MakePushKey(store, clock).Run(stoppingToken);
                while (await new PostPushes(store, settings, clock).Run(stoppingToken) > 0) { }
                await SendDue(key, stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(error, "Pushes could not be worked through");
            }

            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    async Task SendDue(PushKey key, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && await Due(stop) is { Count: > 0 } due)
        {
            var subject = await Subject(stop);
            // Slow services must not hold up the others. What is on its way when the program stops is tried again by whoever starts next.
            await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = stop }, async (push, cut) => await Send(push, key, subject, cut));
        }
    }

    /// <summary>Those that are due, claimed for this process.</summary>
    async Task<List<Push>> Due(CancellationToken stop)
    {
        var now = clock.Now();
        if (!await store.Read(db => Waiting(db, now).AnyAsync(stop))) return [];

        return await store.Write(async db =>
        {
            var due = await Waiting(db, now).Include(p => p.Device).OrderBy(p => p.NextTryAt).ThenBy(p => p.Id).Take(PushesAStep).ToListAsync(stop);
            var claimed = new List<Push>();
            foreach (var push in due)
            {
                var (at, until) = (push.NextTryAt, now + Claim);
                if (await db.Pushes.Where(p => p.Id == push.Id && p.SentAt == null && p.NextTryAt == at).ExecuteUpdateAsync(set => set.SetProperty(p => p.NextTryAt, until), stop) == 1) claimed.Add(push);
            }

            return claimed;
        }, stop);
    }

    static IQueryable<Push> Waiting(CommunityContext db, DateTime now) => db.Pushes.AsNoTracking().Where(p => p.SentAt == null && p.NextTryAt <= now);

    async Task Send(Push push, PushKey key, string subject, CancellationToken stop)
    {
        try
        {
            var (isReachable, quietUntil) = await store.Read(async db => (await db.ReachableDevices.AnyAsync(d => d.Id == push.DeviceId, stop), push.Kind == PushKind.Test ? null : await db.QuietEnd(push.Device.PersonId, clock.Now(), stop)));
            if (isReachable && quietUntil is { } until) await Mark(push, (waits, _) => waits.WaitUntil(until));
            else if (!isReachable || await pushes.Write(push, stop) is not { } written) await Mark(push, (dropped, _) => dropped.Drop(clock.Now()));
            else await Send(push, written, key, subject, stop);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.LogWarning("Push {Id} was not sent: {Error}", push.Id, error.GetType().Name);
            await Mark(push, (failed, _) => failed.Failed(error.GetType().Name, null, clock.Now()));
        }
    }

    async Task Send(Push push, WrittenPush written, PushKey key, string subject, CancellationToken stop)
    {
        var (target, now) = (push.Device.Target, clock.Now());
        var authorization = WebPushCrypto.Authorization(key, new Uri(target.Endpoint), subject, now);
        var answer = await sender.Send(target, WebPushCrypto.Seal(target, Text(written)), authorization, Topic(push.DeviceId, written.Tag), stop);
        if (!answer.IsTaken) log.LogWarning("Push {Id} was not taken: {Status} {Error}", push.Id, (int?)answer.Status, answer.Error);
        if (answer.IsTaken) await MarkTaken(push, written, now);
        else await Mark(push, (marked, device) =>
        {
            device.Failed();
            if (answer.IsForLater) marked.Failed($"{(int?)answer.Status}{answer.Error}", answer.After, now);
            else marked.Drop(now, $"{(int?)answer.Status}{answer.Error}");
        }, isGone: answer.IsGone || answer.Error == PushSender.Inside);
    }

    /// <summary>A notice that came while it was sent found it waiting, and made no other.</summary>
    Task MarkTaken(Push push, WrittenPush written, DateTime now) => store.Write(async db =>
    {
        await db.LockRow("Checkpoints", "Consumer", PostPushes.Name, default);
        if (await db.Pushes.Include(p => p.Device).FirstOrDefaultAsync(p => p.Id == push.Id) is not { } row) return;

        var (told, read) = (written.UpToNoticeId, await db.Checkpoints.Where(c => c.Consumer == PostPushes.Name).Select(c => c.EventId).FirstOrDefaultAsync());
        row.Device.Took(now);
        if (told > 0 && await db.Notifications.AnyAsync(n => n.PersonId == row.Device.PersonId && n.Id > told && n.Id <= read && n.TopicId == row.TopicId && (n.TopicId != null || n.SpaceId == row.SpaceId))) row.GoOn(told + 1, now);
        else row.Sent(now);
        await db.SaveChangesAsync();
    });

    /// <param name="isGone">The device is forgotten, with all that waits for it.</param>
    Task Mark(Push push, Action<Push, PushDevice> mark, bool isGone = false) => store.Write(async db =>
    {
        if (await db.Pushes.Include(p => p.Device).FirstOrDefaultAsync(p => p.Id == push.Id) is not { } row) return;

        mark(row, row.Device);
        if (isGone) db.PushDevices.Remove(row.Device);
        await db.SaveChangesAsync();
    });

    /// <summary>Whom the operators of push services can write to.</summary>
    async Task<string> Subject(CancellationToken stop)
    {
        if (settings.Contact.Length > 0) return settings.Contact;
        if (MimeKit.MailboxAddress.TryParse(mail.From, out var from)) return "mailto:" + from.Address;

        return await store.Read(db => db.Institutions.Select(i => i.PublicAddress).FirstOrDefaultAsync(stop)) ?? "";
    }

    static byte[] Text(WrittenPush written) => JsonSerializer.SerializeToUtf8Bytes(written, Small);

    /// <summary>The same for the same device and subject, and for nothing else: a service learns from it neither the topic nor who else hears of it.</summary>
    static string Topic(long deviceId, string tag) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{deviceId} {tag}")).AsSpan(0, 24));
}
