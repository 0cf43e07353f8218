using System.ServiceModel.Syndication;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml;

namespace Community.Web.Feeds;

/// <summary>Writes feeds: Atom (RFC 4287), and JSON Feed 1.1.</summary>
static class FeedFormats
{
    public const string Atom = "application/atom+xml";
    public const string Json = "application/feed+json";

    static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static byte[] AsAtom(Feed feed)
    {
        var written = new SyndicationFeed(Clean(feed.Title), Clean(feed.About), new Uri(feed.Address), feed.Own, feed.UpdatedAt) { Items = feed.Entries.Select(Item).ToList() };
        written.Links.Add(SyndicationLink.CreateSelfLink(new Uri(feed.Own), Atom));
        written.Authors.Add(new SyndicationPerson { Name = "Community" });
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false) })) new Atom10FeedFormatter(written).WriteTo(xml);
        return bytes.ToArray();
    }

    public static byte[] AsJson(Feed feed) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        version = "https://jsonfeed.org/version/1.1",
        feed.Title,
        description = feed.About.Length > 0 ? feed.About : null,
        homePageUrl = feed.Address,
        feedUrl = feed.Own,
        items = feed.Entries.Select(entry => new
        {
            id = entry.Address,
            url = entry.Address,
            entry.Title,
            contentHtml = entry.Html,
            datePublished = entry.CreatedAt,
            dateModified = entry.UpdatedAt,
            authors = new[] { new { name = entry.Author } },
            tags = entry.Tags.Count > 0 ? entry.Tags : null,
        }),
    }, Plain);

    static SyndicationItem Item(FeedEntry entry)
    {
        var item = new SyndicationItem(Clean(entry.Title), SyndicationContent.CreateHtmlContent(Clean(entry.Html)), new Uri(entry.Address), entry.Address, entry.UpdatedAt) { PublishDate = entry.CreatedAt };
        item.Authors.Add(new SyndicationPerson { Name = Clean(entry.Author) });
        foreach (var tag in entry.Tags) item.Categories.Add(new SyndicationCategory(tag));
        return item;
    }

    /// <summary>Without what XML cannot hold.</summary>
    static string Clean(string raw)
    {
        var isClean = true;
        for (var i = 0; i < raw.Length && isClean; i++) isClean = XmlConvert.IsXmlChar(raw[i]);
        if (isClean) return raw;

        var kept = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (XmlConvert.IsXmlChar(raw[i])) kept.Append(raw[i]);
            else if (i + 1 < raw.Length && XmlConvert.IsXmlSurrogatePair(raw[i + 1], raw[i])) kept.Append(raw[i]).Append(raw[++i]);
        }

        return kept.ToString();
    }
}
