using Community.Files;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.People;

/// <summary>Somebody chooses the picture that stands for them: its middle square, drawn anew.</summary>
public sealed class ChooseFace(CommunityStore store, Pictures pictures, UploadLimits limits, TimeProvider clock)
{
    /// <exception cref="RefusedException">Too large, no picture, or one that cannot be read.</exception>
    public async Task Run(long personId, Stream content, CancellationToken stop = default)
    {
        var drawn = await pictures.KeepSquares(content, limits.MaxBytes, Face.Widths, stop);
        await store.Write(async db =>
        {
            await db.PersonToChange(personId, stop);
            await db.Faces.Where(f => f.PersonId == personId).ExecuteDeleteAsync(stop);
            db.Faces.AddRange(drawn.Select(size => new Face(personId, size, clock.Now())));
            await db.SaveChangesAsync(stop);
        }, stop);
    }
}
