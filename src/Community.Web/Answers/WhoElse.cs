using Community.Governance;
using Community.Spaces;
using Community.Web.Frame;
using Community.Web.Topics;
using Microsoft.Extensions.Localization;

namespace Community.Web.Answers;

/// <summary>One for whom something holds.</summary>
/// <param name="IsNameless">The person took the own name off in this topic, and only counts.</param>
public sealed record Someone(long PersonId, bool IsNameless);

/// <summary>For whom something holds, as one reader sees it.</summary>
/// <param name="Count">All of them, named or not.</param>
/// <param name="IsMine">The reader is one of them.</param>
/// <param name="Names">The first of the others; nobody for readers without an account.</param>
public sealed record WhoElse(int Count, bool IsMine, IReadOnlyList<Named> Names)
{
    /// <summary>So many are named.</summary>
    const int Shown = 3;

    public static WhoElse Nobody { get; } = new(0, false, []);

    /// <summary>Those who are neither named nor the reader.</summary>
    public int Others => Count - Names.Count - (IsMine ? 1 : 0);

    /// <summary>What stands behind the number: the names, the reader first; empty where nobody is named.</summary>
    public string Listed(IStringLocalizer<AnswersText> text)
    {
        List<string> names = [.. IsMine ? [text["you"].Value] : Array.Empty<string>(), .. Names.Select(one => one.Name)];
        if (names.Count > 0 && Others > 0) names.Add(text.Count(Others, "1 other", "{0} others"));
        return names.Count == 0 ? "" : ": " + string.Join(", ", names);
    }

    /// <param name="names">Of at least those whom <see cref="Named"/> gives.</param>
    public static WhoElse Of(IReadOnlyList<Someone> people, Viewer viewer, IReadOnlyDictionary<long, KnownName> names) =>
        new(people.Count, viewer.IsSignedIn && people.Any(one => viewer.Is(one.PersonId)), [.. Named(people, viewer).Where(names.ContainsKey).Select(id => new Named(id, names[id].Name))]);

    /// <summary>Whose names this reader is shown, the earliest first.</summary>
    public static IEnumerable<long> Named(IEnumerable<Someone> people, Viewer viewer) =>
        viewer.IsSignedIn ? people.Where(one => !one.IsNameless && !viewer.Is(one.PersonId)).Take(Shown).Select(one => one.PersonId) : [];
}
