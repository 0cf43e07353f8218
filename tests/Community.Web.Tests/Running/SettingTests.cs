using System.Text.Json;
using System.Text.RegularExpressions;
using Community.Web.Running;
using Community.Web.Tests.Assets;
using Microsoft.Extensions.Configuration;

namespace Community.Web.Tests.Running;

public sealed partial class SettingTests
{
    [Fact]
    public void Every_setting_that_is_read_anywhere_stands_in_the_list_and_none_else()
    {
        var read = Directory.EnumerateFiles(Path.Combine(Source.Root, "src"), "*.cs", SearchOption.AllDirectories).Where(path => !path.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(path => Key().Matches(File.ReadAllText(path)).Select(match => match.Groups[1].Value)).ToHashSet();

        // A section hides its keys from this test; at least something must be listed below it.
        Assert.All(read, key => Assert.Contains(SettingList.All, setting => setting.Key == key || setting.Key.StartsWith(key + ":", StringComparison.Ordinal)));
        Assert.True(read.Count >= 14);
        Assert.Equal(SettingList.All.Count, SettingList.All.Select(setting => setting.Key).Distinct().Count());
        Assert.Contains("config show", File.ReadAllText(Path.Combine(Source.Root, "README.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_default_can_be_read() => Assert.All(SettingList.All.Where(setting => setting.Default is not null), setting => Assert.Null(setting.Wrong(setting.Default!)));

    [Theory]
    [InlineData("Community:StopSeconds", "soon")]
    [InlineData("Community:StopSeconds", "-1")]
    [InlineData("Community:Smtp:Port", "70000")]
    [InlineData("Community:Smtp:Security", "Perhaps")]
    [InlineData("Community:Smtp:From", "nobody")]
    [InlineData("Community:Log:Format", "xml")]
    [InlineData("Community:Log:Level", "Loud")]
    [InlineData("Community:Metrics:Allow", "127.0.0.1, everybody")]
    [InlineData("Community:Metrics:Allow:0", "10.0.0.0/99")]
    [InlineData("Community:Metrics:Token", "short-word")]
    [InlineData("Community:Postgres", "somewhere-over")]
    public void An_unreadable_value_is_refused_in_a_sentence_that_does_not_repeat_it(string key, string value)
    {
        var error = Assert.Throws<SettingException>(() => SettingCheck.Run(Given((key, value))));

        Assert.StartsWith("The setting " + key.Split(":0")[0], error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(value, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Community:Metrics:Allow", "127.0.0.1, 10.1.0.0/16 ::1")]
    [InlineData("Community:Metrics:Allow:0", "::1")]
    [InlineData("Community:Postgres", "Host=db.example;Password=x")]
    [InlineData("Community:Log:Format", "JSON")]
    [InlineData("Community:Postgres", "")]
    public void A_readable_one_is_taken_without_a_word(string key, string value) => Assert.Empty(SettingCheck.Run(Given((key, value))));

    [Fact]
    public void A_name_that_is_no_setting_is_warned_of() => Assert.Contains("Community:Smtp:Hosst", Assert.Single(SettingCheck.Run(Given(("Community:Smtp:Hosst", "x")))), StringComparison.Ordinal);

    [Fact]
    public void Half_a_mail_server_is_warned_of() => Assert.StartsWith("No mail goes out", Assert.Single(SettingCheck.Run(Given(("Community:Smtp:Host", "mail.example")))), StringComparison.Ordinal);

    [Fact]
    public async Task Config_show_tells_value_source_default_and_meaning_and_masks_secrets()
    {
        await using var program = new ServedProgram();
        program.Settings["Community:Postgres"] = "Host=db.example;Username=community;Password=cassowary";
        program.Settings["Community:Metrics:Token"] = "cassowary-cassowary";
        program.Settings["Community:StopSeconds"] = "7";

        var (code, text, _) = await program.Run(["config", "show"]);
        var (_, json, _) = await program.Run(["config", "show", "--json"]);

        Assert.Equal(0, code);
        Assert.DoesNotContain("cassowary", text + json, StringComparison.Ordinal);
        Assert.All(SettingList.All, setting => Assert.Contains(setting.Key + " = ", text, StringComparison.Ordinal));
        Assert.Contains("Host=db.example", text, StringComparison.Ordinal);
        var stop = JsonDocument.Parse(json).RootElement.EnumerateArray().Single(row => row.GetProperty("setting").GetString() == "Community:StopSeconds");
        Assert.Equal(("7", "environment", "30"), (stop.GetProperty("value").GetString(), stop.GetProperty("from").GetString(), stop.GetProperty("default").GetString()));
        Assert.False(Directory.Exists(program.Data));
    }

    static IConfigurationRoot Given(params (string Key, string Value)[] values) => new ConfigurationBuilder().AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Key, (string?)value.Value))).Build();

    [GeneratedRegex("\"(Community:[A-Za-z:]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Key();
}
