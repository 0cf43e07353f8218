using Community.Notes.Care;
using Community.Notes.Lineage;
using Community.Questions;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Community.Web.Care;

/// <summary>Loads the positions that stand at a note, once a request. Ask only for notes that came through the gate.</summary>
public sealed class DisputeLoading(CommunityContext db, KnownCommunity community, KnownTopics known, CurrentViewer current, IStringLocalizer<CareText> text)
{
    readonly Dictionary<long, NoteDisputes> loaded = [];

    public async Task<NoteDisputes> Of(long topicId)
    {
        if (loaded.TryGetValue(topicId, out var found)) return found;

        return loaded[topicId] = await known.Facts(topicId) is { Note.DisputedAt: not null } ? await Load(topicId) : NoteDisputes.None;
    }

    async Task<NoteDisputes> Load(long topicId)
    {
        var open = await db.NoteDisputes.AsNoTracking().Include(d => d.Positions.OrderBy(p => p.Id)).Where(d => d.TopicId == topicId && d.SettledAt == null).OrderBy(d => d.Id).ToListAsync();
        if (open.Count == 0) return NoteDisputes.None;

        var layout = open.TrueForAll(d => d.BlockId is null) ? null
            : await db.BlockLayouts.AsNoTracking().FirstOrDefaultAsync(l => l.Revision.Post.TopicId == topicId && l.Revision.Post.Part == Part.Opening && l.Revision.Number == l.Revision.Post.RevisionNumber);
        var blocks = layout?.Blocks() ?? [];
        var names = await community.Names(open.SelectMany(d => d.Positions.Select(p => p.PersonId).Append(d.ById)).Distinct());
        // Visitors know authors alone.
        var isVisitor = !(await current.Get()).IsSignedIn;
        return new NoteDisputes([.. open.Select(d => new DisputeView(d.Id, d.BlockId is { } block && blocks.Exists(b => b.Id == block) ? block : null, [.. d.Positions.Select(p => new Position(Name(p.PersonId), p.Text, p.Link))], Name(d.ById), d.At)
        {
            IsOfPassage = d.BlockId is not null
        })], blocks);

        Named Name(long id) => isVisitor ? new Named(0, text["Somebody"]) : new(id, names.TryGetValue(id, out var name) ? name.Name : "—");
    }
}

/// <summary>The positions that stand at a note, oldest first.</summary>
/// <param name="Blocks">Where the note's passages stand; empty where none is disputed.</param>
public sealed record NoteDisputes(IReadOnlyList<DisputeView> All, IReadOnlyList<PlacedBlock> Blocks)
{
    public static NoteDisputes None { get; } = new([], []);

    /// <summary>Those of the whole note, and of passages that it does not have any more.</summary>
    public IEnumerable<DisputeView> OnTop => All.Where(dispute => dispute.BlockId is null);

    public ILookup<long, DisputeView> AtPassages => All.Where(dispute => dispute.BlockId is not null).ToLookup(dispute => dispute.BlockId!.Value);
}

/// <summary>Two positions side by side.</summary>
/// <param name="BlockId">The passage of the newest revision that they stand at; null where they stand on top.</param>
public sealed record DisputeView(long Id, long? BlockId, IReadOnlyList<Position> Positions, Named By, DateTime At)
{
    /// <summary>Said of a passage, which may be gone by now.</summary>
    public bool IsOfPassage { get; init; }
}

/// <summary>One of them.</summary>
public sealed record Position(Named By, string Text, string Link);
