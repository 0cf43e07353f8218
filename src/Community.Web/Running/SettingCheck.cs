namespace Community.Web.Running;

/// <summary>Compares what is set with <see cref="SettingList"/>.</summary>
public static class SettingCheck
{
    /// <exception cref="SettingException">A value cannot be read; one sentence for each.</exception>
    /// <returns>Sentences on what was probably meant otherwise.</returns>
    public static IReadOnlyList<string> Run(IConfiguration settings)
    {
        var given = settings.GetSection(SettingList.Root).AsEnumerable().Where(entry => entry.Value is { Length: > 0 }).Select(entry => (entry.Key, Value: entry.Value!)).ToList();
        var known = given.Select(entry => (entry.Key, entry.Value, Setting: SettingList.All.FirstOrDefault(setting => setting.IsAt(entry.Key)))).ToList();

        var wrong = known.Where(entry => entry.Setting is not null).Select(entry => (entry.Setting!, entry.Setting!.Wrong(entry.Value))).Where(found => found.Item2 is not null).ToList();
        if (wrong.Count > 0) throw new SettingException(string.Join(Environment.NewLine, wrong.Select(found => $"The setting {found.Item1.Key} cannot be used: it {found.Item2}.")));

        var warnings = known.Where(entry => entry.Setting is null).Select(entry => $"There is no setting {entry.Key}; config show lists those that there are.").ToList();
        if (settings.Given("Community:Smtp:Host") is null != settings.Given("Community:Smtp:From") is null)
            warnings.Add("No mail goes out: Community:Smtp:Host and Community:Smtp:From are only of use together.");
        if (settings.Given("Community:Imap:Host") is not null && settings.Given("Community:Imap:Address") is null && settings.Given("Community:Smtp:From") is null)
            warnings.Add("No answers by mail are read: Community:Imap:Host needs Community:Imap:Address, or Community:Smtp:From.");
        return warnings;
    }
}

/// <summary>A setting cannot be used; the message says which and what belongs there, never its value.</summary>
public sealed class SettingException(string message) : Exception(message);
