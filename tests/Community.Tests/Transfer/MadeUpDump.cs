using System.Globalization;
using System.Xml.Linq;

namespace Community.Tests.Transfer;

/// <summary>A small dump of a site that never was, with rows as awkward as real ones. Its folder goes with the test.</summary>
public sealed class MadeUpDump : IDisposable
{
    readonly DirectoryInfo above = Directory.CreateTempSubdirectory("community-dump-");

    public MadeUpDump(string name = "birds.meta-2024")
    {
        Folder = above.CreateSubdirectory(name).FullName;
        Write("Users", Row(new { Id = -1, DisplayName = "Community" }), Row(new { Id = 1, DisplayName = "Ada Finch" }), Row(new { Id = 2, DisplayName = "Béla Owl" }), Row(new { Id = 4, DisplayName = "" }));
        Write("Posts", Posts());
        Write("Comments",
            Row(new { Id = 1, PostId = 1, Score = 2, UserId = 2, Text = "1. is no list, `code` is code" }),
            Row(new { Id = 2, PostId = 2, Score = 0, UserDisplayName = "Passer-by", Text = "@Béla thank you\r\nindeed" }),
            Row(new { Id = 3, PostId = 77, Score = 0, UserId = 1, Text = "on nothing" }));
        Write("Votes",
            Row(new { Id = 1, PostId = 2, VoteTypeId = 1 }, "2024-02-03T00:00:00.000"),
            Row(new { Id = 2, PostId = 20, VoteTypeId = 2 }), Row(new { Id = 3, PostId = 20, VoteTypeId = 2 }), Row(new { Id = 4, PostId = 20, VoteTypeId = 3 }));
        Write("Tags",
            Row(new { Id = 1, TagName = "formulas", Count = 2, ExcerptPostId = 16, WikiPostId = 17 }), Row(new { Id = 2, TagName = ".feather", Count = 1 }), Row(new { Id = 3, TagName = "unused", Count = 0 }));
        Write("PostHistory",
            Row(new { Id = 1, PostHistoryTypeId = 2, PostId = 1, UserId = 1, Text = "First try" }, "2024-01-01T10:00:00.000"),
            Row(new { Id = 2, PostHistoryTypeId = 1, PostId = 1, UserId = 1, Text = "A title" }, "2024-01-01T10:00:00.000"),
            Row(new { Id = 3, PostHistoryTypeId = 2, PostId = 2, UserId = 2, Text = "Now with <u>raw</u> HTML" }),
            Row(new { Id = 4, PostHistoryTypeId = 5, PostId = 1, UserId = 2, Text = "See $a_1*b_2*c$,\r\n**truly**.", Comment = "said it better" }, "2024-01-05T10:00:00.000"),
            Row(new { Id = 5, PostHistoryTypeId = 10, PostId = 12, UserId = 2, Comment = "101", Text = "{}" }),
            Row(new { Id = 6, PostHistoryTypeId = 5, PostId = 77, UserId = 2, Text = "of nothing" }));
        Write("PostLinks",
            Row(new { Id = 1, PostId = 12, RelatedPostId = 1, LinkTypeId = 3 }), Row(new { Id = 2, PostId = 1, RelatedPostId = 12, LinkTypeId = 1 }),
            Row(new { Id = 3, PostId = 1, RelatedPostId = 77, LinkTypeId = 1 }), Row(new { Id = 4, PostId = 2, RelatedPostId = 12, LinkTypeId = 1 }));
    }

    public string Folder { get; }

    public static string Row(object values, string at = "2024-02-02T10:00:00.000") => new XElement("row",
        values.GetType().GetProperties().Select(p => new XAttribute(p.Name, Convert.ToString(p.GetValue(values), CultureInfo.InvariantCulture)!)).Append(new XAttribute("CreationDate", at)))
        .ToString(SaveOptions.DisableFormatting);

    public void Write(string table, params string[] rows) => File.WriteAllText(Path.Combine(Folder, table + ".xml"),
        "\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n<" + table.ToLowerInvariant() + ">\r\n" + string.Concat(rows.Select(row => "  " + row + "\r\n")) + "</" + table.ToLowerInvariant() + ">");

    public void Remove(string table) => File.Delete(Path.Combine(Folder, table + ".xml"));

    public void Dispose() => above.Delete(recursive: true);

    static string[] Posts() =>
    [
        Row(new { Id = 1, PostTypeId = 1, AcceptedAnswerId = 2, Score = 7, OwnerUserId = 1, Title = "What is  $a_1$?", Tags = "<formulas><.feather>", Body = "<p>See $a_1*b_2*c$,\n<strong>truly</strong>.</p>", ContentLicense = "CC BY-SA 4.0" }, "2024-01-01T10:00:00.000"),
        Row(new { Id = 2, PostTypeId = 2, ParentId = 1, Score = 3, OwnerUserId = 2, Body = "<p>Now with <u>raw</u> HTML</p><pre><code>if (a &lt; b)\n  fly();\n</code></pre><p><a href=\"/questions/12/x\">there</a></p>" }, "2010-03-03T10:00:00.000"),
        Row(new { Id = 10, PostTypeId = 2, ParentId = 12, Score = -1, OwnerUserId = 1, Body = "<p>Before its question</p>" }, "2017-03-03T10:00:00.000"),
        Row(new { Id = 12, PostTypeId = 1, Score = 0, OwnerDisplayName = "Gone Bird", Title = "Closed", Tags = "|formulas|", Body = "<p>Asked before</p>", ClosedDate = "2024-03-01T00:00:00.000" }),
        Row(new { Id = 13, PostTypeId = 1, AcceptedAnswerId = 99, Score = 0, OwnerUserId = 4, Title = new string('t', 300), Tags = "", Body = "<p>x</p>" }),
        Row(new { Id = 14, PostTypeId = 2, ParentId = 77, Score = 0, OwnerUserId = 1, Body = "<p>to nothing</p>" }),
        "<row Id=\"15\" PostTypeId=\"1\" Title=\"never ends",
        Row(new { Id = 16, PostTypeId = 4, Score = 0, Body = "How to write formulas." }),
        Row(new { Id = 17, PostTypeId = 5, Score = 0, Body = "<p>At <em>length</em>.</p>" }),
        Row(new { Id = 18, PostTypeId = 6, Score = 0, Body = "<p>Elect me</p>" }),
        Row(new { Id = 19, PostTypeId = 1, Score = 0, OwnerUserId = 1, Title = "Long", Body = $"<p>{new string('x', 70_000)}</p>" }),
        Row(new { Id = 20, PostTypeId = 2, ParentId = 1, OwnerUserId = 500, Body = "<p>Unscored</p>" }),
        Row(new { Id = 21, PostTypeId = 2, ParentId = 1, Score = 0, OwnerUserId = 1, Body = $"<table>{string.Concat(Enumerable.Repeat($"<tr>{string.Concat(Enumerable.Repeat("<td>c</td>", 60))}</tr>", 100))}</table>" }),
    ];
}
