using System.Reflection;
using Igloo.Components;
using Igloo.Trimming;

namespace Igloo.IoSpecs;

/// <summary>Which events a component has enabled in a state, over given candidate values.</summary>
public static class EnabledEvents
{
    private const int LargestProduct = 10_000;

    /// <summary>The instances of one event case over candidate values, at most 10,000.</summary>
    /// <param name="caseType">The case.</param>
    /// <param name="candidates">The values of its parameters.</param>
    public static IEnumerable<object> Instances(Type caseType, CandidateValues candidates)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        var constructor = ConstructorOf(caseType);
        return Product(Choices(constructor, candidates)).Take(LargestProduct).Select(constructor.Invoke);
    }

    /// <summary>Whether there are more instances than <see cref="Instances"/> gives.</summary>
    /// <param name="caseType">The case.</param>
    /// <param name="candidates">The values of its parameters.</param>
    public static bool IsCut(Type caseType, CandidateValues candidates)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        return Choices(ConstructorOf(caseType), candidates).Aggregate(1L, (product, choice) => Math.Min(product * choice.Length, LargestProduct + 1L)) > LargestProduct;
    }

    /// <summary>The instances of one event case that are enabled in a state.</summary>
    /// <typeparam name="TState">The states.</typeparam>
    /// <typeparam name="TEvent">The events.</typeparam>
    /// <param name="component">The component.</param>
    /// <param name="state">The state.</param>
    /// <param name="caseType">The case.</param>
    /// <param name="candidates">The values of its parameters.</param>
    /// <remarks>An instance on which the model fails with an exception is not enabled.</remarks>
    public static IEnumerable<TEvent> Of<TState, TEvent>(
        Component<TState, TEvent> component, TState state, Type caseType, CandidateValues candidates)
        where TState : class
        where TEvent : class
    {
        ArgumentNullException.ThrowIfNull(component);
        return Instances(caseType, candidates).Cast<TEvent>().Where(e => IsEnabled(component, state, e));
    }

    private static ConstructorInfo ConstructorOf(Type caseType)
    {
        ArgumentNullException.ThrowIfNull(caseType);
        return caseType.Kept().GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
    }

    private static object[][] Choices(ConstructorInfo constructor, CandidateValues candidates) => [.. constructor.GetParameters().Select(p => candidates.OfType(p.ParameterType).ToArray())];

    private static bool IsEnabled<TState, TEvent>(Component<TState, TEvent> component, TState state, TEvent e)
        where TState : class
        where TEvent : class
    {
        try
        {
            return component.Step(state, e) is not null;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return false;
        }
    }

    private static IEnumerable<object[]> Product(object[][] choices)
    {
        IEnumerable<object[]> product = [[]];
        return choices.Aggregate(product, (prefixes, choice) => prefixes.SelectMany(prefix => choice.Select(value => (object[])[.. prefix, value])));
    }
}
