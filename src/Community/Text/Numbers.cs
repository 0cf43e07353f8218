using System.Globalization;

namespace Community.Text;

static class Numbers
{
    public static long Long(string digits) => long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
