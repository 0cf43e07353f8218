namespace Community.Events;

/// <summary>A verb that the program itself runs every hour, because a time has come: in short steps, again until nothing is left.</summary>
public interface ISweep
{
    /// <returns>How much was done; 0 when nothing is left.</returns>
    Task<int> Run(CancellationToken stop = default);
}
