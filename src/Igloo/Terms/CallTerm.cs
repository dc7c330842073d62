using System.Collections.Immutable;

namespace Igloo.Terms;

/// <summary>
/// A call of a function of a model, or of an operation of a theory. Virtual calls are resolved by the class of the receiver.
/// </summary>
/// <param name="function">What is called.</param>
/// <param name="receiver">The receiver, or null for a static function.</param>
/// <param name="arguments">The arguments.</param>
/// <param name="type">The type of the result.</param>
public sealed class CallTerm(FunctionReference function, Term? receiver, ImmutableArray<Term> arguments, Type type) : Term(type)
{
    /// <summary>What is called.</summary>
    public FunctionReference Function { get; } = function;

    /// <summary>The receiver, or null for a static function.</summary>
    public Term? Receiver { get; } = receiver;

    /// <summary>The arguments.</summary>
    public ImmutableArray<Term> Arguments { get; } = arguments;
}
