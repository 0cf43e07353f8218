using Community.Topics.Holding;

namespace Community.Notes;

/// <summary>Revises notes whose new text waited.</summary>
public sealed class CarryOutNotes(ReviseNote revise) : ICarryOut
{
    public bool Takes(HeldRequest request) => request is HeldEdit { OfNote: true };

    async Task<long> ICarryOut.Run(Submission submission, HeldRequest request, CancellationToken stop)
    {
        var edit = (HeldEdit)request;
        await revise.Run(submission.PersonId, edit.PostId, edit.ToEdit() with { Merges = true }, submission.Speech, stop);
        return edit.PostId;
    }
}
