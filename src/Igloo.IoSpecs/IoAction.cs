using Igloo.Components;
using Igloo.Values;

namespace Igloo.IoSpecs;

/// <summary>An I/O action bio(v, w): an event of heaps and processes.</summary>
/// <param name="Operation">The I/O operation bio.</param>
/// <param name="Output">The output v, from the component's view.</param>
/// <param name="Input">The input w, from the component's view.</param>
/// <remarks>Igloo (OOPSLA 2020), section 5.1. Values are compared by value.</remarks>
public sealed record IoAction(string Operation, object Output, object Input)
{
    /// <summary>The action of a component's event. An internal event is a ghost operation with its parameters as output.</summary>
    /// <param name="e">The event.</param>
    public static IoAction Of(object e)
    {
        ArgumentNullException.ThrowIfNull(e);
        var signature = EventSignature.Of(e.GetType());
        return signature.Operation is { } operation
            ? new(operation.Name, signature.OutputOf(e), signature.InputOf(e))
            : new(signature.CaseType.Name, e, default(Unit));
    }

    /// <inheritdoc/>
    public override string ToString() => (Output, Input) switch
    {
        (Unit, Unit) => Operation,
        (_, Unit) => $"{Operation}({ValueText.Of(Output)})",
        (Unit, _) => $"{Operation}({ValueText.Of(Input)})",
        _ => $"{Operation}({ValueText.Of(Output)}, {ValueText.Of(Input)})",
    };
}
