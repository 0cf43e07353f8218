using System.Globalization;
using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.NoteAnswers;

/// <summary>A topic as it is typed: its title, its address or its number.</summary>
public sealed class TypedTopic(CommunityContext db, CurrentViewer current)
{
    /// <exception cref="RefusedException">The reader sees no such topic, or several of this title.</exception>
    public async Task<long> Id(string? typed, TopicKind kind)
    {
        var viewer = await current.Get();
        var topics = db.Topics.AsNoTracking().ListedFor(viewer).Where(t => t.Kind == kind);
        var name = Folded.Of(typed is { Length: > Topic.MaxTitleLength } ? "" : typed ?? "");
        if (name.Length > 0 && await topics.Where(t => t.TitleFolded == name).Take(2).Select(t => t.Id).ToListAsync() is [var only]) return only;
        if (NumberIn(typed) is { } id && await topics.AnyAsync(t => t.Id == id)) return id;

        throw new RefusedException(Refusal.Invalid, "Nothing that you may see, or more than one, has this title. Give its address instead.") { Field = "Note" };
    }

    /// <summary>The first part of an address that is a number.</summary>
    static long? NumberIn(string? typed) => (typed ?? "").Split('/', '#', '?', ' ').Select(part => long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? (long?)id : null).FirstOrDefault(id => id is not null);
}
