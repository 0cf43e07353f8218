using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Community.Tests.Text;

/// <summary>What any rendered text must satisfy, whatever was written.</summary>
static class Fence
{
    static readonly HashSet<string> Tags =
    [
        .. ("a abbr b blockquote br code dd del details div dl dt em figure figcaption h1 h2 h3 h4 h5 h6 hr i img input ins kbd li mark ol p pre q s samp section small "
            + "span strong sub summary sup table tbody td tfoot th thead time tr u ul").Split(' '),
    ];

    static readonly HashSet<string> Attributes =
        ["href", "src", "alt", "title", "rel", "class", "id", "start", "loading", "tabindex", "type", "disabled", "checked", "aria-label", "data-post", "data-rev"];

    static readonly HashSet<string> Classes = [.. "math footnotes contains-task-list task-list-item quote scroll mention tag footnote-ref footnote-back-ref center start end".Split(' ')];

    public static void Holds(string html, string prefix)
    {
        var document = new HtmlParser().ParseDocument("<body>" + html);
        Assert.Empty(document.Head!.Children);
        foreach (var element in document.Body!.Descendants<IElement>())
        {
            Assert.Contains(element.LocalName, Tags);
            Assert.Equal("http://www.w3.org/1999/xhtml", element.NamespaceUri);
            foreach (var attribute in element.Attributes) Holds(element, attribute, prefix);
            if (element.LocalName == "input") Assert.True(element.HasAttribute("disabled") && element.GetAttribute("type") == "checkbox");
            if (element.LocalName == "img") Assert.StartsWith("/files/", element.GetAttribute("src"));
        }
    }

    static void Holds(IElement element, IAttr attribute, string prefix)
    {
        Assert.Contains(attribute.Name, Attributes);
        if (attribute.Name == "id") Assert.StartsWith(prefix, attribute.Value);
        if (attribute.Name == "class") Assert.True(Classes.Contains(attribute.Value) || (element.LocalName == "code" && attribute.Value.StartsWith("language-", StringComparison.Ordinal)));
        if (attribute.Name == "tabindex") Assert.Equal("0", attribute.Value);
        if (attribute.Name is "href" or "src")
            Assert.True(attribute.Value is ['/', not '/', ..] or "/" or ['#', ..] || attribute.Value.Split(':')[0].ToLowerInvariant() is "http" or "https" or "mailto", attribute.Value);
    }
}
