using System.CommandLine;
using System.Text.Json;
using Community.Web.Running;
using Microsoft.Extensions.Configuration.Json;

namespace Community.Web.Commands;

/// <summary><c>config show</c>: every setting with its value, where that came from, its default and its meaning. Touches no data folder.</summary>
public static class ConfigCommand
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Build()
    {
        var asJson = new Option<bool>("--json") { Description = "As a JSON list, for programs." };
        var show = new Command("show", "Prints every setting: its value and where it came from, its default, what it means. Secrets are masked.") { asJson };
        show.SetAction(parsed => Show(Settings.Read(), parsed.GetValue(asJson), Console.Out));
        return new Command("config", "The settings: appsettings.json beside the program, then environment variables such as Community__Smtp__Host.") { show };
    }

    static int Show(IConfigurationRoot settings, bool asJson, TextWriter output)
    {
        var rows = SettingList.All.Select(setting => Row.Of(setting, settings)).ToList();
        if (asJson) output.WriteLine(JsonSerializer.Serialize(rows, Json));
        else
            foreach (var row in rows) output.WriteLine($"{row.Setting} = {row.Value ?? "(nothing)"}\n    from {row.From}; default {row.Default ?? "(nothing)"}; {row.Type}\n    {row.Meaning}");

        try
        {
            foreach (var warning in SettingCheck.Run(settings)) Console.Error.WriteLine(warning);
            return 0;
        }
        catch (SettingException error)
        {
            return CommandLine.Failed(error.Message);
        }
    }

    sealed record Row(string Setting, string? Value, string From, string? Default, string Type, string Meaning)
    {
        public static Row Of(Setting setting, IConfigurationRoot settings)
        {
            var set = settings.GetSection(setting.Key).AsEnumerable().Where(entry => setting.IsAt(entry.Key) && entry.Value is { Length: > 0 }).OrderBy(entry => entry.Key, StringComparer.Ordinal).ToList();
            return set.Count == 0
                ? new(setting.Key, setting.Default, "default", setting.Default, setting.Type, setting.Meaning)
                : new(setting.Key, setting.Shown(string.Join(", ", set.Select(entry => entry.Value))), SourceOf(settings, set[0].Key), setting.Default, setting.Type, setting.Meaning);
        }

        static string SourceOf(IConfigurationRoot settings, string key) => settings.Providers.Last(provider => provider.TryGet(key, out _)) is JsonConfigurationProvider file
            ? Path.GetFileName(file.Source.Path!) : "environment";
    }
}
