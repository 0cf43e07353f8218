using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Community.Web.Frame;

/// <summary>Numbers in sentences: one, or many.</summary>
public static class Counted
{
    extension(IStringLocalizer text)
    {
        /// <summary><c>T.Count(n, "1 answer", "{0} answers")</c>; both are keys.</summary>
        public string Count(long n, string one, string many) => n == 1 ? text[one] : text[many, n.ToString("N0", CultureInfo.CurrentCulture)];
    }
}
