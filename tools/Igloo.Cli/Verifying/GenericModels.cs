using System.Collections.Immutable;
using System.Reflection;
using Igloo.Models;
using Igloo.Terms;

namespace Igloo.Cli.Verifying;

/// <summary>Models with type parameters: nothing is proved of them before somebody names the types.</summary>
internal static class GenericModels
{
    /// <summary>What to do about one.</summary>
    public const string Advice = "It is proved for the types with which a refinement, a composition or a test ([Obligations<Model<Type>>]) names it.";

    /// <summary>The generic event systems, refinements and equalities of assemblies that are not abstract.</summary>
    public static ImmutableArray<Type> Of(IEnumerable<Assembly> assemblies) =>
    [
        .. assemblies.SelectMany(TermRegistry.Models)
            .Where(t => t is { IsGenericTypeDefinition: true, IsAbstract: false, IsInterface: false } && IsProvable(t))
            .OrderBy(t => t.FullName, StringComparer.Ordinal),
    ];

    /// <summary>Whether a model is a generic one with type arguments.</summary>
    public static bool IsInstance(Type model, Type generic) => model.IsConstructedGenericType && model.GetGenericTypeDefinition() == generic;

    /// <summary>The name with its type parameters: <c>Register&lt;T&gt;</c>.</summary>
    public static string NameOf(Type generic) => $"{generic.Name.Split('`')[0]}<{string.Join(", ", generic.GetGenericArguments().Select(a => a.Name))}>";

    private static bool IsProvable(Type type) =>
        typeof(EventSystem).IsAssignableFrom(type) || typeof(Refinement).IsAssignableFrom(type) || typeof(Equality).IsAssignableFrom(type);
}
