using Community.Reports;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Demonstration;

/// <summary>Whether notes and answers worked, and which revision answers a failure.</summary>
sealed class Reporting(CommunityStore store, ReportPost report, FinishTasks finish, DismissTask dismiss)
{
    public async Task Report(Story story, Scene scene, Cast cast, CancellationToken stop)
    {
        var outcome = Enum.Parse<ReportOutcome>(scene.Words["outcome"], ignoreCase: true);
        cast.Reported(story, scene.Id, await report.Run(cast.Person(scene.By), cast.Post(story, scene.Of), outcome, scene.Words.GetValueOrDefault("place"), null, scene.Text, stop: stop));
    }

    /// <summary>An edit names the report that it answers.</summary>
    public async Task Answer(Story story, Scene scene, Cast cast, CancellationToken stop)
    {
        if (scene.Words.TryGetValue("answers", out var named)) await finish.Run(cast.Person(scene.By), cast.Post(story, scene.Of), [await Task(story, named, cast, stop)], stop);
    }

    public async Task Dismiss(Story story, Scene scene, Cast cast, CancellationToken stop) => await dismiss.Run(cast.Person(scene.By), await Task(story, scene.Words["report"], cast, stop), scene.Text, stop);

    Task<long> Task(Story story, string reportId, Cast cast, CancellationToken stop)
    {
        var id = cast.Report(story, reportId);
        return store.Read(db => db.RefinementTasks.Where(t => t.ReportId == id).Select(t => t.Id).SingleAsync(stop));
    }
}
