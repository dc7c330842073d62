using Igloo.Exploring.Packed.Diagrams;
using Igloo.Terms;
using Igloo.Terms.Evaluation;

namespace Igloo.Exploring.Packed.Grounding;

/// <content>Records, cases, options and calls.</content>
internal sealed partial class Grounder
{
    private Value Field(Value target, string name, int path)
    {
        switch (target)
        {
            case Value.Undefined:
                return target;
            case Value.Structure structure:
                return structure.Fields[PlaceOf(structure.Type, name)];
            case Value.Variant variant:
                return variant.Cases.Aggregate((Value)Value.Undefined.Instance, (sum, c) => Merge(c.Guard, c.Content.Fields[PlaceOf(c.Content.Type, name)], sum));
            default:
                return Applied([target], path, values => NativeMembers.Field(values[0]!, name));
        }
    }

    private static int PlaceOf(Type type, string name)
    {
        var fields = TermRegistry.FindShape(type) switch
        {
            TypeShape.Record record => record.Fields,
            TypeShape.Class model => model.Fields,
            _ => [],
        };
        for (var i = 0; i < fields.Length; i++)
        {
            if (fields[i].Name == name) return i;
        }

        throw new GroundingException($"reads {type.Name}.{name}, which is not among its fields");
    }

    private Value Construct(ConstructTerm term, Scope scope, int path)
    {
        var fields = All(term.Arguments, scope, path);
        if (Array.Exists(fields, f => f is Value.Undefined)) return Value.Undefined.Instance;
        if (TermRegistry.FindShape(term.Type) is TypeShape.Class && Array.TrueForAll(fields, IsConstant))
        {
            // A model class keeps more than its parameters, so it is made by its own constructor where that is possible.
            return Applied(fields, path, values => NativeMembers.Construct(term.Type, values));
        }

        return new Value.Structure(NativeTypes.Of(term.Type), fields);
    }

    private Value With(WithTerm term, Scope scope, int path)
    {
        var target = Defined(Of(term.Target, scope, path), path);
        if (target is Value.Undefined) return target;
        var type = NativeTypes.Of(term.Type);
        Value[] fields = [.. AsStructure(target, type, path).Fields];
        foreach (var (name, update) in term.Updates)
        {
            var value = Of(update, scope, path);
            if (value is Value.Undefined) return value;
            fields[PlaceOf(type, name)] = value;
        }

        return new Value.Structure(type, fields);
    }

    private Value Test(Value target, Type caseType, int path) => target switch
    {
        Value.Undefined => target,
        Value.Structure structure => Constant(caseType.IsAssignableFrom(structure.Type)),
        Value.Variant variant => new Value.Truth(variant.Cases.Where(c => caseType.IsAssignableFrom(c.Content.Type)).Aggregate(ConditionTable.False, (sum, c) => conditions.Or(sum, c.Guard))),
        Value.Optional optional => new Value.Truth(conditions.And(optional.Present, Condition(Test(optional.Content, caseType, conditions.And(path, optional.Present))))),
        Value.Choice choice => new Value.Truth(Where(choice, caseType.IsInstanceOfType)),
        _ => Constant(true),
    };

    private Value Cast(Value target, Type type, int path)
    {
        switch (target)
        {
            case Value.Variant variant:
                var kept = variant.Cases.Where(c => type.IsAssignableFrom(c.Content.Type)).ToArray();
                var inside = kept.Aggregate(ConditionTable.False, (sum, c) => conditions.Or(sum, c.Guard));
                Undefine(conditions.And(path, conditions.Not(inside)));
                return kept is [var single] ? single.Content : kept.Length == 0 ? Value.Undefined.Instance : new Value.Variant(kept);
            case Value.Structure structure when !type.IsAssignableFrom(structure.Type):
                Undefine(path);
                return Value.Undefined.Instance;
            case Value.Choice choice when Array.Exists(choice.Alternatives, a => a.Content is not null && !type.IsInstanceOfType(a.Content)):
                Undefine(conditions.And(path, Where(choice, v => v is not null && !type.IsInstanceOfType(v))));
                return Chosen([.. choice.Alternatives.Where(a => a.Content is null || type.IsInstanceOfType(a.Content))]);
            case Value.Optional optional:
                return new Value.Optional(optional.Present, Cast(optional.Content, type, conditions.And(path, optional.Present)));
            default:
                return target;
        }
    }

