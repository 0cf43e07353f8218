using System.IO.Compression;
using System.Text.Json;
using Community.Transfer.Export;

namespace Community.Tests.Transfer.Archives;

/// <summary>An archive of everything, read back.</summary>
/// <param name="Files">Texts by name.</param>
sealed record ExportedArchive(IReadOnlyDictionary<string, string> Files)
{
    public static async Task<ExportedArchive> Of(Village village, DirectoryInfo folder)
    {
        var path = Path.Combine(folder.FullName, "all.zip");
        await village.Verb<ExportEverything>().Run(path);
        using var zip = ZipFile.OpenRead(path);
        var files = new Dictionary<string, string>();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            files.Add(entry.FullName, await reader.ReadToEndAsync());
        }

        return new ExportedArchive(files);
    }

    public IReadOnlyList<JsonElement> Rows(string name) => [.. Files[$"data/{name}.jsonl"].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
}
