namespace Community.People;

/// <summary>Somebody who was added.</summary>
/// <param name="Link">Where a password is chosen; null where one was given.</param>
public sealed record AddedPerson(long Id, MadeLink? Link);
