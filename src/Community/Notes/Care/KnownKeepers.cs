using Community.Events;
using Community.Store;

namespace Community.Notes.Care;

/// <summary>Who keeps a note, in memory until the log tells of something that may change it. It says nothing of who may see the note: ask only for those that came through the gate in this request.</summary>
public sealed class KnownKeepers : IForgets
{
    const int MostNotes = 5_000;

    readonly CommunityStore store;
    readonly Recent recent;
    readonly Remembered<long, NoteKeepers> known = new(MostNotes);

    public KnownKeepers(CommunityStore store, Recent recent)
    {
        (this.store, this.recent) = (store, recent);
        recent.Tell(this);
    }

    public async ValueTask<NoteKeepers> Of(long topicId)
    {
        await recent.CatchUp();
        if (known.TryGet(topicId, out var keepers)) return keepers;

        var round = known.Round;
        var read = (await store.Read(db => db.KeepersOf([topicId]))).GetValueOrDefault(topicId) ?? new NoteKeepers([], []);
        known.Keep(topicId, read, round);
        return read;
    }

    /// <summary>People come and go, change units and roles, and spaces their readers: all of it is rare beside reading.</summary>
    void IForgets.Forget(Event happened)
    {
        switch (happened.Kind)
        {
            case EventKind.PersonChanged or EventKind.Joined or EventKind.Left or EventKind.Rechartered or EventKind.Welcomed:
                known.ForgetAll();
                break;
            case EventKind.NoteStewarded or EventKind.NoteChecked or EventKind.NoteDoubted or EventKind.NoteJudged or EventKind.NoteKept or EventKind.Moved or EventKind.Started or EventKind.Imported when happened.TopicId is { } topicId:
                known.Forget(topicId);
                break;
        }
    }

    void IForgets.ForgetAll() => known.ForgetAll();
}
