namespace Community.Policies;

/// <summary>What a policy is about.</summary>
public enum PolicyKind
{
    /// <summary>How the institution and its people speak in public media.</summary>
    SocialMedia,

    /// <summary>How people treat each other here.</summary>
    Conduct,

    /// <summary>What is kept about people.</summary>
    Privacy,

    Other,
}
