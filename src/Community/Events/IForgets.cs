namespace Community.Events;

/// <summary>Keeps in memory what was read, and lets go of what an event changed.</summary>
public interface IForgets
{
    void Forget(Event happened);

    /// <summary>More happened than is worth looking at.</summary>
    void ForgetAll();
}