    private Value Some(Value content) => content switch
    {
        Value.Undefined or Value.Choice => content,
        _ => new Value.Optional(ConditionTable.True, content),
    };

    private Value Has(Value target) => target is Value.Undefined ? target : new Value.Truth(AsOptional(target).Present);

    /// <summary>The value of an optional one; where it is absent there is no result.</summary>
    private Value Defined(Value value, int path)
    {
        if (value is not Value.Optional && !IsAbsent(value)) return value;
        var optional = AsOptional(value);
        Undefine(conditions.And(path, conditions.Not(optional.Present)));
        return optional.Content;
    }

    private Value Call(CallTerm call, Scope scope, int path)
    {
        var arguments = All(call.Arguments, scope, path);
        if (Array.Exists(arguments, a => a is Value.Undefined)) return Value.Undefined.Instance;
        if (call.Receiver is null) return Enter(call, TermRegistry.Function(call.Function), null, arguments, path);
        var receiver = Defined(Of(call.Receiver, scope, path), path);
        if (receiver is not Value.Choice { IsConstant: false } choice) return Enter(call, receiver, arguments, path);

        // Which function is called may depend on which object receives the call.
        Value result = Value.Undefined.Instance;
        foreach (var alternative in Reached(choice.Alternatives, path))
        {
            var value = Enter(call, Constant(alternative.Content), arguments, conditions.And(path, alternative.Guard));
            result = result is Value.Undefined ? value : Merge(alternative.Guard, value, result);
        }

        return result;
    }

    private Value Enter(CallTerm call, Value receiver, Value[] arguments, int path)
    {
        if (receiver is Value.Undefined) return receiver;
        var function = call.Function;
        var target = function.DeclaringType.IsInterface ? null
            : TermRegistry.FindShape(function.DeclaringType) is not TypeShape.Class ? TermRegistry.Function(function)
            : ClassOf(receiver) is { } actual && TermRegistry.FindShape(actual) is TypeShape.Class ? TermRegistry.Dispatch(actual, function)
            : null;
        return Enter(call, target, receiver, arguments, path);
    }

    private Value Enter(CallTerm call, FunctionDefinition? target, Value? receiver, Value[] arguments, int path)
    {
        if (target?.Body is not null) return Call(target, receiver, arguments, path);
        return receiver is null
            ? Applied(arguments, path, values => NativeMembers.Invoke(call.Function, null, values))
            : Applied([receiver, .. arguments], path, values => NativeMembers.Invoke(call.Function, values[0], values[1..]));
    }

    private static Type? ClassOf(Value receiver) => receiver switch
    {
        Value.Structure structure => structure.Type,
        Value.Choice choice => choice.Alternatives[0].Content?.GetType(),
        _ => null,
    };

    private static bool IsConstant(Value value) => value switch
    {
        Value.Truth { Condition: ConditionTable.True or ConditionTable.False } => true,
        Value.Choice choice => choice.IsConstant,
        Value.Structure structure => Array.TrueForAll(structure.Fields, IsConstant),
        _ => false,
    };

    /// <summary>A function of compiled code at all values that the arguments can have. Where it throws there is no result.</summary>
    private Value Applied(Value[] arguments, int path, Func<object?[], object?> function)
    {
        var failed = ConditionTable.False;
        var results = Products(arguments, path, values => new Box(values));
        var computed = new List<Guarded>(results.Count);
        foreach (var (guard, values) in results)
        {
            try
            {
                computed.Add(new Guarded(guard, function(((Box)values!).Values)));
            }
            catch (Exception fault) when (fault is not (GroundingException or OutOfMemoryException or MissingTermsException))
            {
                failed = conditions.Or(failed, guard);
            }
        }

        Undefine(conditions.And(path, failed));
        return Chosen(computed);
    }

    private sealed record Box(object?[] Values);
}
