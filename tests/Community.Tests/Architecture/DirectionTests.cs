using System.Text.RegularExpressions;

namespace Community.Tests.Architecture;

/// <summary>Arrows run down only, as src/README.md draws them.</summary>
public sealed partial class DirectionTests
{
    static readonly string[] Kernel = ["Events", "Text", "Store", "Files"];
    static readonly string[] Ground = [.. Kernel, "Governance", "People", "Spaces", "Topics"];
    static readonly string[] Practice = ["Questions", "Notes", "Experts", "Glossary", "Reports", "Trials", "Policies", "Playbooks"];

    /// <summary>What each area may name. The ground is a chain; reports stand on notes, whose keepers answer for what is said to fail.</summary>
    static readonly Dictionary<string, string[]> May = new()
    {
        ["Events"] = ["Store"],
        ["Text"] = [],
        ["Files"] = ["Store"],
        ["Store"] = ["Events"],
        ["Governance"] = Kernel,
        ["People"] = [.. Kernel, "Governance"],
        ["Spaces"] = [.. Kernel, "Governance", "People"],
        ["Topics"] = [.. Kernel, "Governance", "People", "Spaces"],
        ["Questions"] = Ground,
        ["Notes"] = Ground,
        ["Experts"] = Ground,
        ["Glossary"] = Ground,
        ["Reports"] = [.. Ground, "Notes"],
        ["Trials"] = Ground,
        ["Policies"] = Ground,
        ["Playbooks"] = [.. Ground, "Questions"],
        ["Search"] = [.. Ground, .. Practice],
        ["Notifications"] = [.. Ground, .. Practice],
        ["Transfer"] = [.. Ground, .. Practice],
        ["Measures"] = [.. Ground, .. Practice],
        ["Listening"] = [.. Ground, .. Practice],
        ["Demonstration"] = [.. Ground, .. Practice, "Notifications", "Search"],
    };

    /// <summary>Arrows that run up or sideways, each with its reason.</summary>
    static readonly (string File, string Names, string Reason)[] Exceptions =
    [
        ("Store/CommunityContext.cs", "People", "The context derives from Identity's, which is generic over the account."),
        ("Experts/ContributionLoading.cs", "Questions", "An accepted answer is evidence."),
        ("Experts/FindEvidence.cs", "Questions", "That somebody found the answer instead of asking is evidence."),
        ("Experts/FindEvidence.cs", "Notes", "What was found in a note speaks for those who keep it."),
        ("Experts/LineageEvidence.cs", "Notes", "That somebody's words went into a note is evidence."),
        ("Experts/MarkEvidence.cs", "Questions", "That an answer also worked for others is evidence."),
        ("Experts/ReferralEvidence.cs", "Questions", "Whom somebody who was asked named instead is evidence."),
        ("Experts/ReportEvidence.cs", "Reports", "That something worked for others is evidence."),
        ("Questions/FollowQuestions.cs", "Notes", "A note that answers a question keeps what was promised for it."),
        ("Questions/KnownTopics.cs", "Notes", "What lists show of a topic says how far a note can be relied on."),
        ("Questions/TopicFacts.cs", "Notes", "What lists show of a topic says how far a note can be relied on."),
        ("Notifications/Replies/ReplyHtml.cs", "Transfer", "A reply may come as HTML only, and becomes Markdown as an import does."),
        ("Search/Saved/TellFinds.cs", "Notifications", "What a saved search finds is told by a notice."),
    ];

    [Fact]
    public void Every_area_has_its_place()
    {
        var areas = SourceFiles.Of("Community").Select(path => SourceFiles.AreaOf("Community", path)).Where(area => area.Length > 0).Distinct();

        Assert.Empty(areas.Except(May.Keys));
    }

    [Fact]
    public void Arrows_run_down_only()
    {
        var wrong = from path in SourceFiles.Of("Community")
                    let area = SourceFiles.AreaOf("Community", path)
                    where area.Length > 0
                    let file = Path.GetRelativePath(Path.Combine(SourceFiles.Root, "src", "Community"), path).Replace('\\', '/')
                    from named in Named(File.ReadAllText(path))
                    where named != area && May.ContainsKey(named) && !May[area].Contains(named) && !Exceptions.Any(e => e.File == file && e.Names == named)
                    select $"{file} names {named}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void No_exception_is_kept_that_nobody_needs() =>
        Assert.All(Exceptions, e => Assert.Contains(e.Names, Named(File.ReadAllText(Path.Combine(SourceFiles.Root, "src", "Community", e.File)))));

    [Fact]
    public void What_stands_in_no_area_names_none() =>
        Assert.All(SourceFiles.Of("Community").Where(path => SourceFiles.AreaOf("Community", path).Length == 0), path => Assert.Empty(Named(File.ReadAllText(path))));

    [Fact]
    public void The_community_does_not_know_the_web()
    {
        var project = File.ReadAllText(Path.Combine(SourceFiles.Root, "src", "Community", "Community.csproj"));
        Assert.DoesNotContain("Microsoft.AspNetCore.App", project, StringComparison.Ordinal);

        var referenced = typeof(Community.Store.CommunityStore).Assembly.GetReferencedAssemblies().Select(name => name.Name!).Where(name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
        // Tables of ASP.NET's that the context has to name: accounts, and the keys that cookies are signed with.
        Assert.All(referenced, name => Assert.Matches("Identity|DataProtection.EntityFrameworkCore$", name));
    }

    [Fact]
    public void Every_row_of_the_table_of_rights_is_asked_somewhere()
    {
        var asked = string.Concat(SourceFiles.Of("Community").Concat(SourceFiles.Of("Community.Web")).Where(path => !path.EndsWith("Governance/Rights.cs", StringComparison.Ordinal)).Select(File.ReadAllText));

        Assert.All(Enum.GetNames<Community.Governance.Act>(), act => Assert.Contains($"Act.{act}", asked, StringComparison.Ordinal));
        Assert.Equal(Enum.GetValues<Community.Governance.Act>().Order(), Community.Governance.Rights.Do.Keys.Order());
        Assert.Equal(Enum.GetValues<Community.Governance.Tier>().Order(), Community.Governance.Rights.Read.Keys.Order());
    }

    static IEnumerable<string> Named(string source) => Area().Matches(source).Select(match => match.Groups[1].Value).Where(May.ContainsKey).Distinct();

    [GeneratedRegex(@"\bCommunity\.([A-Z][A-Za-z]+)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Area();
}
