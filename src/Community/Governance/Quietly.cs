using System.Runtime.CompilerServices;

namespace Community.Governance;

/// <summary>What somebody does under a mask is logged without saying whose request it was: a line with a person beside a time would tell who asked.</summary>
public static class Quietly
{
    static readonly AsyncLocal<StrongBox<bool>?> Current = new();

    /// <summary>Begins to listen, for what runs from here on.</summary>
    /// <returns>True in it once something was done under a mask.</returns>
    public static StrongBox<bool> Listen() => Current.Value = new StrongBox<bool>();

    /// <summary>States that what runs now is done under a mask.</summary>
    public static void Go()
    {
        if (Current.Value is { } said) said.Value = true;
    }
}
