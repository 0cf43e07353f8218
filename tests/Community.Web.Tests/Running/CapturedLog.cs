using System.Collections.Concurrent;
using Community.Web.Running;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Community.Web.Tests.Running;

/// <summary>Keeps what the program's own form of the log makes of every line.</summary>
public sealed class CapturedLog : ILoggerProvider, ISupportExternalScope
{
    readonly JsonLines form = new(TimeProvider.System);
    readonly ConcurrentQueue<string> lines = new();
    IExternalScopeProvider? scopes;

    public IReadOnlyCollection<string> Lines => lines;

    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    public void Dispose()
    {
    }

    sealed class Category(CapturedLog log, string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => log.scopes?.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            using var line = new StringWriter();
            log.form.Write(new LogEntry<TState>(logLevel, name, eventId, state, exception, formatter), log.scopes, line);
            log.lines.Enqueue(line.ToString());
        }
    }
}
