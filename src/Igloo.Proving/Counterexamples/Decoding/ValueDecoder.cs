using System.Collections.Immutable;
using System.Numerics;
using Igloo.Proving.Logic;
using Igloo.Proving.Symbolic;
using Igloo.Values;

namespace Igloo.Proving.Counterexamples.Decoding;

/// <summary>Reads symbolic values as C# values in the solver's model.</summary>
internal sealed class ValueDecoder
{
    private const int MaxKeys = 20_000;
    private const int MaxCount = 1_000;

    private readonly World world;
    private readonly FirstOrderModel model;
    private readonly Dictionary<Type, ImmutableArray<Key>> keys = [];
    private readonly Dictionary<Type, ImmutableArray<SymbolicValue>> beyond = [];
    private readonly Stack<string> path = new();

    internal ValueDecoder(World world, FirstOrderModel model)
    {
        this.world = world;
        this.model = model;
    }

    /// <summary>A key in both forms.</summary>
    internal sealed record Key(object? Value, SymbolicValue Symbolic);

    /// <summary>The places of collections that have infinitely many entries in the model, such as <c>Before.Seen</c>.</summary>
    internal SortedSet<string> Infinite { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether some total map has a default that matters and is its value at no key, so that texts must show it.</summary>
    internal bool HasHiddenDefaults { get; set; }

    /// <summary>A value.</summary>
    /// <param name="name">Where it stands, for <see cref="Infinite"/>.</param>
    /// <param name="value">The value.</param>
    /// <param name="type">Its declared C# type.</param>
    /// <exception cref="NotRepresentableException">It has no counterpart in C#.</exception>
    internal object? Read(string name, SymbolicValue value, Type type)
    {
        path.Push(path.TryPeek(out var outer) ? $"{outer}.{name}" : name);
        try
        {
            return Read(value, type);
        }
        finally
        {
            path.Pop();
        }
    }

    /// <summary>A value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="type">Its declared C# type.</param>
    /// <exception cref="NotRepresentableException">It has no counterpart in C#.</exception>
    internal object? Read(SymbolicValue value, Type type)
    {
        if (value is SymbolicValue.Optional optional)
            return optional.Value is { } present && Holds(optional.Present) ? Read(present, ClrTypes.WithoutOption(type)) : null;
        type = ClrTypes.WithoutOption(type);
        return value switch
        {
            SymbolicValue.Scalar scalar => Scalar(scalar.Expression, type),
            SymbolicValue.Record record => Record(record),
            SymbolicValue.Union union => Case(union),
            SymbolicValue.TheoryReference theory => world.Theory(theory),
            SymbolicValue.Object instance => Instance(instance),
            SymbolicValue.Domain => world.Domain(type),
            SymbolicValue.Function => throw new NotRepresentableException("A function is no value."),
            _ => CollectionReader.Of(type)?.Read(this, value) ?? throw new NotRepresentableException($"{type.Name} is no collection of Igloo."),
        };
    }

    /// <summary>Whether a formula holds.</summary>
    /// <exception cref="NotRepresentableException">The model does not determine it.</exception>
    internal bool Holds(Expression formula) =>
        model.Holds(formula, world.Lifting.Environment)
        ?? throw new NotRepresentableException($"The model does not determine {formula}.");

    /// <summary>The value of a length or a multiplicity.</summary>
    internal int Count(Expression number) =>
        Evaluate(number) is ModelValue.Integer { Value: var value } && value <= MaxCount
            ? (int)BigInteger.Max(value, 0)
            : throw new NotRepresentableException($"{number} is more than {MaxCount}.");

    /// <summary>Whether the model says anything about a value: it has a symbol that the model constrains, or none at all.</summary>
    /// <param name="value">The value.</param>
    /// <param name="type">Its declared C# type.</param>
    internal bool IsObserved(SymbolicValue value, Type type)
    {
        var symbols = Signature.Of(Parts(value, ClrTypes.WithoutOption(type))).Functions;
        return symbols.IsEmpty || symbols.Any(model.Symbols.Contains);
    }

    /// <summary>Everything that can be a key of the type, integers as far as the model mentions them.</summary>
    internal ImmutableArray<Key> Keys(Type type)
    {
        if (keys.TryGetValue(type, out var known)) return known;
        var values = Listed(type);
        if (values.Count > MaxKeys) throw new NotRepresentableException($"{Vocabulary.NameOf(type)} has {values.Count:N0} values here.");
        ImmutableArray<Key> found = [.. values.Select(v => new Key(v, world.Lifting.Lift(type, v)))];
        keys.Add(type, found);
        return found;
    }

    private IReadOnlyList<object> Listed(Type type)
    {
        try
        {
            return world.Universe.Values(type);
        }
        catch (Exploring.NotEnumerableException endless)
        {
            throw new NotRepresentableException($"A collection ranges over {Vocabulary.NameOf(type)}: {endless.Message}");
        }
    }

    /// <summary>Some keys beyond all integers that the model mentions; empty for finite types.</summary>
    internal ImmutableArray<SymbolicValue> Beyond(Type type)
    {
        if (beyond.TryGetValue(type, out var known)) return known;
        ImmutableArray<SymbolicValue> found = world.HasIntegers(type) ? [.. world.FarAway.Values(type).Select(v => world.Lifting.Lift(type, v))] : [];
        beyond.Add(type, found);
        return found;
    }

    /// <summary>Notes whether the collection that is being read is infinite.</summary>
    internal object Mark(object collection, bool isInfinite)
    {
        if (isInfinite) Infinite.Add(path.TryPeek(out var place) ? place : string.Empty);
        return collection;
    }

    /// <summary>The leaves of a value, those of collections at every key.</summary>
    private IEnumerable<Expression> Parts(SymbolicValue value, Type type) => value switch
    {
        SymbolicValue.Scalar scalar => [scalar.Expression],
        SymbolicValue.Record record => record.Values.Zip(ClrTypes.Fields(record.Type) ?? [], (v, f) => Parts(v, ClrTypes.WithoutOption(f.Type))).SelectMany(p => p),
        SymbolicValue.Union union => union.Cases.OfType<SymbolicValue.Record>().SelectMany(c => Parts(c, c.Type)).Prepend(union.Tag),
        SymbolicValue.Optional optional => [optional.Present, .. optional.Value is { } present ? Parts(present, type) : []],
        SymbolicValue.SetValue set => Keys(type.GetGenericArguments()[0]).Select(k => set.Contains(k.Symbolic)),
        SymbolicValue.Bag bag => Keys(type.GetGenericArguments()[0]).Select(k => bag.Count(k.Symbolic)),
        SymbolicValue.Sequence sequence => Parts(sequence.At(Fol.Integer(0)), ClrTypes.WithoutOption(type.GetGenericArguments()[0])).Prepend(sequence.Length),
        SymbolicValue.FiniteMap map => Keys(type.GetGenericArguments()[0])
            .SelectMany(k => Parts(map.Get(k.Symbolic), ClrTypes.WithoutOption(type.GetGenericArguments()[1])).Prepend(map.Contains(k.Symbolic))),
        SymbolicValue.MapValue map => Keys(type.GetGenericArguments()[0])
            .SelectMany(k => Parts(map.Get(k.Symbolic), ClrTypes.WithoutOption(type.GetGenericArguments()[1])))
            .Concat(Parts(map.Default, ClrTypes.WithoutOption(type.GetGenericArguments()[1]))),
        _ => [],
    };

    private ModelValue Evaluate(Expression expression) =>
        model.Evaluate(expression, world.Lifting.Environment)
        ?? throw new NotRepresentableException($"The model does not determine {expression}.");

    private object Scalar(Expression expression, Type type) => Evaluate(expression) switch
    {
        ModelValue.Boolean truth => truth.Value,
        ModelValue.Integer text when type == typeof(string) => Texts.Of(text.Value),
        ModelValue.Integer integer => ClrTypes.Integer(type, integer.Value),
        ModelValue.Element element => world.ElementOf(element),
        ModelValue.EnumerationConstant constant => Enum.Parse(type, constant.Sort.Constants[constant.Index]),
        var other => throw new NotRepresentableException($"{other} is no value of {type.Name}."),
    };

    private object Record(SymbolicValue.Record record)
    {
        if (ClrTypes.Fields(record.Type) is not { } fields || fields.Count != record.Values.Length)
            throw new NotRepresentableException($"{Vocabulary.NameOf(record.Type)} has no constructor from its fields.");
        var values = fields.Select((f, i) => Read(f.Name, record.Values[i], f.Type)).ToArray();
        return ClrTypes.ConstructorOf(record.Type) is { } constructor
            ? constructor.Invoke(values)
            : Activator.CreateInstance(record.Type, values)!;
    }

    private object Case(SymbolicValue.Union union)
    {
        var constant = (ModelValue.EnumerationConstant)Evaluate(union.Tag);
        return union.Cases[constant.Index] is { } fields
            ? Record(fields)
            : throw new NotRepresentableException($"The model chooses an impossible case of {Vocabulary.NameOf(union.Type)}.");
    }

    private object Instance(SymbolicValue.Object instance)
    {
        var constructor = instance.Type.GetConstructors().FirstOrDefault(c => c.GetParameters().Length == instance.Values.Length)
            ?? throw new NotRepresentableException($"{Vocabulary.NameOf(instance.Type)} has no constructor from its fields.");
        return constructor.Invoke([.. constructor.GetParameters().Select((p, i) => Read(instance.Values[i], p.ParameterType))]);
    }
}
