using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Igloo.Monitoring.Hosting.Tests;

/// <summary>The log records of monitors.</summary>
internal sealed class Records : ILoggerProvider, ILogger
{
    public ConcurrentQueue<(int Id, LogLevel Level, string Text)> All { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (eventId.Id is >= 7000 and < 8000) All.Enqueue((eventId.Id, logLevel, formatter(state, exception)));
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Dispose()
    {
    }
}
