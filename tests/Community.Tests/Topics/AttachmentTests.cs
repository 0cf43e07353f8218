using Community.Files;
using Community.Tests.Files;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Topics;

public sealed class AttachmentTests(Village village) : IClassFixture<Village>
{
    [Fact]
    public async Task The_same_content_is_kept_once_and_goes_with_its_last_row()
    {
        var content = "The same twice.";
        var (first, second) = (await Store(village.Member, content), await Store(village.Writer, content));
        var path = PathOf(first);
        Assert.Equal(path, PathOf(second));

        await Age(first);
        await Sweep();
        Assert.True(File.Exists(path));
        Assert.Equal([second.Id], await Rows(first.Id, second.Id));

        await Age(second);
        await Sweep();
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task What_a_text_names_stays_and_what_nothing_names_goes_after_two_days()
    {
        var (tied, loose, fresh) = (await Store(village.Member, "tied"), await Store(village.Member, "loose"), await Store(village.Member, "fresh"));
        await village.Start(village.Member, body: "See " + tied.Markdown());
        await Age(tied);
        await Age(loose);

        await Sweep();

        Assert.Equal([tied.Id, fresh.Id], await Rows(tied.Id, loose.Id, fresh.Id));
        Assert.True(File.Exists(PathOf(tied)));
    }

    [Fact]
    public async Task What_a_draft_of_its_owner_names_stays_as_long_as_the_draft()
    {
        var (kept, foreign) = (await Store(village.Member, "in a draft"), await Store(village.Member, "in a stranger's draft"));
        // "/attachments/1" stands in "/attachments/12/" as well, and "1" in every longer number.
        var likeIt = await Store(village.Member, "its number begins like another's");
        var place = DraftPlace.ReplyIn(await village.Start(village.Writer));
        await village.Verb<SaveDraft>().Run(village.Member, place, new DraftText($"\"Look\":\n\n{kept.Markdown()} and [x](/attachments/{likeIt.Id}1/x.txt)"), null);
        await village.Verb<SaveDraft>().Run(village.Colleague, place, new DraftText(foreign.Markdown()), null);
        foreach (var file in new[] { kept, foreign, likeIt }) await Age(file);

        await Sweep();
        Assert.Equal([kept.Id], await Rows(kept.Id, foreign.Id, likeIt.Id));
        Assert.True(File.Exists(PathOf(kept)));

        await village.Verb<DiscardDraft>().Run(village.Member, (await village.Read(db => db.DraftsOf(village.Member).SingleAsync(d => d.Place == place.ToString()))).Id);
        await Sweep();
        Assert.Equal([kept.Id], await Rows(kept.Id));

        village.Clock.Pass(Draft.RestorableFor + TimeSpan.FromHours(1));
        await village.Verb<ForgetDrafts>().Run();
        await Sweep();
        Assert.Empty(await Rows(kept.Id));
    }

    [Fact]
    public async Task A_file_without_a_row_goes_once_it_is_old()
    {
        var files = village.Get<FileStore>();
        using var received = await files.Receive(new MemoryStream("crashed before its row"u8.ToArray()), 100);
        files.Keep(received);
        await Sweep();
        Assert.True(files.Has(received.Hash));

        File.SetLastWriteTimeUtc(files.PathOf(received.Hash), DateTime.UtcNow.AddHours(-2));
        await Sweep();

        Assert.False(files.Has(received.Hash));
    }

    [Fact]
    public async Task Files_of_an_erased_text_go_with_it()
    {
        var file = await Store(village.Writer, "to be erased");
        var post = await village.Opening(await village.Start(village.Writer, body: "See " + file.Markdown()));
        await village.Verb<WithdrawPost>().Run(village.Writer, post);
        await Age(file);
        await Sweep();
        Assert.NotEmpty(await Rows(file.Id));

        await village.Store.Write(db => db.Withdrawals.Where(w => w.PostId == post).ExecuteUpdateAsync(set => set.SetProperty(w => w.At, village.Clock.Now().AddDays(-31))));
        await village.Verb<EraseWithdrawn>().Run();
        await Sweep();

        Assert.Empty(await Rows(file.Id));
        Assert.False(File.Exists(village.Get<FileStore>().PathOf(Hash("to be erased"))));
    }

    [Fact]
    public async Task Naming_an_id_does_not_open_a_strangers_file()
    {
        var file = await Store(village.Writer, "secret of Wendy");

        var topic = await village.Start(village.Colleague, body: $"Look: [x]({file.Address}) ![y]({file.Address})");

        Assert.Empty(await Ties(file.Id));
        await village.Verb<RevisePost>().Run(village.Colleague, await village.Opening(topic), new Edit($"Again [x]({file.Address})", "", null));
        await village.Add(village.Colleague, topic, Part.Reply, body: file.Markdown());
        Assert.Empty(await Ties(file.Id));
    }

    [Fact]
    public async Task Every_revision_ties_what_it_names_and_a_quotation_nothing()
    {
        var (first, second) = (await Store(village.Writer, "one"), await Store(village.Writer, "two"));
        var topic = await village.Start(village.Writer, body: first.Markdown());
        var post = await village.Opening(topic);
        await village.Verb<RevisePost>().Run(village.Writer, post, new Edit(second.Markdown(), "", null));
        await village.Add(village.Member, topic, Part.Reply, body: $"> [!quote post={post} rev=1]\n> {first.Markdown()}\n\nI see.");

        Assert.Equal([(post, 1)], await Ties(first.Id));
        Assert.Equal([(post, 2)], await Ties(second.Id));
    }

    [Fact]
    public async Task Too_large_too_much_too_many_and_nothing_are_refused()
    {
        var person = village.UnitMember;
        await VillageActs.Refused(Refusal.TooLarge, () => Store(person, new string('x', 300_001)));
        await VillageActs.Refused(Refusal.Invalid, () => Store(person, ""));
        await VillageActs.Refused(Refusal.Forbidden, async () => await Store(await village.Person("Gus Nowhere", Community.Governance.Role.Guest), "a guest whom no space invited"));

        for (var i = 0; i < 3; i++) await Store(person, i + new string('x', 299_000));
        Assert.Contains("together", (await VillageActs.Refused(Refusal.TooLarge, () => Store(person, new string('z', 200_000)))).Message, StringComparison.Ordinal);

        var many = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Store(village.Steward, "small " + i)));
        await VillageActs.Refused(Refusal.Invalid, () => village.Start(village.Steward, body: string.Join("\n\n", many.Select(f => f.Markdown()))));
        await village.Start(village.Steward, body: string.Join("\n\n", many.Take(3).Select(f => f.Markdown())));
        Assert.Empty(Directory.GetFiles(Path.Combine(village.Data.Uploads, "waiting")));
    }

    [Fact]
    public async Task An_interrupted_upload_leaves_nothing()
    {
        Directory.CreateDirectory(village.Data.Uploads);
        var before = Directory.GetFiles(village.Data.Uploads, "*", SearchOption.AllDirectories).Length;

        await Assert.ThrowsAsync<IOException>(() => village.Verb<StoreAttachment>().Run(village.Member, "cut.bin", new CutStream()));

        Assert.Equal(before, Directory.GetFiles(village.Data.Uploads, "*", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public async Task An_import_says_who_and_when()
    {
        var at = new DateTime(2019, 5, 6, 7, 8, 9, DateTimeKind.Utc);

        var file = await village.Verb<StoreAttachment>().Run(village.Stranger, "old.png", new MemoryStream(MadeUpPictures.Png()), at);

        var row = await village.Read(db => db.Attachments.SingleAsync(a => a.Id == file.Id));
        Assert.Equal((at, village.Stranger, "old.webp", 600), (row.CreatedAt, row.OwnerId, row.Name, row.Width));
    }

    Task<StoredAttachment> Store(long personId, string content) => village.Verb<StoreAttachment>().Run(personId, "notes.txt", new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content)));

    static string Hash(string content) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(content)));

    string PathOf(StoredAttachment file) => village.Get<FileStore>().PathOf(village.Read(db => db.Attachments.Where(a => a.Id == file.Id).Select(a => a.Hash).SingleAsync()).Result);

    async Task Age(StoredAttachment file)
    {
        File.SetLastWriteTimeUtc(PathOf(file), DateTime.UtcNow.AddHours(-2));
        await village.Store.Write(db => db.Attachments.Where(a => a.Id == file.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.CreatedAt, village.Clock.Now().AddHours(-49))));
    }

    async Task Sweep()
    {
        while (await village.Verb<SweepAttachments>().Run() > 0) { }
        while (await village.Verb<SweepFiles>().Run() > 0) { }
    }

    Task<List<long>> Rows(params long[] ids) => village.Read(db => db.Attachments.Where(a => ids.Contains(a.Id)).Select(a => a.Id).Order().ToListAsync());

    async Task<List<(long, int)>> Ties(long id) =>
        (await village.Read(db => db.AttachmentTies.Where(t => t.AttachmentId == id).Select(t => new { t.Revision.PostId, t.Revision.Number }).ToListAsync())).ConvertAll(t => (t.PostId, t.Number));

    sealed class CutStream : MemoryStream
    {
        public CutStream() : base(new byte[100_000])
        {
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position < 80_000 ? base.ReadAsync(buffer, cancellationToken) : throw new IOException("The line broke.");
    }
}
