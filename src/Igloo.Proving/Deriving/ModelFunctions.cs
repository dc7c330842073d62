using System.Collections.Immutable;
using System.Reflection;
using Igloo.Models;
using Igloo.Proving.Symbolic;
using Igloo.Terms;

namespace Igloo.Proving.Deriving;

/// <summary>The functions of a model class, those of its base classes included.</summary>
internal static class ModelFunctions
{
    /// <summary>All functions, those of the class itself first.</summary>
    internal static ImmutableArray<FunctionDefinition> Of(SymbolicValue.Object instance) =>
        [.. Evaluation.Levels(instance).SelectMany(level => TermRegistry.Declared(level.Type))];

    /// <summary>The functions with a role, in the order of declaration.</summary>
    internal static ImmutableArray<FunctionDefinition> All(ImmutableArray<FunctionDefinition> functions, FunctionRole role) =>
        [.. functions.Where(f => f.Role == role && f.Body is not null)];

    /// <summary>The functions with a role in the nearest class that has any.</summary>
    internal static ImmutableArray<FunctionDefinition> OfNearest(ImmutableArray<FunctionDefinition> functions, FunctionRole role)
    {
        var all = All(functions, role);
        return all.IsEmpty ? all : [.. all.Where(f => f.DeclaringType == all[0].DeclaringType)];
    }

    /// <summary>The nearest function with a role.</summary>
    internal static FunctionDefinition One(ImmutableArray<FunctionDefinition> functions, FunctionRole role, Type owner) =>
        functions.FirstOrDefault(f => f.Role == role && f.Body is not null)
        ?? throw new MissingTermsException($"{owner} has no translated {role}. The build of its project reports why.");

    /// <summary>The nearest function that is a part of a framework class under this name; an overload of the user's is none.</summary>
    internal static FunctionDefinition Named(ImmutableArray<FunctionDefinition> functions, string name, Type owner) =>
        functions.FirstOrDefault(f => f.Name == name && f.Body is not null && IsPart(f, owner))
        ?? throw new MissingTermsException($"{owner}.{name} was not translated. The build of its project reports why.");

    private static bool IsPart(FunctionDefinition function, Type owner)
    {
        var part = owner;
        while (part.Assembly != typeof(EventSystem).Assembly) part = part.BaseType!;
        return part.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Any(m => m.Name == function.Name && m.GetParameters().Select(p => p.ParameterType).SequenceEqual(function.Parameters.Select(p => p.Type)));
    }
}
