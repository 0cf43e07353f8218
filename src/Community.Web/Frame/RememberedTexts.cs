using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Community.Web.Frame;

/// <summary>An area's texts, each looked up once: a page has hundreds of them, and the framework's own look-up makes a key of every one every time.</summary>
public sealed class RememberedTexts<T>(IStringLocalizerFactory factory) : IStringLocalizer<T>
{
    readonly IStringLocalizer texts = factory.Create(typeof(T));
    readonly ConcurrentDictionary<(string Name, CultureInfo Culture), LocalizedString> found = new();

    public LocalizedString this[string name]
    {
        get
        {
            var key = (name, CultureInfo.CurrentUICulture);
            if (found.TryGetValue(key, out var text)) return text;

            text = texts[name];
            // A key that is no text may have come from a reader; those are not collected.
            return text.ResourceNotFound ? text : found.GetOrAdd(key, text);
        }
    }

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var text = this[name];
            return new LocalizedString(name, string.Format(CultureInfo.CurrentCulture, text.Value, arguments), text.ResourceNotFound);
        }
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => texts.GetAllStrings(includeParentCultures);
}
