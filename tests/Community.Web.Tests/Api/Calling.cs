using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Community.People;

namespace Community.Web.Tests.Api;

/// <summary>What a program does with the API.</summary>
public static class Calling
{
    extension(RunningSite site)
    {
        /// <summary>A program with a token of this person; without one when null.</summary>
        public async Task<HttpClient> Program(long? personId)
        {
            var program = site.Visitor();
            if (personId is not null) program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await site.Verb<MakeToken>().Run(personId.Value, "tests"));
            return program;
        }
    }

    extension(HttpClient program)
    {
        /// <param name="body">Something to be sent as JSON; a string is sent as it is.</param>
        public async Task<Answer> Call(string method, string path, object? body = null, string? key = null)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path.StartsWith('/') ? path : "/api/v1/" + path, UriKind.Relative));
            if (body is not null) request.Content = new StringContent(body as string ?? JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
            if (key is not null) request.Headers.Add("Idempotency-Key", key);
            var answer = await program.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            return new Answer((int)answer.StatusCode, text, answer);
        }

        public Task<Answer> Read(string path) => program.Call("GET", path);
    }

    public sealed record Answer(int Status, string Text, HttpResponseMessage Message)
    {
        public JsonElement Json { get; } = Text.Length == 0 || Message.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) != true ? default : JsonDocument.Parse(Text).RootElement;

        public JsonElement this[string name] => Json.GetProperty(name);

        public long Id => this["id"].GetInt64();

        /// <summary>A problem as RFC 9457 has it, and nothing that a page would bring.</summary>
        public Answer Problem(int status)
        {
            Assert.Equal((status, "application/problem+json"), (Status, Message.Content.Headers.ContentType?.MediaType));
            Assert.Equal(status, this["status"].GetInt32());
            Assert.NotEqual("", this["title"].GetString());
            Assert.NotEqual("", this["detail"].GetString());
            Assert.False(Message.Headers.Contains("Set-Cookie"));
            return this;
        }
    }
}
