using System.Collections.Immutable;
using System.Numerics;
using Igloo.Exploring;
using Igloo.Proving.Logic;
using Igloo.Proving.Symbolic;
using Igloo.Theories;
using Igloo.Values;

namespace Igloo.Proving.Counterexamples.Decoding;

/// <summary>
/// The finite world of a solver's model as C# values: elements of each carrier, a universe to quantify over, and the theories as
/// objects that compiled models run with. Used by one thread at a time.
/// </summary>
internal sealed class World
{
    private static readonly ImmutableArray<Type> IntegerTypes =
        [typeof(int), typeof(long), typeof(BigInteger), typeof(short), typeof(byte), typeof(sbyte), typeof(ushort), typeof(uint), typeof(ulong)];

    private static readonly BigInteger Distance = 1_000;

    private readonly Dictionary<(string Name, Type Interface), object> theories = [];
    private readonly Dictionary<Type, object> domains = [];
    private readonly Dictionary<Type, bool> hasIntegers = [];
    private readonly Func<SymbolicValue.TheoryReference, System.Reflection.MethodInfo, ImmutableArray<SymbolicValue>, SymbolicValue> operation;

    /// <summary>Decodes a world.</summary>
    /// <param name="scene">What the symbols mean.</param>
    /// <param name="model">The solver's model.</param>
    /// <param name="operation">The symbolic value of an abstract operation of a theory at arguments.</param>
    internal World(
        Scene scene,
        FirstOrderModel model,
        Func<SymbolicValue.TheoryReference, System.Reflection.MethodInfo, ImmutableArray<SymbolicValue>, SymbolicValue> operation)
    {
        this.operation = operation;
        Scene = scene;
        Model = model;
        Carriers =
        [
            .. scene.Vocabulary.Carriers.OrderBy(c => c.Value.Name, StringComparer.Ordinal).Select(c => new Carrier(
                c.Key, c.Value, [.. Enumerable.Range(0, model.UniverseSize(c.Value)).Select(i => ClrTypes.Element(c.Key, i))])),
        ];
        Lifting = new Lifting(scene.Vocabulary, Carriers);
        Integers = [.. IntegersOf(scene, model)];
        Universe = UniverseOf(Integers);
        FarAway = UniverseOf([Integers.Max + Distance, Integers.Min - Distance]);
        Decoder = new ValueDecoder(this, model);
    }

    internal Scene Scene { get; }

    internal FirstOrderModel Model { get; }

    /// <summary>The opaque types and their elements, by name.</summary>
    internal ImmutableArray<Carrier> Carriers { get; }

    /// <summary>The integers that matter: those the model mentions and their neighbours.</summary>
    internal ImmutableSortedSet<BigInteger> Integers { get; }

    /// <summary>What quantifiers and events range over in this world.</summary>
    internal Universe Universe { get; }

    /// <summary>The same with integers far from all that matter.</summary>
    internal Universe FarAway { get; }

    internal Lifting Lifting { get; }

    internal ValueDecoder Decoder { get; }

    /// <summary>The theories of the scene as objects.</summary>
    internal ImmutableArray<object> Theories => [.. Scene.Theories.Select(Theory)];

    /// <summary>A theory as an object that implements its interface by the tables of this world.</summary>
    internal object Theory(SymbolicValue.TheoryReference theory) => Theory(theory, theory.Type);

    /// <summary>A theory under another interface.</summary>
    internal object Theory(SymbolicValue.TheoryReference theory, Type @interface)
    {
        if (theories.FirstOrDefault(t => t.Key.Name == theory.Name && @interface.IsInstanceOfType(t.Value)).Value is { } known) return known;
        var made = TheoryProxy.Make(@interface, new TheoryTables(this, theory));
        theories.Add((theory.Name, @interface), made);
        return made;
    }

    /// <summary>The value of an operation of a theory.</summary>
    internal object? Apply(SymbolicValue.TheoryReference theory, System.Reflection.MethodInfo method, object?[] arguments)
    {
        var lifted = Lifting.Lift(method.GetParameters().Select((p, i) => (p.ParameterType, arguments[i])));
        return Decoder.Read(operation(theory, method, lifted), method.ReturnType);
    }

    internal object ElementOf(ModelValue.Element element) => Carriers.First(c => c.Sort == element.Sort).Elements[element.Index];

    /// <summary>The domain of all values of a type.</summary>
    /// <param name="domain">The closed type of the domain.</param>
    internal object Domain(Type domain)
    {
        if (domains.TryGetValue(domain, out var known)) return known;
        var made = DomainReader.Of(domain.GetGenericArguments()[0]).Read(this);
        domains.Add(domain, made);
        return made;
    }

    /// <summary>Whether values of a type contain integers, so that there are infinitely many of them in a proof.</summary>
    internal bool HasIntegers(Type type)
    {
        if (hasIntegers.TryGetValue(type, out var known)) return known;
        hasIntegers.Add(type, false);
        var has = Vocabulary.IsInteger(type)
            || (!type.IsDefined(typeof(SortAttribute), inherit: false)
                && ((type.IsGenericType && type.GetGenericArguments().Any(HasIntegers))
                    || (ClrTypes.Fields(type)?.Any(f => HasIntegers(f.Type)) ?? false)
                    || (type.IsAbstract && type.GetNestedTypes().Any(t => t.IsSubclassOf(type) && HasIntegers(t)))));
        hasIntegers[type] = has;
        return has;
    }

    private Universe UniverseOf(IEnumerable<BigInteger> integers)
    {
        var universe = Carriers.Aggregate(
            Universe.Of(Math.Max(1, Carriers.Select(c => c.Elements.Length).DefaultIfEmpty(1).Max())),
            (u, carrier) => u.With(carrier.Type, carrier.Elements));
        return IntegerTypes.Aggregate(universe, (u, type) => u.With(type, integers.Select(i => Fitting(type, i)).OfType<object>()));
    }

    private static object? Fitting(Type type, BigInteger value)
    {
        try
        {
            return ClrTypes.Integer(type, value);
        }
        catch (NotRepresentableException)
        {
            return null;
        }
    }

    private IEnumerable<BigInteger> IntegersOf(Scene scene, FirstOrderModel model)
    {
        var mentioned = model.Integers.Concat(scene.Entries.SelectMany(e => ScalarsOf(e.Value))).Distinct().Order().Take(24);
        return mentioned.SelectMany(i => new[] { i - 1, i, i + 1 }).Where(i => i >= 0 || mentioned.Any(m => m < 0)).Append(0).Append(1);
    }

    private IEnumerable<BigInteger> ScalarsOf(SymbolicValue? value) => value switch
    {
        SymbolicValue.Scalar { Expression: { Sort: Sort.Integer } e } => Model.Evaluate(e, Lifting.Environment) is ModelValue.Integer i ? [i.Value] : [],
        SymbolicValue.Record record => record.Values.SelectMany(ScalarsOf),
        SymbolicValue.Union union => union.Cases.SelectMany(ScalarsOf),
        SymbolicValue.Optional optional => ScalarsOf(optional.Value),
        SymbolicValue.Sequence sequence => ScalarsOf(new SymbolicValue.Scalar(sequence.Length)),
        _ => [],
    };
}
