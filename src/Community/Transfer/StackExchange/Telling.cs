using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Transfer.StackExchange;

/// <summary>Tells of each topic that came in or got more, once all its rows are there: search and browsers read these events, notifications do not.</summary>
sealed class Telling(ImportRun run)
{
    public async Task Run()
    {
        var pace = run.NewPace();
        var told = 1;
        while (told > 0)
        {
            run.Stop.ThrowIfCancellationRequested();
            await pace.Measure(() => run.Write(async db =>
            {
                var waiting = await db.ImportedRows.Where(r => r.Source == run.Site.Name && r.Table == TableNames.Untold).OrderBy(r => r.ExternalId).Take(pace.Rows).ToListAsync();
                var ids = waiting.ConvertAll(row => row.SubjectId);
                foreach (var topic in await db.Topics.Where(t => ids.Contains(t.Id)).OrderBy(t => t.Id).ToListAsync()) topic.TellImported(run.Now);
                db.ImportedRows.RemoveRange(waiting);
                await db.SaveChangesAsync();
                told = waiting.Count;
            }), told);
        }
    }
}
