namespace Community.Events;

/// <summary>A verb that the program itself runs every hour or more often, because a time has come: in short steps, again until nothing is left.</summary>
public interface ISweep
{
    /// <summary>How long to wait before it is run again.</summary>
    TimeSpan Every => TimeSpan.FromHours(1);

    /// <returns>How much was done; 0 when nothing is left.</returns>
    Task<int> Run(CancellationToken stop = default);
}
