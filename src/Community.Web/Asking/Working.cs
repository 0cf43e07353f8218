using Microsoft.Extensions.Localization;

namespace Community.Web.Asking;

/// <summary>Working time in words.</summary>
public static class Working
{
    extension(IStringLocalizer<AskingText> text)
    {
        public string Time(TimeSpan time) => (int)Math.Round(time.TotalMinutes) switch
        {
            < 60 and var minutes => text["{0} min", minutes],
            var minutes when minutes % 60 == 0 => text["{0} h", minutes / 60],
            var minutes => text["{0} h {1} min", minutes / 60, minutes % 60],
        };
    }
}
