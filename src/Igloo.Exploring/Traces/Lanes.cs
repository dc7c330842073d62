using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using Igloo.Components;
using Igloo.Models;
using Igloo.Values;

namespace Igloo.Exploring.Traces;

/// <summary>Who takes part in the events of a system: each component and the environment of a composition, or the system as a whole.</summary>
public sealed class Lanes
{
    /// <summary>The environment of a composition.</summary>
    public const string Environment = "environment";

    private readonly EventSystem system;
    private readonly bool isComposition;

    private Lanes(EventSystem system, bool isComposition, ImmutableArray<string> names)
    {
        this.system = system;
        this.isComposition = isComposition;
        Names = names;
    }

    /// <summary>All of them, components first.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>The lanes of a system.</summary>
    /// <param name="system">The system.</param>
    public static Lanes Of(EventSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        var names = ImmutableArray.CreateBuilder<string>();
        switch (CompositionOf(system.GetType())?.GetGenericArguments().Length)
        {
            case 5:
                names.AddRange(Family(system, "Indices", "Component"));
                break;
            case 8:
                names.AddRange(Family(system, "FirstIndices", "First"));
                names.AddRange(Family(system, "SecondIndices", "Second"));
                break;
            default:
                return new(system, false, [TypeText.Of(system.GetType())]);
        }

        names.Add(Environment);
        return new(system, true, names.ToImmutable());
    }

    /// <summary>Who takes part in an event: the component first, where there is one.</summary>
    /// <param name="e">An event of the system.</param>
    public ImmutableArray<string> Of(object e)
    {
        ArgumentNullException.ThrowIfNull(e);
        if (!isComposition) return Names;
        return e.GetType().Name switch
        {
            "Internal" => [Name("Component", Member(e, "Component"))],
            "InternalFirst" => [Name("First", Member(e, "Component"))],
            "InternalSecond" => [Name("Second", Member(e, "Component"))],
            _ => Partner(Member(e, "Own")) is { } partner ? [partner, Environment] : [Environment],
        };
    }

    private static Type? CompositionOf(Type? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (!type.IsGenericType) continue;
            var definition = type.GetGenericTypeDefinition();
            if (definition == typeof(Composition<,,,,>) || definition == typeof(Composition<,,,,,,,>)) return type;
        }

        return null;
    }

    private static IEnumerable<string> Family(EventSystem system, string indices, string component) =>
        ((IEnumerable)Member(system, indices)).Cast<object>().Select(index => Name(system, component, index));

    private static object Member(object target, string name) =>
        target.GetType().GetProperty(name)!.GetMethod!.Invoke(target, BindingFlags.DoNotWrapExceptions, null, null, null)!;

    private static object? Call(object target, string name, object argument) =>
        target.GetType().GetMethods().First(m => m.Name == name && m.GetParameters() is [var only] && only.ParameterType.IsInstanceOfType(argument))
            .Invoke(target, BindingFlags.DoNotWrapExceptions, null, [argument], null);

    private static string Name(EventSystem system, string component, object index) =>
        $"{Call(system, component, index)!.GetType().Name} {ValueText.Of(index)}";

    private string Name(string component, object index) => Name(system, component, index);

    private string? Partner(object environmentEvent)
    {
        if (Call(system, "Partner", environmentEvent) is not { } step) return null;
        var family = step.GetType().Name switch
        {
            "OfFirst" => "First",
            "OfSecond" => "Second",
            _ => "Component",
        };
        return Name(family, Member(step, "Component"));
    }
}
