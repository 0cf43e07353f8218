using Community.Events;
using Community.Governance;
using Community.People;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Events;

public sealed class AuditTests(Village village) : IClassFixture<Village>
{
    [Fact]
    public async Task Acts_of_governance_are_on_record_with_the_act_itself_and_others_are_not()
    {
        var before = await village.Read(db => db.AuditRecords.CountAsync());
        var person = await village.Person("Rolf Change");
        await village.Verb<ChangeRole>().Run(village.Administrator, person, Role.Moderator);
        await village.Start(person);
        await village.Verb<NoteAuditRead>().Run(village.Administrator, "page");

        var records = await village.Read(db => db.AuditRecords.OrderBy(r => r.Id).Skip(before).ToListAsync());
        Assert.Equal([(EventKind.PersonChanged, village.Administrator, "role Member → Moderator"), (EventKind.AuditRead, village.Administrator, "page")], records.Select(r => (r.Kind, r.ActorId!.Value, r.Words)));
        await VillageActs.Refused(Refusal.NotFound, () => village.Verb<NoteAuditRead>().Run(village.Moderator, "page"));
        Assert.Null((await village.Verb<VerifyAudit>().Run()).Wrong);
    }

    [Theory]
    [InlineData("changed", "was changed")]
    [InlineData("removed", "is missing")]
    [InlineData("swapped", "was changed, or stands in another one's place")]
    [InlineData("cut off", "the end of the log was cut off")]
    [InlineData("cut off and gone on", "not the one that was anchored")]
    [InlineData("written anew", "not the one that was anchored")]
    [InlineData("anchor changed", "seal")]
    [InlineData("anchor removed", "no anchor")]
    public async Task What_was_done_to_the_log_is_found(string how, string found)
    {
        var person = await village.Person("Ada Audited");
        for (var i = 0; i < 6; i++) await village.Verb<ChangeRole>().Run(village.Administrator, person, i % 2 == 0 ? Role.Moderator : Role.Member);
        Assert.Null((await village.Verb<VerifyAudit>().Run(anew: true)).Wrong);
        var last = await village.Read(db => db.AuditRecords.MaxAsync(r => r.Id));
        var head = village.Data.In("audit-head");
        await village.Store.Write(async db =>
        {
            var all = await db.AuditRecords.AsNoTracking().OrderBy(r => r.Id).ToListAsync();
            await (how switch
            {
                "changed" => Set(db, last - 2, "nothing of note"),
                "removed" => db.AuditRecords.Where(r => r.Id == last - 2).ExecuteDeleteAsync(),
                "swapped" => Swap(db, last - 3),
                "cut off" or "cut off and gone on" => db.AuditRecords.Where(r => r.Id > last - 3).ExecuteDeleteAsync(),
                "written anew" => Rewrite(db, all),
                _ => Task.CompletedTask,
            });
        });
        if (how == "cut off and gone on") for (var i = 0; i < 4; i++) await village.Verb<ChangeRole>().Run(village.Administrator, person, i % 2 == 0 ? Role.Moderator : Role.Member);
        if (how == "anchor changed") await File.WriteAllTextAsync(head, (await File.ReadAllTextAsync(head)).TrimEnd()[..^1] + "x");
        if (how == "anchor removed") File.Delete(head);

        var verdict = await village.Verb<VerifyAudit>().Run();
        Assert.Contains(found, verdict.Wrong, StringComparison.Ordinal);

        // For the next: an honest log again.
        await village.Store.Write(db => db.AuditRecords.ExecuteDeleteAsync());
        File.Delete(head);
    }

    static Task<int> Set(CommunityContext db, long id, string words) => db.AuditRecords.Where(r => r.Id == id).ExecuteUpdateAsync(r => r.SetProperty(one => one.Words, words));

    static async Task Swap(CommunityContext db, long id)
    {
        var (one, two) = (await db.AuditRecords.AsNoTracking().FirstAsync(r => r.Id == id), await db.AuditRecords.AsNoTracking().FirstAsync(r => r.Id == id + 1));
        foreach (var (to, from) in new[] { (id, two), (id + 1, one) })
            await db.AuditRecords.Where(r => r.Id == to).ExecuteUpdateAsync(r => r.SetProperty(x => x.Words, from.Words).SetProperty(x => x.Hash, from.Hash).SetProperty(x => x.At, from.At));
    }

    /// <summary>Somebody who knows how it is made writes a whole new chain.</summary>
    static async Task Rewrite(CommunityContext db, List<AuditRecord> all)
    {
        var hash = AuditRecord.Beginning;
        await db.AuditRecords.Where(r => r.Id == 1).ExecuteUpdateAsync(r => r.SetProperty(x => x.Words, "forged"));
        foreach (var record in all)
        {
            hash = (await db.AuditRecords.AsNoTracking().FirstAsync(r => r.Id == record.Id)).HashAfter(hash);
            var written = hash;
            await db.AuditRecords.Where(r => r.Id == record.Id).ExecuteUpdateAsync(r => r.SetProperty(x => x.Hash, written));
        }
    }
}
