using System.Collections.Immutable;
using System.Numerics;
using Igloo.Proving.Logic;
using Igloo.Terms;

namespace Igloo.Proving.Symbolic;

/// <summary>
/// Terms to symbolic values. What is decided by known cases and constants is decided here; the rest becomes expressions at the leaves.
/// Values where the model is undefined are arbitrary: definedness is an obligation of its own. Not safe for use by several threads.
/// </summary>
internal sealed partial class Evaluation(Vocabulary vocabulary)
{
    internal Vocabulary Vocabulary => vocabulary;

    internal SymbolicValue Evaluate(Term term, Bindings bindings)
    {
        try
        {
            return term switch
            {
                VariableTerm variable => bindings.Find(variable).Value(),
                LiteralTerm literal => OfLiteral(literal),
                LetTerm let => Evaluate(let.Body, Bind(let, bindings)),
                ConditionalTerm conditional => OfConditional(conditional, bindings),
                ConstructTerm construct => OfConstruct(construct, bindings),
                FieldTerm field => FieldOf(Evaluate(field.Target, bindings), field),
                WithTerm with => OfWith(with, bindings),
                CaseTestTerm test => new SymbolicValue.Scalar(IsCase(Evaluate(test.Target, bindings), test.CaseType)),
                CaseCastTerm cast => Cast(Evaluate(cast.Target, bindings), cast.Type),
                NoneTerm => SymbolicValue.Optional.None,
                SomeTerm some => new SymbolicValue.Optional(Fol.True, Evaluate(some.Value, bindings)),
                HasValueTerm has => new SymbolicValue.Scalar(PresenceOf(Evaluate(has.Target, bindings))),
                ValueTerm value => ValueOf(Evaluate(value.Target, bindings), value.Type),
                CallTerm call => OfCall(call, bindings),
                OperationTerm operation => OfOperation(operation, bindings),
                LambdaTerm lambda => OfLambda(lambda, bindings),
                _ => throw new UnsupportedModelException($"The term {term.GetType().Name} is unknown."),
            };
        }
        catch (UnsupportedModelException exception) when (exception.Span is null && term.Source is not null)
        {
            throw new UnsupportedModelException(exception.Explanation, term.Source);
        }
    }

    internal Expression Truth(Term term, Bindings bindings) => Scalar(Evaluate(term, bindings));

    internal Bindings Bind(LetTerm let, Bindings bindings) =>
        bindings.With(let.Variable, () => Evaluate(let.Value, bindings), let.Value, bindings);

    internal static Expression Scalar(SymbolicValue value) =>
        value is SymbolicValue.Scalar scalar ? scalar.Expression : throw new UnsupportedModelException($"A scalar was expected, not a {value.GetType().Name}.");

    /// <summary>Whether an optional value is there; of other values, always.</summary>
    internal static Expression PresenceOf(SymbolicValue value) => value is SymbolicValue.Optional optional ? optional.Present : Fol.True;

    /// <summary>The value of an optional value, arbitrary where it is absent.</summary>
    internal SymbolicValue ValueOf(SymbolicValue value, Type type) =>
        value is SymbolicValue.Optional optional ? optional.Value ?? Arbitrary(type) : value;

    internal Expression IsCase(SymbolicValue value, Type caseType) => value switch
    {
        SymbolicValue.Union union => union.Is(Hierarchies.IndexOf(vocabulary, union.Type, caseType)),
        SymbolicValue.Record record => Fol.Truth(record.Type == caseType || record.Type.IsSubclassOf(caseType)),
        SymbolicValue.Optional { Value: { } inner } optional => Fol.And(optional.Present, IsCase(inner, caseType)),
        SymbolicValue.Optional => Fol.False,
        _ => throw new UnsupportedModelException($"A test asks whether a {value.GetType().Name} is a {Vocabulary.NameOf(caseType)}."),
    };

    internal SymbolicValue Cast(SymbolicValue value, Type type)
    {
        switch (value)
        {
            case SymbolicValue.Union union when union.Type == type:
                return union;
            case SymbolicValue.Union union:
                return union.Cases[Hierarchies.IndexOf(vocabulary, union.Type, type)] ?? Arbitrary(type);
            case SymbolicValue.Record record when record.Type == type:
                return record;
            case SymbolicValue.Record record when vocabulary.ShapeOf(type) is TypeShape.Union:
                return Hierarchies.Widen(vocabulary, record, type);
            case SymbolicValue.Record record when Hierarchies.HierarchyOf(vocabulary, record.Type) is not null:
                return Arbitrary(type);
            case SymbolicValue.Optional optional:
                return Cast(optional.Value ?? Arbitrary(type), type);
            default:
                // Theories and models seen as another of their types stay what they are.
                return value;
        }
    }

