namespace Community.Transfer.Handbooks;

/// <summary>The pages of a folder, and what an address in one of them means.</summary>
sealed class PageFolder
{
    static readonly string[] Indexes = ["index", "README"];

    readonly string root;
    readonly Dictionary<string, PageFile> byPath;
    readonly Dictionary<string, PageFile> byPathLoosely;
    readonly Dictionary<string, PageFile> byAddress = new(StringComparer.OrdinalIgnoreCase);

    PageFolder(string root, IReadOnlyList<PageFile> pages)
    {
        this.root = root;
        Pages = pages;
        byPath = pages.ToDictionary(page => page.Path);
        byPathLoosely = pages.DistinctBy(page => page.Path.ToLowerInvariant()).ToDictionary(page => page.Path, StringComparer.OrdinalIgnoreCase);
        foreach (var page in pages)
            foreach (var address in page.Addresses) byAddress.TryAdd(address.Trim('/'), page);
    }

    /// <summary>By path.</summary>
    public IReadOnlyList<PageFile> Pages { get; }

    /// <exception cref="RefusedException">There is no such folder, or no page in it.</exception>
    public static PageFolder Read(string folder, MarkdownReport report, CancellationToken stop)
    {
        if (!Directory.Exists(folder)) throw new RefusedException(Refusal.Invalid, "There is no folder {0}.", folder);

        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, MatchCasing = MatchCasing.CaseInsensitive };
        var root = Path.GetFullPath(folder);
        var files = Directory.EnumerateFiles(root, "*.md", options).Order(StringComparer.Ordinal).ToList();
        if (files.Count == 0) throw new RefusedException(Refusal.Invalid, "There is no page in {0}: pages are files that end in .md.", folder);

        var pages = new List<PageFile>();
        foreach (var file in files)
        {
            stop.ThrowIfCancellationRequested();
            pages.Add(PageFile.Of(Path.GetRelativePath(root, file).Replace('\\', '/'), File.ReadAllText(file), report));
        }

        return new PageFolder(root, pages);
    }

    /// <summary>What an address without its fragment leads to from a page: another page, a file of the folder, or null.</summary>
    public object? Find(PageFile from, string address)
    {
        var path = Uri.UnescapeDataString(address.Split('?')[0]);
        var isRooted = path.StartsWith('/');
        foreach (var full in Candidates(from, path))
            if (Page(full) is { } page) return page;
        if (isRooted && (byAddress.GetValueOrDefault(path.Trim('/')) ?? Below(path.Trim('/'))) is { } named) return named;

        return Candidates(from, path).Select(full => Path.Combine(root, full)).FirstOrDefault(File.Exists);
    }

    /// <summary>From the file, or from the folder when it begins with a slash; at last from the address that a page has on a site, which is a folder, and as if a slash had been forgotten.</summary>
    static IEnumerable<string> Candidates(PageFile from, string path)
    {
        if (path.StartsWith('/'))
        {
            if (Joined("", path) is { } rooted) yield return rooted;
            yield break;
        }

        if (Joined(Folder(from.Path), path) is { } beside) yield return beside;
        if (Joined(from.Path[..^3], path) is { } below) yield return below;
        if (Joined("", path) is { } forgotten) yield return forgotten;
    }

    PageFile? Page(string full)
    {
        var name = full.EndsWith(".html", StringComparison.OrdinalIgnoreCase) ? full[..^5] : full;
        // Some sites take a page that is called like its folder for the folder's own.
        foreach (var path in Indexes.Append(name[(name.LastIndexOf('/') + 1)..]).Select(index => name.Length == 0 ? $"{index}.md" : $"{name}/{index}.md").Prepend(name + ".md").Prepend(name))
            if ((byPath.GetValueOrDefault(path) ?? byPathLoosely.GetValueOrDefault(path)) is { } page) return page;

        return null;
    }

    /// <summary>Sites are often built from a folder of the folder: the one page whose path goes on like this below the first level.</summary>
    PageFile? Below(string path)
    {
        if (path.Length == 0) return null;

        var tops = Pages.Select(page => page.Path.Split('/')).Where(parts => parts.Length > 1).Select(parts => parts[0]).Distinct();
        var found = tops.Select(top => Page($"{top}/{path}")).OfType<PageFile>().Distinct().ToList();
        return found.Count == 1 ? found[0] : null;
    }

    static string Folder(string path) => path.LastIndexOf('/') is var slash and >= 0 ? path[..slash] : "";

    /// <summary>Null where it would leave the folder.</summary>
    static string? Joined(string folder, string path)
    {
        var parts = new List<string>();
        foreach (var part in $"{folder}/{path}".Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "..") { if (parts.Count == 0) return null; parts.RemoveAt(parts.Count - 1); }
            else if (part != ".") parts.Add(part);
        }

        return string.Join('/', parts);
    }
}
