using System.Globalization;
using System.Text;
using Community.Topics.Moderating;
using Community.Web.Frame;
using Microsoft.AspNetCore.Mvc;

namespace Community.Web.Moderating;

/// <summary>The open ledger, for all staff: what was done under which rule, month by month, without a name.</summary>
public sealed class LedgerController(CurrentViewer current, ReadLedger read, ReasonWords words, TimeProvider clock) : Controller
{
    const int Months = 6;

    [HttpGet("/ledger")]
    public async Task<IActionResult> Show(string? month)
    {
        if (!(await current.Get()).IsStaff) return NotFound();

        var (shown, last) = (Of(month), This());
        var months = new List<LedgerMonth>();
        for (var back = Months - 1; back >= 0; back--) months.Add(await read.Run(shown.AddMonths(-back), shown.AddMonths(1 - back), HttpContext.RequestAborted));
        return View("Ledger", new LedgerPage(months[^1], months, shown.Year > 2000 ? Address(shown.AddMonths(-1)) : null, shown < last ? Address(shown.AddMonths(1)) : null));
    }

    /// <summary>A row for each month and rule.</summary>
    [HttpGet("/ledger.csv")]
    public async Task<IActionResult> Csv(string? month)
    {
        if (!(await current.Get()).IsStaff) return NotFound();

        var shown = Of(month);
        var lines = new StringBuilder("month,rule,reason,hidden,removed,purged,suspended,appealed,overturned\n");
        for (var back = Months - 1; back >= 0; back--)
        {
            var one = await read.Run(shown.AddMonths(-back), shown.AddMonths(1 - back), HttpContext.RequestAborted);
            foreach (var row in one.Rows)
                lines.Append(CultureInfo.InvariantCulture, $"{one.From:yyyy-MM},\"{row.Rule.Replace("\"", "\"\"", StringComparison.Ordinal)}\",{words.Of(row.Reason)},{row.Acts[LedgerAct.Hidden]},{row.Acts[LedgerAct.Removed]},{row.Acts[LedgerAct.Purged]},{row.Acts[LedgerAct.Suspended]},{row.Appealed},{row.Overturned}\n");
        }

        return File(Encoding.UTF8.GetBytes(lines.ToString()), "text/csv", "ledger.csv");
    }

    DateTime This() => clock.Now() is var now ? new DateTime(now.Year, now.Month, 1, 0, 0, 0, DateTimeKind.Utc) : default;

    /// <summary>The present one when it is none, or none yet.</summary>
    DateTime Of(string? month) =>
        DateTime.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var first) && first <= This() && first.Year >= 2000 ? first : This();

    static string Address(DateTime month) => string.Create(CultureInfo.InvariantCulture, $"/ledger?month={month:yyyy-MM}");
}
