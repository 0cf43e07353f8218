namespace Community.Policies;

/// <summary>How much a template asks to be agreed before somebody speaks.</summary>
public enum PolicyPreset { Open, Balanced, Strict }
