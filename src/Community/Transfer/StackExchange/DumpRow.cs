using System.Globalization;
using System.Xml;

namespace Community.Transfer.StackExchange;

/// <summary>One <c>row</c> element: its attributes, and where it stands. <paramref name="Offset"/> and <paramref name="Length"/> are bytes of the file.</summary>
sealed record DumpRow(string File, long Line, long Offset, int Length, long Id, IReadOnlyDictionary<string, string> Values)
{
    // A dump holds character references such as &#x1F; that XML forbids and people typed.
    static readonly XmlReaderSettings Settings = new() { ConformanceLevel = ConformanceLevel.Fragment, CheckCharacters = false, DtdProcessing = DtdProcessing.Prohibit };

    public string? this[string name] => Values.GetValueOrDefault(name);

    public long? Number(string name) =>
        long.TryParse(this[name], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public DateTime? Time(string name) =>
        DateTime.TryParse(this[name], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;

    /// <summary>Where it stands and which row it is, for the report.</summary>
    public string Example(string about = "") => string.Create(CultureInfo.InvariantCulture, $"{File} line {Line}: row {Id}{(about.Length > 0 ? ", " : "")}{about}");

    /// <exception cref="XmlException">It is no whole element, or has no number for its id.</exception>
    public static DumpRow Parse(string text, string file, DumpLine from, DumpLine to)
    {
        using var reader = XmlReader.Create(new StringReader(text), Settings);
        reader.Read();
        var values = new Dictionary<string, string>(16);
        while (reader.MoveToNextAttribute()) values[reader.Name] = DumpText.WithoutHalves(reader.Value);

        if (!long.TryParse(values.GetValueOrDefault("Id"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id)) throw new XmlException("It has no Id.");

        return new DumpRow(file, from.Number, from.Offset, (int)(to.Offset + to.Length - from.Offset), id, values);
    }
}
