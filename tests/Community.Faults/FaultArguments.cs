using System.Globalization;

namespace Community.Faults;

/// <summary>What a run is asked for.</summary>
/// <param name="Times">How often the fault happens.</param>
/// <param name="Program">The built or published site.</param>
/// <param name="Writers">How many people write at once.</param>
/// <param name="IsKept">Leaves the data folder behind, to look into.</param>
public sealed record FaultArguments(int Times, string Program, int Writers, bool IsKept)
{
    /// <summary>Null when they cannot be read.</summary>
    public static FaultArguments? Of(string[] args)
    {
        var arguments = new FaultArguments(20, Built(), 6, false);
        for (var i = 0; i < args.Length; i++)
        {
            var next = i + 1 < args.Length ? args[i + 1] : "";
            switch (args[i])
            {
                case "--program" when File.Exists(next): arguments = arguments with { Program = Path.GetFullPath(next) }; i++; break;
                case "--writers" when int.TryParse(next, NumberStyles.None, CultureInfo.InvariantCulture, out var writers) && writers is > 0 and <= 64: arguments = arguments with { Writers = writers }; i++; break;
                case "--keep": arguments = arguments with { IsKept = true }; break;
                case var word when i == 0 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var times) && times > 0: arguments = arguments with { Times = times }; break;
                default: return null;
            }
        }

        return arguments;
    }

    /// <summary>The site as the solution builds it, found from this program's own folder.</summary>
    static string Built()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Community.sln"))) folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? ".", "src", "Community.Web", "bin", "Release", "net10.0", "Community.Web");
    }
}
