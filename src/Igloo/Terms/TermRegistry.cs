using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using Igloo.Terms.Reading;

namespace Igloo.Terms;

/// <summary>Finds the terms of functions and the shapes of types, across assemblies. Safe to use from several threads.</summary>
public static class TermRegistry
{
    private static readonly ConcurrentDictionary<Type, TypeShape?> Shapes = new();
    private static readonly ConcurrentDictionary<FunctionReference, FunctionDefinition?> Functions = new();

    /// <summary>The model classes and theories that an assembly declares, generic ones open.</summary>
    /// <param name="assembly">The assembly.</param>
    public static IEnumerable<Type> Models(Assembly assembly) => TermModule.Of(assembly).Models;

    /// <summary>The shape of a type, or null for the built-in ones (bool, integers, string, collections, options).</summary>
    /// <param name="type">The type, with its type arguments.</param>
    public static TypeShape? FindShape(Type type) => Shapes.GetOrAdd(type, static t => ReadShape(t));

    /// <summary>The shape of a type that must have one.</summary>
    /// <param name="type">The type, with its type arguments.</param>
    /// <exception cref="MissingTermsException">The type is no part of a translated model.</exception>
    public static TypeShape Shape(Type type) =>
        FindShape(type) ?? throw new MissingTermsException($"The type {type} is not part of a translated model. Models need the Igloo generator in their own project.");

    /// <summary>The definition of a function as declared, without virtual dispatch.</summary>
    /// <param name="function">The function.</param>
    /// <exception cref="MissingTermsException">The function was not translated.</exception>
    public static FunctionDefinition Function(FunctionReference function) =>
        FindFunction(function) ?? throw new MissingTermsException(
            $"{function.Key} has no terms. If it is a helper in another assembly, mark it [Model] there; if it is in a model, the build reports why.");

    /// <summary>The definition of a function as declared, or null if it was not translated.</summary>
    /// <param name="function">The function.</param>
    public static FunctionDefinition? FindFunction(FunctionReference function) => Functions.GetOrAdd(function, static f => Read(f));

    /// <summary>The functions that a model class or theory declares itself, without generic ones: these have no terms before they are called.</summary>
    /// <param name="type">The class, with its type arguments.</param>
    public static ImmutableArray<FunctionDefinition> Declared(Type type)
    {
        var keys = TermModule.Of(type.Assembly).KeysOf(Open(type));
        return [.. keys.Where(k => !k.Contains("``", StringComparison.Ordinal)).Select(k => FindFunction(new FunctionReference(type, k, []))).OfType<FunctionDefinition>()];
    }

    /// <summary>The function that a call reaches if its receiver is an instance of the given class.</summary>
    /// <param name="receiverClass">The class of the receiver.</param>
    /// <param name="function">The function that the call names.</param>
    /// <exception cref="MissingTermsException">The function was not translated.</exception>
    public static FunctionDefinition Dispatch(Type receiverClass, FunctionReference function)
    {
        for (var type = receiverClass; type is not null && FindShape(type) is TypeShape.Class shape; type = shape.BaseType)
        {
            if (shape.Overrides.TryGetValue(function.Key, out var key))
            {
                return Function(new FunctionReference(type, key, function.TypeArguments));
            }
        }

        return Function(function);
    }

    private static FunctionDefinition? Read(FunctionReference function) =>
        TermModule.Of(function.DeclaringType.Assembly).Function(function.Key, function.DeclaringType, function.TypeArguments);

    private static TypeShape? ReadShape(Type type)
    {
        if (typeof(ITuple).IsAssignableFrom(type) && type.IsValueType && type.IsGenericType)
        {
            return new TypeShape.Record(type, [.. type.GetGenericArguments().Select((t, i) => new Field($"Item{i + 1}", t))]);
        }

        return type.IsGenericParameter || type.IsPrimitive ? null : TermModule.Of(type.Assembly).Shape(Open(type), type) ?? ReflectedShape.Of(type);
    }

    private static Type Open(Type type) => type.IsGenericType && !type.IsGenericTypeDefinition ? type.GetGenericTypeDefinition() : type;
}
