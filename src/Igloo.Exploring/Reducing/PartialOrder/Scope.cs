using System.Collections.Immutable;
using Igloo.Terms;
using Igloo.Terms.Evaluation;

namespace Igloo.Exploring.Reducing.PartialOrder;

/// <summary>What is known of the variables in sight, and their values: all of them in a given state, otherwise those that no state changes.</summary>
/// <param name="Shades">What is known of each.</param>
/// <param name="Bindings">The values.</param>
internal sealed record Scope(ImmutableDictionary<VariableTerm, Shade> Shades, Bindings Bindings)
{
    /// <summary>The scope of a function whose parameters have known values.</summary>
    public static Scope Of(FunctionDefinition function, object receiver, IReadOnlyList<(VariableTerm Variable, Shade Shade)> parameters, Bindings bindings)
    {
        var shades = parameters.ToImmutableDictionary(p => p.Variable, p => p.Shade);
        return new Scope(function.Receiver is { } self ? shades.Add(self, new Shade.Known(receiver)) : shades, bindings);
    }

    /// <summary>With a variable of which only the shade is given; its value counts if the shade knows it.</summary>
    public Scope With(VariableTerm variable, Shade shade) =>
        new(Shades.SetItem(variable, shade), shade is Shade.Known known ? Bindings.With(variable, known.Value) : Bindings);

    /// <summary>With a variable of a known value.</summary>
    public Scope With(VariableTerm variable, object? value) => With(variable, new Shade.Known(value));
}
