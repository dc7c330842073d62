using System.Collections.Immutable;
using System.Reflection;
using Igloo.Models;
using Igloo.Proving.Deriving;
using Igloo.Terms;
using Igloo.Theories;

namespace Igloo.Proving;

/// <summary>What a model has to satisfy.</summary>
public static class Obligations
{
    /// <summary>
    /// The obligations of a model class: of an event system or component its own and those of its theories; of a refinement or an
    /// equality also those of both its systems; of a composition also those of its component.
    /// </summary>
    /// <param name="model">An event system, component, composition, refinement, equality or theory.</param>
    /// <exception cref="ArgumentException">The type is none of these, or is abstract.</exception>
    /// <exception cref="MissingTermsException">The model was not compiled with the generator.</exception>
    /// <remarks>
    /// A class that says something without first-order encoding has a single obligation, of kind <see cref="ObligationKind.Encoding"/>. What is above a
    /// system, and sees its automatic events, is looked for in the class's assembly and in those that this refers to.
    /// </remarks>
    public static ImmutableArray<Obligation> Of(Type model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var derivation = new Derivation(ModelScope.Of(model.Assembly));
        derivation.Add(model);
        return derivation.InOrder();
    }

    /// <summary>The obligations of all models that an assembly declares, each once: theories, then systems, then what connects them.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <exception cref="MissingTermsException">A model was not compiled with the generator.</exception>
    /// <remarks>As for single models; one that cannot be encoded leaves the others as they are.</remarks>
    public static ImmutableArray<Obligation> Of(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return Of([assembly]);
    }

    /// <summary>The obligations of all models that several assemblies declare, verified together, each once.</summary>
    /// <param name="assemblies">The assemblies.</param>
    /// <exception cref="MissingTermsException">A model was not compiled with the generator.</exception>
    /// <remarks>What is above a system, and sees its automatic events, is looked for in all of them and in those that they refer to.</remarks>
    public static ImmutableArray<Obligation> Of(ImmutableArray<Assembly> assemblies)
    {
        var derivation = new Derivation(ModelScope.Of(assemblies));
        foreach (var model in assemblies.SelectMany(a => TermRegistry.Models(a).Where(IsProvable).OrderBy(t => t.FullName, StringComparer.Ordinal))) derivation.Add(model);
        return derivation.InOrder();
    }

    private static bool IsProvable(Type type) =>
        !type.IsGenericTypeDefinition
        && (type.IsInterface
            ? typeof(ITheory).IsAssignableFrom(type)
            : !type.IsAbstract && (typeof(EventSystem).IsAssignableFrom(type) || typeof(Refinement).IsAssignableFrom(type) || typeof(Equality).IsAssignableFrom(type)));
}
