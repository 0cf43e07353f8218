using System.Globalization;
using Community.Tests.Text;
using Community.Topics;
using Community.Transfer;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Transfer.Handbooks;

/// <summary>Handbooks that other people wrote, where they lie beside the project: every page in, and no link broken that is not broken in the source.</summary>
public sealed class RealHandbookTests(Village village, ITestOutputHelper output) : IClassFixture<Village>
{
    /// <summary>What is broken in the sources themselves, looked at one by one.</summary>
    [Theory]
    [InlineData("pul-it-handbook", 119, 20)]
    [InlineData("18f-handbook", 251, 1)]
    [InlineData("library-carpentry-shell", 21, 0)]
    public async Task A_real_handbook_comes_in_whole(string name, int pages, int broken)
    {
        var folder = SharedData.PathOf("handbooks", name);
        var report = await village.Verb<ImportMarkdown>().Run(folder, Village.Institution, null, null, TestContext.Current.CancellationToken);

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {report.Pages} pages, {report.Links} links, {report.BrokenLinks.Count} to pages that are not there, {report.MissingAnchors.Count} to headings that are not there, {report.Took.TotalSeconds:N1} s"));
        foreach (var where in report.BrokenLinks.Concat(report.MissingAnchors)) output.WriteLine(where);
        Assert.Equal((pages, pages, broken), (report.Pages, report.Added, report.BrokenLinks.Count));
        // Every link that was made leads to a note that is there.
        var source = $"{Village.Institution}/{name}";
        Assert.Equal(pages, await village.Read(db => db.ImportedRows.CountAsync(r => r.Source == source && r.Table == "Pages" && db.Set<Topic>().Any(t => t.Id == r.SubjectId && t.Standing == Standing.Published))));
        Assert.Equal(0, await village.Read(db => db.ImportedRows.CountAsync(r => r.Source == source && r.Table == "Page links")));
        Assert.Equal(0, (await village.Verb<ImportMarkdown>().Run(folder, Village.Institution)).Changed);
    }
}
