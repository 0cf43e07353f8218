using System.Diagnostics;
using System.Net;
using Community.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Community.Web.Tests.Safety;

/// <summary>Nobody learns here who has an account: not from words, not from the status, not from the work that is done.</summary>
public sealed class EnumerationTests : IAsyncLifetime
{
    const int Rounds = 8;

    readonly CountingHasher hasher = new();
    readonly SmtpSink mails = new();
    RunningSite site = null!;

    public async ValueTask InitializeAsync()
    {
        site = new RunningSite { Configure = builder => builder.Services.AddSingleton<IPasswordHasher<Account>>(hasher) };
        foreach (var (name, value) in mails.Settings) site.Settings[name] = value;
        foreach (var limit in new[] { "SignInTries", "SignInForAccount", "SignInFromAddress", "Asking", "MailsTo" }) site.Settings[$"Community:Limits:{limit}"] = "1000";
        await site.InitializeAsync();
        await site.Verb<DescribeInstitution>().Run(site.AdministratorId, "University Library", site.Address.ToString().TrimEnd('/'), SignUp.Open, "", "Etc/UTC");
        await site.Verb<ClosePerson>().Run(site.AdministratorId, await site.Person("Carl Closed"));
        await site.Person("Kim Known");
        await site.Verb<AddPerson>().Run(null, "Ines Invited", RunningSite.EmailOf("Ines Invited"), Governance.Role.Member, null, null);
    }

    [Theory]
    [InlineData("/sign-in", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/reset", HttpStatusCode.OK)]
    [InlineData("/sign-up", HttpStatusCode.OK)]
    public async Task Every_address_gets_the_same_answer_for_the_same_work(string path, HttpStatusCode status)
    {
        var emails = new[] { "Kim Known", "Nora Nobody", "Carl Closed", "Ines Invited" }.ToDictionary(name => name, RunningSite.EmailOf);
        var (answers, times) = (new Dictionary<string, HashSet<string>>(), emails.Keys.ToDictionary(name => name, _ => new List<double>()));
        for (var round = 0; round <= Rounds; round++)
            foreach (var (name, email) in emails)
            {
                using var browser = site.Visitor();
                await browser.Page(path);
                var (before, began) = (hasher.Count, Stopwatch.GetTimestamp());
                var answer = await browser.PostForm(path, [("email", email), ("password", "certainly not the right one")]);
                var (took, hashes) = (Stopwatch.GetElapsedTime(began).TotalMilliseconds, hasher.Count - before);
                // The first round pays for what is made once.
                if (round == 0) continue;

                times[name].Add(took);
                var page = (await answer.Text()).Replace(email, "EMAIL", StringComparison.OrdinalIgnoreCase);
                var main = page[page.IndexOf("<main", StringComparison.Ordinal)..];
                main = System.Text.RegularExpressions.Regex.Replace(main, "value=\"CfDJ8[^\"]+\"|[0-9]+ tries", "", System.Text.RegularExpressions.RegexOptions.NonBacktracking);
                var key = $"{(int)answer.StatusCode}, {hashes} hashes, {string.Join(',', answer.Headers.Select(header => header.Key).Where(header => header != "Set-Cookie").Order())}\n{main}";
                if (!answers.TryGetValue(key, out var same)) answers[key] = same = [];
                same.Add(name);
            }

        Assert.True(answers.Count == 1, string.Join("\n---\n", answers.Select(answer => string.Join(", ", answer.Value) + ": " + answer.Key)));
        Assert.StartsWith($"{(int)status}, 1 hashes", answers.Keys.Single(), StringComparison.Ordinal);
        var medians = times.ToDictionary(time => time.Key, time => time.Value.Order().ElementAt(Rounds / 2));
        Assert.True(medians.Values.Max() < 3 * medians.Values.Min() + 20, string.Join(", ", medians));
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        await mails.DisposeAsync();
    }

    sealed class CountingHasher : IPasswordHasher<Account>
    {
        readonly PasswordHasher<Account> real = new(Options.Create(new PasswordHasherOptions { IterationCount = 1_000 }));
        int count;

        public int Count => Volatile.Read(ref count);

        public string HashPassword(Account user, string password)
        {
            Interlocked.Increment(ref count);
            return real.HashPassword(user, password);
        }

        public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            Interlocked.Increment(ref count);
            return real.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
