namespace Igloo.Exploring.Searching;

/// <summary>The compiled <c>Next</c> threw, for example by overflow.</summary>
internal sealed class StepFault(Exception fault, object e) : Exception(fault.Message, fault)
{
    public Exception Fault { get; } = fault;

    public object Event { get; } = e;
}
