using System.Reflection;

namespace Igloo.Testing;

/// <summary>One row for each obligation of a model, of the systems that it connects, and of their theories.</summary>
/// <typeparam name="TModel">An event system, component, composition, refinement, equality or theory.</typeparam>
/// <example><code>[Theory, Obligations&lt;RingProtocol&gt;] public void Holds(Obligation obligation) => obligation.Discharge();</code></example>
public sealed class ObligationsAttribute<TModel> : ObligationsAttributeBase
{
    private protected override (Type Marker, bool WholeAssembly) Origin(MethodInfo testMethod) => (typeof(TModel), false);
}
