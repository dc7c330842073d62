using Igloo.Generators.Diagnostics;
using Igloo.Generators.Notation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Igloo.Generators.Translation;

/// <content>Members: fields, computed properties, functions.</content>
internal sealed partial class FunctionTranslator
{
    private Expr Property(IPropertyReferenceOperation reference) =>
        Property(reference, reference.Instance is null ? null : Required(Value(reference.Instance, null), reference.Instance));

    private Expr Property(IPropertyReferenceOperation reference, Expr? target)
    {
        var property = reference.Property;
        var type = Ty.Of(property.Type);
        var declaring = property.ContainingType;
        if (declaring.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
        {
            // The target has been unwrapped on the way; HasValue asks for what was before.
            return property.Name == "HasValue" ? Has(Value(reference.Instance!, null)) : target!;
        }

        if (Known.Collection(declaring) is { } collection)
        {
            return CollectionProperty(collection, reference, target, type);
        }

        if (Known.IsSort(declaring) && Members.IsPositional(property))
        {
            throw Reject(Descriptors.SortMember, reference, Quote(reference), declaring.Name);
        }

        if (Known.IsBigInteger(declaring) && property.Name is "Zero" or "One")
        {
            return Integer(property.Name == "Zero" ? 0 : 1, type, reference);
        }

        if (Known.IsRecord(declaring) && !property.IsStatic && Members.IsPositional(property))
        {
            return Get(target!, property.Name, type, reference);
        }

        return property.IsIndexer
            ? throw Reject(Descriptors.Call, reference, Quote(reference), "Indexers are those of Map, FiniteMap and Seq.")
            : Call(property, target, [], type, reference, IsBase(reference.Instance));
    }

    private Expr Field(IFieldReferenceOperation reference) =>
        Field(reference, reference.Instance is null ? null : Required(Value(reference.Instance, null), reference.Instance));

    private Expr Field(IFieldReferenceOperation reference, Expr? target)
    {
        var field = reference.Field;
        if (field.ContainingType.IsTupleType)
        {
            return Get(target!, (field.CorrespondingTupleField ?? field).Name, Ty.Of(field.Type), reference);
        }

        return field.IsReadOnly
            ? Call(field, target, [], Ty.Of(field.Type), reference)
            : throw Reject(Descriptors.Expression, reference, $"The field '{field.Name}', which can change,", "Make it readonly.");
    }

    private Expr Invocation(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        var declaring = method.ContainingType;
        if (method.MethodKind == MethodKind.LocalFunction)
        {
            return Inline(invocation);
        }

        if (method is { Name: "Equals", IsStatic: false, Parameters.Length: 1 } && invocation.Instance is { } instance && IsEquals(method))
        {
            return Equal(Value(instance, null), Value(invocation.Arguments[0].Value, null), invocation);
        }

        if (method is { Name: "Equals", IsStatic: true, Parameters.Length: 2, ContainingType.SpecialType: SpecialType.System_Object })
        {
            return Equal(Value(invocation.Arguments[0].Value, null), Value(invocation.Arguments[1].Value, null), invocation);
        }

        if (Known.Collection(declaring) is { } collection)
        {
            return CollectionMethod(collection, invocation);
        }

        if (method.Name == "Find" && Known.FullName(declaring) is "Igloo.Values.FiniteMapOfStructs" or "Igloo.Values.FiniteMapOfReferences")
        {
            return Find(invocation);
        }

        if (Arithmetic(invocation) is { } arithmetic)
        {
            return arithmetic;
        }

        if (Known.FullName(declaring) == "Igloo.Components.Component`2" && method.Name is "IsInternal" or "IsWellTyped")
        {
            return Operation("Component" + method.Name, BoolType, invocation, Value(invocation.Arguments[0].Value, Ty.Of(method.Parameters[0].Type)));
        }

        unit.RequireCallable(method, invocation);
        var result = Ty.Of(method.ReturnType);
        var target = invocation.Instance is null ? null : Required(Value(invocation.Instance, null), invocation.Instance);
        return Call(method, target, Arguments(invocation.Arguments), result, invocation, IsBase(invocation.Instance));
    }

    private static bool IsEquals(IMethodSymbol method) =>
        method.ContainingType is { SpecialType: SpecialType.System_Object } or { Name: "IEquatable" }
        || (method.ContainingType is { TypeKind: TypeKind.Enum or TypeKind.Struct } or { IsRecord: true } or { SpecialType: SpecialType.System_String }
            && method.ReturnType.SpecialType == SpecialType.System_Boolean)
        || Known.Collection(method.ContainingType) is not null
        || method.ContainingType.SpecialType is SpecialType.System_Enum or SpecialType.System_ValueType;

    private static bool IsBase(IOperation? instance) => instance?.Syntax is BaseExpressionSyntax;

    private Expr? Arithmetic(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        if (!(Known.FullName(method.ContainingType) == "System.Math" || Known.IsBigInteger(method.ContainingType)) || !Known.IsInteger(method.ReturnType))
        {
            return null;
        }

        var name = method.Name switch { "Min" => "Minimum", "Max" => "Maximum", "Abs" => "Absolute", _ => null };
        if (name is null)
        {
            return null;
        }

        var type = Ty.Of(method.ReturnType);
        return Operation(name, type, invocation, [.. invocation.Arguments.OrderBy(a => a.Parameter!.Ordinal).Select(a => Value(a.Value, type))]);
    }

    /// <summary>A call of a translated member; a virtual one names the slot, so that the class of the receiver decides.</summary>
    private Expr Call(ISymbol member, Expr? target, IEnumerable<Node> arguments, Ty type, IOperation at, bool isBase = false)
    {
        var called = isBase ? member : Members.Slot(member);
        unit.Require(member, at, isBase);
        var declaring = Members.DeclaringType(called);
        var typeArguments = member is IMethodSymbol method ? method.TypeArguments : [];
        var parts = arguments.ToList();
        if (Members.IsExtensionBlock(member.ContainingType))
        {
            typeArguments = [.. member.ContainingType.TypeArguments, .. typeArguments];
            if (target is not null)
            {
                var parameter = unit.ExtensionParameter(member.ContainingType, at);
                parts.Insert(0, Coerce(target, Ty.Of(parameter.Type), at).Node);
                target = null;
            }
        }

        return new Expr(
            Node.List([
                Node.Word("call"),
                Type(type, at),
                Type(new Ty(declaring, false), at, isDeclaring: true),
                Node.Text(Members.Key(called)),
                Node.List(typeArguments.Select(t => Type(Ty.Of(t), at))),
                target?.Node ?? Node.Missing,
                .. parts]),
            type);
    }

    /// <summary>The body of a local function in place of its call.</summary>
    private Expr Inline(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        if (!localFunctions.TryGetValue(method, out var function) || function.Body is null)
        {
            throw Reject(Descriptors.Call, invocation, method.Name, "Make the local function a private method.");
        }

        // All arguments before any parameter: an argument may call the same function.
        var arguments = invocation.Arguments
            .Select(a => (a.Parameter, Value: Shared(Value(a.Value, Ty.Of(a.Parameter!.Type)), a.Parameter!.Name, a)))
            .ToList();
        if (!inlining.Add(method))
        {
            throw Reject(Descriptors.Recursion, invocation, method.Name, method.Name);
        }

        foreach (var (parameter, value) in arguments)
        {
            environment[parameter!] = value;
        }

        returnTypes.Push(Ty.Of(method.ReturnType));
        var body = Block(function.Body);
        returnTypes.Pop();
        inlining.Remove(method);
        return arguments.AsEnumerable().Reverse().Aggregate(body, (inner, a) => After(a.Value, a.Parameter!.Name, inner, invocation));
    }

    private Node Type(Ty type, IOperation at, bool isDeclaring) =>
        isDeclaring ? unit.Types.Declaring((INamedTypeSymbol)type.Symbol!, At(at), typeParameters) : Type(type, at);
}
