using Community.Governance;
using Community.People;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Transfer.Export;

/// <summary>Who is named where. Held in memory: names and addresses only, some hundred bytes a person.</summary>
sealed class ExportedNames
{
    readonly Dictionary<long, string> people = [];
    readonly Dictionary<long, string> spaces = [];

    /// <summary>Who took the own name off a question: nothing that they did in it may tell the name.</summary>
    readonly HashSet<(long TopicId, long PersonId)> unnamed = [];

    /// <summary>Who asked without a name, as far as an export knows.</summary>
    readonly HashSet<long> masks = [];

    public static async Task<ExportedNames> Of(CommunityContext db, CancellationToken stop)
    {
        var names = new ExportedNames();
        var masks = db.Masks;
        // A voice is called like what it speaks for, and is no secret.
        await foreach (var person in db.People.AsNoTracking().Select(p => new { p.Id, p.Name, IsSecret = p.IsMask && !masks.Any(m => m.Id == p.Id && m.Voice != Voice.Personal) }).AsAsyncEnumerable().WithCancellation(stop))
        {
            names.people[person.Id] = person.Name;
            if (person.IsSecret) names.masks.Add(person.Id);
        }

        await foreach (var space in db.Spaces.AsNoTracking().Select(s => new { s.Id, s.Slug }).AsAsyncEnumerable().WithCancellation(stop)) names.spaces[space.Id] = space.Slug;
        await foreach (var post in db.Posts.AsNoTracking().Where(p => p.UnnamedAt != null).Select(p => new { p.TopicId, p.AuthorId }).AsAsyncEnumerable().WithCancellation(stop)) names.unnamed.Add((post.TopicId, post.AuthorId));
        return names;
    }

    public string Space(long id) => spaces[id];

    /// <summary>The person's id, or null where the name was taken off.</summary>
    public long? Shown(long? topicId, long? personId) => personId is { } id && !masks.Contains(id) && !(topicId is { } topic && unnamed.Contains((topic, id))) ? id : null;

    public string Author(long topicId, long personId, string? nameOnPost = null) =>
        Shown(topicId, personId) is { } id ? nameOnPost ?? people.GetValueOrDefault(id, "somebody") : masks.Contains(personId) ? "somebody who asked without a name" : "somebody who took the name off";

    public string Name(long personId) => people.GetValueOrDefault(personId, "somebody");
}