    /// <summary>A value where the model says nothing: one unknown constant for each type.</summary>
    private SymbolicValue Arbitrary(Type type) => FreshValues.Of(vocabulary, $"undefined.{Vocabulary.NameOf(type)}", type);

    private SymbolicValue OfConditional(ConditionalTerm conditional, Bindings bindings)
    {
        var test = Truth(conditional.Test, bindings);
        if (test.IsTrue) return Evaluate(conditional.Then, bindings);
        if (test.IsFalse) return Evaluate(conditional.Otherwise, bindings);
        return Merging.Choose(vocabulary, test, Evaluate(conditional.Then, bindings), Evaluate(conditional.Otherwise, bindings));
    }

    private SymbolicValue.Scalar OfLiteral(LiteralTerm literal) => literal.Value switch
    {
        bool truth => new(Fol.Truth(truth)),
        BigInteger integer => new(Fol.Integer(integer)),
        Enum constant when vocabulary.SortOf(literal.Type) is Sort.Enumeration sort => new(Fol.Constant(sort, Enum.GetName(literal.Type, constant)!)),
        string text => new(Fol.Integer(Texts.NumberOf(text))),
        var value when Vocabulary.IsInteger(literal.Type) => new(Fol.Integer(new BigInteger(Convert.ToDecimal(value)))),
        var value => throw new UnsupportedModelException($"The constant {value} of type {Vocabulary.NameOf(literal.Type)} has no encoding."),
    };

    private SymbolicValue OfConstruct(ConstructTerm construct, Bindings bindings)
    {
        ImmutableArray<SymbolicValue> arguments = [.. construct.Arguments.Select(a => Evaluate(a, bindings))];
        return vocabulary.ShapeOf(construct.Type) switch
        {
            TypeShape.Record record => new SymbolicValue.Record(construct.Type, [.. record.Fields.Select(f => f.Name)], arguments),
            TypeShape.Class model => Instance(model, arguments),
            _ => throw new UnsupportedModelException($"{Vocabulary.NameOf(construct.Type)} is not part of the modelling subset: it cannot be constructed in a proof."),
        };
    }

    /// <summary>An instance of a model class with the parameters of its constructor.</summary>
    internal SymbolicValue.Object Instance(TypeShape.Class model, ImmutableArray<SymbolicValue> arguments)
    {
        SymbolicValue.Object? parent = null;
        if (model.BaseType is not null && vocabulary.ShapeOf(model.BaseType) is TypeShape.Class shape)
        {
            var bindings = Bindings.Empty;
            for (var i = 0; i < model.BaseParameters.Length; i++) bindings = bindings.With(model.BaseParameters[i], arguments[i]);
            parent = Instance(shape, [.. model.BaseArguments.Select(a => Evaluate(a, bindings))]);
        }

        return new(model.Type, [.. model.Fields.Select(f => f.Name)], arguments, parent);
    }

    private static SymbolicValue FieldOf(SymbolicValue target, FieldTerm field)
    {
        switch (target)
        {
            case SymbolicValue.Record record when record.Find(field.Name) is { } value:
                return value;
            case SymbolicValue.Optional { Value: { } inner }:
                return FieldOf(inner, field);
            case SymbolicValue.Object instance:
                // A parameter of the same name may exist at each level; the static type says which is meant.
                var exact = Levels(instance).FirstOrDefault(level => level.Type == field.Target.Type && level.Names.Contains(field.Name));
                if ((exact ?? Levels(instance).FirstOrDefault(level => level.Names.Contains(field.Name))) is { } owner)
                    return owner.Values[owner.Names.IndexOf(field.Name)];
                break;
        }

        throw new UnsupportedModelException($"The field {field.Name} of a {target.GetType().Name} is unknown.");
    }

    internal static IEnumerable<SymbolicValue.Object> Levels(SymbolicValue.Object instance)
    {
        for (var level = instance; level is not null; level = level.Base) yield return level;
    }

    private SymbolicValue.Record OfWith(WithTerm with, Bindings bindings)
    {
        var target = Evaluate(with.Target, bindings);
        if (target is SymbolicValue.Optional optional) target = ValueOf(optional, with.Type);
        if (target is not SymbolicValue.Record record) throw new UnsupportedModelException("'with' needs a record of one known case.");
        var values = record.Values.ToBuilder();
        foreach (var (name, update) in with.Updates) values[record.Names.IndexOf(name)] = Evaluate(update, bindings);
        return new SymbolicValue.Record(record.Type, record.Names, values.MoveToImmutable());
    }

    private SymbolicValue.Function OfLambda(LambdaTerm lambda, Bindings bindings) =>
        new([.. lambda.Parameters.Select(p => p.Type)], arguments =>
        {
            var inner = bindings;
            for (var i = 0; i < arguments.Length; i++) inner = inner.With(lambda.Parameters[i], arguments[i]);
            return Evaluate(lambda.Body, inner);
        });
}
