using System.Collections.Immutable;
using System.Reflection;
using Igloo.Exploring.Reducing;
using Igloo.Models;
using Igloo.Terms;
using Igloo.Theories;

namespace Igloo.Exploring;

/// <summary>A property that a model or theory declares by an attribute.</summary>
/// <param name="Kind">What it claims.</param>
/// <param name="Method">The method.</param>
public sealed record ModelProperty(PropertyKind Kind, MethodInfo Method)
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.FlattenHierarchy;

    /// <summary>The name of the method.</summary>
    public string Name => Method.Name;

    /// <summary>The class or theory and the name: <c>RingProtocol.PassedOnlySmaller</c>.</summary>
    public string FullName => $"{TypeText.Of(Method.DeclaringType!)}.{Name}";

    /// <summary>Whether it asks for the set of earlier events.</summary>
    public bool NeedsPast => Method.GetParameters().Any(p => IsPast(p.ParameterType));

    /// <summary>Where it is declared, if the model was translated by the generator.</summary>
    public SourceSpan? Source => Definition?.Source;

    /// <summary>What it means in the words of its author; may be empty.</summary>
    public string Summary => Definition?.Summary ?? "";

    private FunctionDefinition? Definition => ModelTerms.Find(Method);

    /// <summary>The properties of states, steps and finite traces that a system declares or inherits, in the order of declaration.</summary>
    /// <param name="system">The system.</param>
    public static ImmutableArray<ModelProperty> Of(EventSystem system) => [.. AllOf(system).Where(p => !p.IsLiveness)];

    /// <summary>The properties of infinite runs that a system declares or inherits, in the order of declaration.</summary>
    /// <param name="system">The system.</param>
    public static ImmutableArray<ModelProperty> LivenessOf(EventSystem system) => [.. AllOf(system).Where(p => p.IsLiveness)];

    private bool IsLiveness => Kind is PropertyKind.Eventually or PropertyKind.LeadsTo;

    private static IEnumerable<ModelProperty> AllOf(EventSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        return system.GetType().GetMethods(Declared)
            .OrderBy(m => m.MetadataToken)
            .Select(m => (Method: m, Kind: KindOf(m)))
            .Where(m => m.Kind is not null)
            .Select(m => new ModelProperty(m.Kind!.Value, m.Method));
    }

    internal static bool IsPast(Type type) => type.IsOf(typeof(Past<>));

    internal static IEnumerable<MethodInfo> InitialMethods(EventSystem system) =>
        system.GetType().GetMethods(Declared).Where(m => m.IsDefined(typeof(InitialAttribute))).OrderBy(m => m.MetadataToken);

    private static PropertyKind? KindOf(MethodInfo method) =>
        method.IsDefined(typeof(InvariantAttribute)) ? PropertyKind.Invariant
        : method.IsDefined(typeof(LemmaAttribute)) ? PropertyKind.Lemma
        : method.IsDefined(typeof(StepPropertyAttribute)) ? PropertyKind.StepProperty
        : method.IsDefined(typeof(TracePropertyAttribute)) ? PropertyKind.TraceProperty
        : method.IsDefined(typeof(SometimesAttribute)) ? PropertyKind.Goal
        : method.IsDefined(typeof(TerminalAttribute)) ? PropertyKind.Terminal
        : method.IsDefined(typeof(EventuallyAttribute)) ? PropertyKind.Eventually
        : method.IsDefined(typeof(LeadsToAttribute)) ? PropertyKind.LeadsTo
        : method.IsDefined(typeof(AxiomAttribute)) ? PropertyKind.Axiom
        : null;
}
