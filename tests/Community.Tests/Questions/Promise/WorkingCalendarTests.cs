using System.Globalization;
using Community.Questions.Promise;

namespace Community.Tests.Questions.Promise;

/// <summary>Working time over nights, weekends, holidays and changes of clocks. Times are local, in Berlin unless said otherwise; there clocks change on 29 March and 25 October 2026.</summary>
public sealed class WorkingCalendarTests
{
    static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    static readonly WorkingWeek EveryDay = new([.. Enumerable.Repeat(new WorkingSpan(0, 1440), 7)]);

    [Theory]
    [InlineData("2026-03-02 09:00", 8, "2026-03-02 17:00", "a whole day ends with it")]
    [InlineData("2026-03-02 10:30", 8, "2026-03-03 10:30", "over a night")]
    [InlineData("2026-03-02 07:00", 1, "2026-03-02 10:00", "before work it waits")]
    [InlineData("2026-03-02 18:00", 1, "2026-03-03 10:00", "after work it waits until the next day")]
    [InlineData("2026-03-06 16:00", 2, "2026-03-09 10:00", "over a weekend")]
    [InlineData("2026-03-07 12:00", 0.5, "2026-03-09 09:30", "asked on a Saturday")]
    [InlineData("2026-04-02 16:00", 2, "2026-04-07 10:00", "over Good Friday, the weekend and Easter Monday")]
    [InlineData("2026-03-27 16:00", 2, "2026-03-30 10:00", "over the change to summer time, ten o'clock is ten o'clock")]
    [InlineData("2026-10-23 16:00", 2, "2026-10-26 10:00", "and back")]
    public void So_much_later_in_working_time(string from, double hours, string expected, string why)
    {
        var calendar = new WorkingCalendar(Berlin, WorkingWeek.Default, Holidays("2026-04-03", "2026-04-06"));
        var due = calendar.Add(Utc(from), TimeSpan.FromHours(hours));

        Assert.True(Utc(expected) == due, $"{why}: {TimeZoneInfo.ConvertTimeFromUtc(due, Berlin):yyyy-MM-dd HH:mm}");
        Assert.Equal(TimeSpan.FromHours(hours), calendar.Between(Utc(from), due));
    }

    [Fact]
    public void The_night_of_the_change_is_an_hour_shorter_and_in_autumn_an_hour_longer()
    {
        var calendar = new WorkingCalendar(Berlin, EveryDay, Holidays());

        Assert.Equal(TimeSpan.FromHours(23), calendar.Between(Utc("2026-03-29 00:00"), Utc("2026-03-30 00:00")));
        Assert.Equal(TimeSpan.FromHours(25), calendar.Between(Utc("2026-10-25 00:00"), Utc("2026-10-26 00:00")));
    }

    [Fact]
    public void A_shift_that_begins_in_the_hour_that_is_left_out_begins_when_clocks_go_on()
    {
        var night = new WorkingCalendar(Berlin, new([new WorkingSpan(150, 300), null, null, null, null, null, null]), Holidays());

        // From half past two, which is not there, until five: two hours of real time, from three on.
        Assert.Equal(TimeSpan.FromHours(2), night.Between(Utc("2026-03-29 00:00"), Utc("2026-03-30 00:00")));
        // In autumn half past two comes twice; the shift begins with the first.
        Assert.Equal(TimeSpan.FromHours(3.5), night.Between(Utc("2026-10-25 00:00"), Utc("2026-10-26 00:00")));
    }

    [Fact]
    public void Adding_and_counting_agree_wherever_one_begins()
    {
        var random = new Random(20260302);
        var calendar = new WorkingCalendar(Berlin, WorkingWeek.Default, Holidays("2026-04-03", "2026-04-06", "2026-05-01"));
        for (var i = 0; i < 2_000; i++)
        {
            var from = Utc("2026-01-01 00:00").AddMinutes(random.Next(500_000));
            var working = TimeSpan.FromMinutes(1 + random.Next(6_000));
            var due = calendar.Add(from, working);
            Assert.Equal(working, calendar.Between(from, due));
            Assert.True(calendar.IsWorking(due.AddTicks(-1)), $"{from:O} + {working} ends at {due:O}, when nobody works");
            Assert.False(calendar.Between(from, due.AddMinutes(-1)) >= working);
        }
    }

    [Fact]
    public void What_nobody_can_keep_is_refused()
    {
        Assert.Throws<RefusedException>(() => new WorkingWeek([.. Enumerable.Repeat((WorkingSpan?)null, 7)]).Demand());
        Assert.Throws<RefusedException>(() => new WorkingWeek([null, new WorkingSpan(600, 540), null, null, null, null, null]).Demand());
        Assert.Equal(WorkingWeek.Default.Days, WorkingWeek.Parse(WorkingWeek.Default.ToString()).Days);
        Assert.Throws<RefusedException>(() => HolidayList.Parse("2026-12-25 Christmas Day\nNew Year"));
        Assert.Equal([(new DateOnly(2026, 12, 25), "Christmas Day"), (new DateOnly(2027, 1, 1), "")], HolidayList.Parse("2027-01-01\n\n 2026-12-25  Christmas Day \n"));
    }

    static HashSet<DateOnly> Holidays(params string[] days) => [.. days.Select(day => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture))];

    static DateTime Utc(string local) => TimeZoneInfo.ConvertTimeToUtc(DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), Berlin);
}
