using System.Globalization;
using System.Text;
using Community.Search;
using Community.Store;
using Community.Topics;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Benchmarks.Searching;

/// <summary>The site's rebuild of its index from the database, beside a writer that is given the same texts out of memory and nothing else.</summary>
sealed class RebuildPart(SearchedCommunity searched, Table table)
{
    const double LeastShare = 0.5;

    public async Task Run(CancellationToken stop)
    {
        var texts = await Texts(stop);
        var bare = await Work.Of(() => Task.Run(() => Write(texts), stop));
        var site = await Work.Of(() => searched.Services.GetRequiredService<RebuildIndex>().Run(progress => Console.Error.Write($"\rindex {progress.Done:N0} of {progress.Total:N0}   "), stop));
        Console.Error.WriteLine();
        table.Row("rebuild of the index, processor time a post", Show.Micro(site.Processor / texts.Count), Show.Micro(bare.Processor / texts.Count), Show.Ratio(site.Processor / bare.Processor));
        table.Row("rebuild of the index, posts a second", Rate(site), Rate(bare), Show.Ratio(bare.Clock / site.Clock), "at least " + Show.Ratio(LeastShare));

        string Rate(Work work) => (texts.Count / work.Clock.TotalSeconds).ToString("N0", CultureInfo.InvariantCulture);
    }

    /// <summary>As bytes: a million of them would else be a gigabyte and a half.</summary>
    async Task<List<byte[]>> Texts(CancellationToken stop)
    {
        var store = searched.Services.GetRequiredService<CommunityStore>();
        return await store.Read(async db =>
        {
            var texts = new List<byte[]>();
            var posts = db.Posts.OrderBy(p => p.Id).Select(p => new { p.Part, p.Topic.Title, Html = p.Revisions.Where(r => r.Number == p.RevisionNumber).Select(r => r.Html).First() });
            await foreach (var post in posts.AsAsyncEnumerable().WithCancellation(stop))
            {
                texts.Add(Encoding.UTF8.GetBytes((post.Part == Part.Opening ? post.Title + "\n" : "") + PlainPost.Of(post.Html)));
                if (texts.Count % 50_000 == 0) Console.Error.Write($"\rtexts {texts.Count:N0}   ");
            }

            return texts;
        });
    }

    void Write(List<byte[]> texts)
    {
        var folder = System.IO.Directory.CreateDirectory(Path.Combine(searched.Community.Data, "bare"));
        using (var directory = FSDirectory.Open(folder))
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new CommunityAnalyzer()) { RAMBufferSizeMB = 48 }))
        {
            foreach (var text in texts) writer.AddDocument([new TextField("text", Encoding.UTF8.GetString(text), Field.Store.NO)]);
            writer.Commit();
        }

        folder.Delete(recursive: true);
    }
}
