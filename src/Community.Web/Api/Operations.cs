using Community.People;

namespace Community.Web.Api;

/// <summary>What calls have in common.</summary>
static class Operations
{
    public const string OnceHeader = "Idempotency-Key";

    extension<T>(T endpoint) where T : IEndpointConventionBuilder
    {
        /// <summary>Says in the description which statuses a call may be refused with, besides those that every call knows.</summary>
        public T Refuses(params int[] statuses)
        {
            foreach (var status in statuses) endpoint.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(Problem), [Problem.ContentType]));
            return endpoint;
        }

        public T TakesOnce() => endpoint.WithMetadata(new TakesOnceMark());
    }

    extension(HttpContext http)
    {
        /// <summary>Makes the same request with the same key one request; null without a key.</summary>
        /// <exception cref="RefusedException">The key is empty or too long.</exception>
        public Once? Once(params string?[] request) =>
            http.Request.Headers.TryGetValue(OnceHeader, out var key) ? Community.People.Once.Of(key.ToString(), [http.Request.Method, http.Request.Path.Value, .. request]) : null;
    }
}

/// <summary>That a call takes an idempotency key.</summary>
sealed record TakesOnceMark;
