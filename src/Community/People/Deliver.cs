using Community.Store;

namespace Community.People;

/// <summary>Puts a link on its way to its reader in the transaction that makes it: the web writes a mail into the outbox.</summary>
public delegate void Deliver(CommunityContext db, string email, string name, MadeLink link);
