using System.Reflection;

namespace Igloo.Testing;

/// <summary>One row for each obligation of all models of an assembly, each once.</summary>
/// <typeparam name="TMarker">Any type of the assembly.</typeparam>
public sealed class AssemblyObligationsAttribute<TMarker> : ObligationsAttributeBase
{
    private protected override (Type Marker, bool WholeAssembly) Origin(MethodInfo testMethod) => (typeof(TMarker), true);
}
