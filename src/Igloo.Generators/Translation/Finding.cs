using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Igloo.Generators.Translation;

/// <summary>Something in a model that lies outside the subset.</summary>
/// <param name="Descriptor">The kind.</param>
/// <param name="Location">Where.</param>
/// <param name="Arguments">The arguments of the message.</param>
internal sealed record Finding(DiagnosticDescriptor Descriptor, Location Location, params object[] Arguments)
{
    /// <summary>What a code fix needs to know.</summary>
    public ImmutableDictionary<string, string?> Properties { get; init; } = ImmutableDictionary<string, string?>.Empty;

    public Diagnostic ToDiagnostic() => Diagnostic.Create(Descriptor, Location, Properties, Arguments);
}
