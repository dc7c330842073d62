using Igloo.Viewing.Traces;

namespace Igloo.Cli.Exploring;

/// <summary>A run that is worth a file.</summary>
/// <param name="Document">The run.</param>
/// <param name="IsCounterexample">Whether it refutes something.</param>
internal sealed record FoundTrace(TraceDocument Document, bool IsCounterexample);
