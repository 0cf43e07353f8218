namespace Community;

/// <summary>What kind of refusal; the web turns it into 403, 404, 409, 422, 413 or 429.</summary>
public enum Refusal { Invalid, Forbidden, NotFound, Conflict, TooLarge, TooMany }

/// <summary>An expected refusal with a sentence for the reader that says what to do. <see cref="Sentence"/> is the key of the interface text, <see cref="Arguments"/> fill its places; <see cref="Field"/> names the form field it belongs to, if any.</summary>
public class RefusedException(Refusal kind, string sentence, params object[] arguments)
    : Exception(string.Format(System.Globalization.CultureInfo.InvariantCulture, sentence, arguments))
{
    public Refusal Kind { get; } = kind;

    public string Sentence { get; } = sentence;

    public IReadOnlyList<object> Arguments { get; } = arguments;

    public string? Field { get; init; }
}
