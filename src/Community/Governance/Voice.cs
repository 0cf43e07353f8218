namespace Community.Governance;

/// <summary>In whose name a post speaks.</summary>
public enum Voice { Personal, Unit, Institution }
