namespace Community.Governance;

/// <summary>Of what kind the reasons are for which something is taken out of sight or flagged: what a tombstone and the ledger say, in one word.</summary>
public enum ReasonClass
{
    /// <summary>It tells of a reader or a colleague what is theirs.</summary>
    Privacy,

    /// <summary>It tells what is not to be told.</summary>
    Confidential,

    /// <summary>It hurts somebody.</summary>
    Conduct,

    /// <summary>It uses what belongs to others.</summary>
    Copyright,

    /// <summary>It speaks for the institution, or says what is known to be wrong.</summary>
    Misleading,

    /// <summary>It does not belong where it stands.</summary>
    Order,

    /// <summary>A law or an order asks for it.</summary>
    Legal,
}
