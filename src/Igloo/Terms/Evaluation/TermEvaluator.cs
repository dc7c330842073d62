using System.Collections.Immutable;
using Igloo.Components;
using Igloo.Models;

namespace Igloo.Terms.Evaluation;

/// <summary>
/// Evaluates terms over C# values. Operations of collections are those of <see cref="Values"/>, operations of theories those of the
/// instance that is passed. It is the second opinion on the translation: both must agree with the compiled code.
/// </summary>
/// <remarks>Stateless, and safe to use from several threads.</remarks>
public static class TermEvaluator
{
    /// <summary>The value of a term. An absent optional value is null, a present one is itself.</summary>
    /// <param name="term">The term.</param>
    /// <param name="values">The values of its free variables.</param>
    /// <exception cref="KeyNotFoundException">A free variable has no value.</exception>
    /// <exception cref="InvalidOperationException">The term is undefined at these values: the value of null, a case that it is not.</exception>
    public static object? Evaluate(Term term, IReadOnlyDictionary<VariableTerm, object?> values)
    {
        ArgumentNullException.ThrowIfNull(term);
        ArgumentNullException.ThrowIfNull(values);
        return Evaluation.Of(term, Bindings.Of(values));
    }

    /// <summary>The value of a function at arguments.</summary>
    /// <param name="function">The function, with a body.</param>
    /// <param name="receiver">The value of <c>this</c>; null for a static function.</param>
    /// <param name="arguments">The arguments.</param>
    /// <exception cref="MissingTermsException">The function has no body.</exception>
    public static object? Call(FunctionDefinition function, object? receiver, params IReadOnlyList<object?> arguments)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(arguments);
        return Evaluation.Of(BodyOf(function), Bindings.Of(function, receiver, arguments));
    }

    /// <summary>The function that a system uses for a member of its base class, by the class of the instance.</summary>
    /// <param name="model">An instance of a model class.</param>
    /// <param name="role">The role of the function.</param>
    /// <exception cref="MissingTermsException">The class has no such function.</exception>
    public static FunctionDefinition FunctionOf(object model, FunctionRole role)
    {
        ArgumentNullException.ThrowIfNull(model);
        for (var type = model.GetType(); type is not null; type = type.BaseType)
        {
            if (TermRegistry.Declared(type).FirstOrDefault(f => f.Role == role && f.Body is not null) is { } function)
            {
                return function;
            }
        }

        throw new MissingTermsException($"{model.GetType().Name} has no terms for {role}. Build its project with the Igloo generator.");
    }

    /// <summary>The function of a step of a run: Next, and of components Step, which is Next on well-typed events.</summary>
    /// <param name="system">The system.</param>
    /// <exception cref="MissingTermsException">Its class has no such function.</exception>
    public static FunctionDefinition StepOf(EventSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        return system.GetType().BaseOf(typeof(Component<,>)) is { } component
            ? TermRegistry.Declared(component).First(f => f.Name == nameof(Component<object, object>.Step))
            : FunctionOf(system, FunctionRole.Next);
    }

    /// <summary>Why a condition has its value: its parts with theirs.</summary>
    /// <param name="condition">A term of type bool.</param>
    /// <param name="values">The values of its free variables.</param>
    public static Explanation Explain(Term condition, IReadOnlyDictionary<VariableTerm, object?> values)
    {
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentNullException.ThrowIfNull(values);
        return Explainer.Explain(condition, Bindings.Of(values));
    }

    /// <summary>Why a predicate of a model has its value at arguments.</summary>
    /// <param name="predicate">The predicate, with a body.</param>
    /// <param name="receiver">The value of <c>this</c>; null for a static function.</param>
    /// <param name="arguments">The arguments.</param>
    public static Explanation Explain(FunctionDefinition predicate, object? receiver, params IReadOnlyList<object?> arguments)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        ArgumentNullException.ThrowIfNull(arguments);
        return Explainer.Explain(BodyOf(predicate), Bindings.Of(predicate, receiver, arguments));
    }

    /// <summary>Why an event is not enabled: the conditions that made Next null. Null if it is enabled.</summary>
    /// <param name="system">The system.</param>
    /// <param name="state">A state of it.</param>
    /// <param name="e">An event of it.</param>
    public static Refusal? WhyRefused(EventSystem system, object state, object e)
    {
        ArgumentNullException.ThrowIfNull(system);
        var next = FunctionOf(system, FunctionRole.Next);
        return RefusalSearch.Search(BodyOf(next), Bindings.Of(next, system, [state, e]), e);
    }

    private static Term BodyOf(FunctionDefinition function) =>
        function.Body ?? throw new MissingTermsException($"{function.Key} has no body: it is abstract, or an operation of a theory.");
}
