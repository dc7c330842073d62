using System.Collections.Immutable;

namespace Igloo.Exploring.Properties;

/// <summary>The compiled method of a property threw.</summary>
internal sealed class PropertyFault(Exception fault, ImmutableArray<Argument> arguments) : Exception(fault.Message, fault)
{
    public Exception Fault { get; } = fault;

    public ImmutableArray<Argument> Arguments { get; } = arguments;
}
