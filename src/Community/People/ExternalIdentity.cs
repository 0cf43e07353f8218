namespace Community.People;

/// <summary>Who an imported person was where they came from.</summary>
public sealed class ExternalIdentity
{
    ExternalIdentity()
    {
    }

    public ExternalIdentity(Person person, string source, string externalId, string? url)
    {
        Person = person;
        Source = source;
        ExternalId = externalId;
        Url = url;
    }

    public long PersonId { get; private set; }

    public Person? Person { get; private set; }

    /// <summary>The site, such as <c>beer.meta</c>.</summary>
    public string Source { get; private set; } = "";

    public string ExternalId { get; private set; } = "";

    public string? Url { get; private set; }
}
