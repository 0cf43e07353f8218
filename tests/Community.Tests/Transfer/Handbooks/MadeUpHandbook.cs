using Community.Tests.Files;

namespace Community.Tests.Transfer.Handbooks;

/// <summary>A small handbook with everything that real ones have: front matter, links of every form, pictures, templates, a hidden folder. Gone with the test.</summary>
sealed class MadeUpHandbook : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("community-handbook-");

    public MadeUpHandbook()
    {
        Write("README.md", "# Welcome\n\nBegin with [the desk](services/desk.md), [loans](/services/loans), [the index](services/) and [old](/old-place/#fees-and-fines).\n\n[Gone](gone.md), [gone too](/gone/), [elsewhere](https://example.org/x.md).\n");
        Write("services/index.md", "---\ntitle: 'Services: all of them'\ntags:\n  - services\n  - Front Desk\n---\n\nSee [the desk][d] and [up](../README.md).\n\n[d]: desk \"The desk\"\n");
        Write("services/desk.md", "---\ntitle: \"The desk\"\ntags: [desk, loans]\nredirect_from:\n  - /old-place/\n---\n# The desk\n\n## Fees and fines {#money}\n\nAsk, then [look here](#money) and [there](loans.md#return-late \"Late\").\n\n![A red box](../pictures/box.png)\n\n![Not here](../pictures/none.png) <img src=\"/pictures/box.png\" alt=\"The same box\">\n");
        Write("services/loans.md", "---\npermalink: /lending/\n---\n# Loans\n\n## Return late\n\n[Desk]({% page \"/services/desk/\" %}), [by address]({%page\n  \"lending\"\n%}), [no]({% page \"/nowhere\" %}). {% slack_channel \"loans\" %}\n\n`{% page \"/services/desk/\" %}` and [missing](desk.md#no-such-heading) and [a form](../files/form.txt).\n\n```\n[code](desk.md) {% page \"/services/desk/\" %}\n```\n");
        Write(".github/CONTRIBUTING.md", "Write to [us](../README.md).\n");
        WriteBytes("pictures/box.png", MadeUpPictures.Png());
        Write("files/form.txt", "A form.");
        Write("notes.txt", "No page.");
    }

    public string Folder => folder.FullName;

    public void Write(string path, string text) => WriteBytes(path, System.Text.Encoding.UTF8.GetBytes(text));

    public void Delete(string path) => File.Delete(Path.Combine(Folder, path));

    void WriteBytes(string path, byte[] content)
    {
        var full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, content);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
