using System.Reflection;
using Igloo.Models;
using Igloo.Terms;
using Igloo.Terms.Evaluation;

namespace Igloo.Exploring.Reducing;

/// <summary>The terms behind the parts of a system that exploration executes.</summary>
internal static class ModelTerms
{
    /// <summary>The transition function.</summary>
    /// <exception cref="MissingTermsException">The model was not translated.</exception>
    public static FunctionDefinition Next(EventSystem system) => TermEvaluator.FunctionOf(system, FunctionRole.Next);

    /// <summary>The initial state, or the methods that yield initial states.</summary>
    /// <exception cref="MissingTermsException">The model was not translated.</exception>
    public static IEnumerable<FunctionDefinition> Initial(EventSystem system)
    {
        var methods = ModelProperty.InitialMethods(system).ToArray();
        return methods.Length == 0 ? [TermEvaluator.FunctionOf(system, FunctionRole.Initial)] : methods.Select(Of);
    }

    /// <summary>A method of a model.</summary>
    /// <exception cref="MissingTermsException">It was not translated.</exception>
    public static FunctionDefinition Of(MethodInfo method) =>
        (Find(method) is { Body: not null } found ? found : null)
        ?? throw new MissingTermsException($"{TypeText.Of(method.DeclaringType!)}.{method.Name} has no terms. Build its project with the Igloo generator.");

    /// <summary>A method of a model, or null if it was not translated.</summary>
    public static FunctionDefinition? Find(MethodInfo method) => TermRegistry.Declared(method.DeclaringType!).FirstOrDefault(f => IsOf(f, method));

    /// <summary>Whether a function is the translation of a method of its class: overloads differ in the types of their parameters.</summary>
    public static bool IsOf(FunctionDefinition function, MethodInfo method) =>
        function.Name == method.Name && function.Parameters.Length == method.GetParameters().Length
        && function.Parameters.Zip(method.GetParameters()).All(p => IsSame(p.First.Type, p.Second.ParameterType));

    // The terms have options where C# has nullable structs and annotated references.
    private static bool IsSame(Type term, Type compiled)
    {
        if (term.IsOf(typeof(Option<>))) return IsSame(term.GetGenericArguments()[0], Nullable.GetUnderlyingType(compiled) ?? compiled);
        if (!term.IsGenericType || !compiled.IsGenericType) return term == compiled;
        return term.GetGenericTypeDefinition() == compiled.GetGenericTypeDefinition()
            && term.GetGenericArguments().Zip(compiled.GetGenericArguments()).All(a => IsSame(a.First, a.Second));
    }
}
