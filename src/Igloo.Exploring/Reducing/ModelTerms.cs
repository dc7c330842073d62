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
        TermRegistry.Declared(method.DeclaringType!)
            .FirstOrDefault(f => f.Name == method.Name && f.Body is not null && f.Parameters.Length == method.GetParameters().Length)
        ?? throw new MissingTermsException($"{TypeText.Of(method.DeclaringType!)}.{method.Name} has no terms. Build its project with the Igloo generator.");
}
