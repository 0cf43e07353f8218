using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Community.Topics;

/// <summary>What was typed into a form and not sent yet. Nothing of it is checked before it is sent, but its size.</summary>
/// <param name="Space">The slug that was chosen for a new topic.</param>
/// <param name="Tags">Subjects as they were typed.</param>
/// <param name="Summary">What changed, of an edit.</param>
/// <param name="ParentId">The post that a reply stands under.</param>
/// <param name="BaseRevision">The revision that an edit began from.</param>
/// <param name="Shape">Of a new note: whether it is written in the form with its headings, or free.</param>
/// <param name="Masked">Of a new question: it is to be asked without a name. Lost, it would be asked with one.</param>
/// <param name="Key">The hidden key of the form: the same text sent from another device is the same post.</param>
public sealed record DraftText(string Body, string Title = "", string Space = "", string Tags = "", string Summary = "", long? ParentId = null, int? BaseRevision = null, string Key = "", string Shape = "", bool Masked = false)
{
    /// <summary>Characters of all fields together.</summary>
    public const int MaxLength = 100_000;

    // As it was typed, so that a picture's address in it is found by LIKE.
    static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    [JsonIgnore]
    public bool IsEmpty => string.IsNullOrWhiteSpace(Body) && string.IsNullOrWhiteSpace(Title);

    [JsonIgnore]
    public int Length => Body.Length + Title.Length + Space.Length + Tags.Length + Summary.Length + Key.Length + Shape.Length;

    public string ToJson() => JsonSerializer.Serialize(this, Plain);

    public static DraftText OfJson(string json) => JsonSerializer.Deserialize<DraftText>(json, Plain)!;
}
