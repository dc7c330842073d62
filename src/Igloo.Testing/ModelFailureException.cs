using Igloo.Terms;
using Xunit.Sdk;

namespace Igloo.Testing;

/// <summary>
/// A model does not have a property that a test asks for. The stack trace names the clause of the model, so that a test runner
/// opens what the user wrote and not the framework.
/// </summary>
public sealed class ModelFailureException : Exception, IAssertionException
{
    private readonly string? place;

    /// <summary>A failure that no single clause is to blame for.</summary>
    /// <param name="message">What fails, and how.</param>
    public ModelFailureException(string message)
        : base(message)
    {
    }

    /// <summary>A failure of one clause.</summary>
    /// <param name="message">What fails, and how.</param>
    /// <param name="clause">The clause, as in <c>RingProtocol.PassedOnlySmaller</c>.</param>
    /// <param name="source">Where it is.</param>
    public ModelFailureException(string message, string clause, SourceSpan source)
        : base(message)
    {
        ArgumentNullException.ThrowIfNull(source);
        place = $"   at {clause} in {source.File}:line {source.Line}";
    }

    /// <summary>The clause of the model; the place in the test where no single clause is to blame.</summary>
    public override string? StackTrace => place ?? base.StackTrace;
}
