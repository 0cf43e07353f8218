using System.IO.Compression;
using Community.Transfer.Personal;

namespace Community.Tests.Privacy;

/// <summary>What somebody takes out of what is stored about them, read back.</summary>
static class OwnFiles
{
    extension(Village village)
    {
        /// <summary>Texts by the name of the file.</summary>
        public async Task<Dictionary<string, string>> OwnData(long person)
        {
            using var into = new MemoryStream();
            await village.Verb<ExportOwnData>().Run(person, into);
            into.Position = 0;
            using var zip = new ZipArchive(into);
            var files = new Dictionary<string, string>();
            foreach (var entry in zip.Entries)
            {
                using var text = new StreamReader(entry.Open());
                files.Add(entry.FullName, await text.ReadToEndAsync());
            }

            return files;
        }
    }
}
