using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.ExceptionServices;
using Igloo.Trimming;

namespace Igloo.Terms.Evaluation;

/// <summary>Reads, builds and calls compiled objects.</summary>
internal static class NativeMembers
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly ConcurrentDictionary<(Type, string), Func<object, object?>> Readers = new();
    private static readonly ConcurrentDictionary<Type, ConstructorInfo?> Constructors = new();
    private static readonly ConcurrentDictionary<FunctionReference, MethodInfo> Methods = new();

    /// <summary>A field of a record or tuple, or a primary-constructor parameter of a model.</summary>
    public static object? Field(object target, string name) => Readers.GetOrAdd((target.GetType(), name), static k => Reader(k.Item1, k.Item2))(target);

    public static object Construct(Type type, object?[] arguments)
    {
        var native = NativeTypes.Of(type);
        var constructor = Constructors.GetOrAdd(native, static (t, term) => Constructor(t, term), type);
        return constructor is null ? Activator.CreateInstance(native.Kept())! : Unwrapped(() => constructor.Invoke(arguments))!;
    }

    public static object? Invoke(FunctionReference function, object? receiver, object?[] arguments)
    {
        var method = Methods.GetOrAdd(function, static f => Method(f));
        return Unwrapped(() => method.Invoke(receiver, arguments));
    }

    private static object? Unwrapped(Func<object?> invoke)
    {
        try
        {
            return invoke();
        }
        catch (TargetInvocationException exception) when (exception.InnerException is { } inner)
        {
            ExceptionDispatchInfo.Throw(inner);
            throw;
        }
    }

    private static Func<object, object?> Reader(Type type, string name)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            // The compiler keeps a captured parameter in a field named <name>P.
            if (t.Kept().GetField($"<{name}>P", Everything) is { } captured)
            {
                return captured.GetValue;
            }

            if (t.Kept().GetProperty(name, Everything) is { CanRead: true } property)
            {
                return property.GetValue;
            }

            if (t.Kept().GetField(name, Everything) is { } field)
            {
                return field.GetValue;
            }
        }

        throw new MissingTermsException($"{type.Name} does not keep the constructor parameter '{name}': no member of the class reads it.");
    }

    private static ConstructorInfo? Constructor(Type native, Type type)
    {
        var names = TermRegistry.Shape(type) switch
        {
            TypeShape.Record record => record.Fields.Select(f => f.Name),
            TypeShape.Class model => model.Fields.Select(f => f.Name),
            var shape => throw new MissingTermsException($"Terms do not construct a {shape.GetType().Name}."),
        };
        var wanted = names.ToList();
        var isTuple = native.IsValueType && native.FullName!.StartsWith("System.ValueTuple`", StringComparison.Ordinal);
        var constructor = native.Kept().GetConstructors().FirstOrDefault(c =>
            isTuple ? c.GetParameters().Length == wanted.Count : c.GetParameters().Select(p => p.Name).SequenceEqual(wanted));
        return constructor is not null || (wanted.Count == 0 && native.IsValueType)
            ? constructor
            : throw new MissingTermsException($"{native.Name} has no public constructor with the parameters {string.Join(", ", wanted)}.");
    }

    private static MethodInfo Method(FunctionReference function)
    {
        var definition = TermRegistry.Function(function);
        var declaring = NativeTypes.Of(function.DeclaringType).Kept();
        if (function.Key.StartsWith("P:", StringComparison.Ordinal))
        {
            return declaring.GetProperty(definition.Name, Everything)?.GetMethod ?? throw NotFound(function);
        }

        var candidates = declaring.GetMethods(Everything).Where(m => m.Name == definition.Name && m.GetGenericArguments().Length == function.TypeArguments.Length);
        var parameters = definition.Parameters.Select(p => NativeTypes.Of(p.Type)).ToList();
        foreach (var candidate in candidates)
        {
            var method = candidate.IsGenericMethodDefinition ? candidate.At([.. function.TypeArguments.Select(NativeTypes.Of)]) : candidate;
            if (method.GetParameters().Select(p => p.ParameterType).SequenceEqual(parameters))
            {
                return method;
            }
        }

        throw NotFound(function);
    }

    private static MissingTermsException NotFound(FunctionReference function) => new($"{function.Key} is not found in {function.DeclaringType.Name}. Rebuild the project.");
}
