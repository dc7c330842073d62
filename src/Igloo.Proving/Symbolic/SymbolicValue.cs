using System.Collections.Immutable;
using Igloo.Proving.Logic;

namespace Igloo.Proving.Symbolic;

/// <summary>
/// A value of a model as first-order logic sees it: expressions at the leaves, C# closures where a collection depends on a key. A closed
/// hierarchy; immutable.
/// </summary>
/// <remarks>Collections are functions from keys to leaves, never terms of the logic: an update is a new closure that is reduced when it is read.</remarks>
public abstract class SymbolicValue
{
    private protected SymbolicValue()
    {
    }

    /// <summary>A bool, an integer, an enum constant or an element of an opaque carrier.</summary>
    /// <param name="expression">The value.</param>
    public sealed class Scalar(Expression expression) : SymbolicValue
    {
        /// <summary>The value.</summary>
        public Expression Expression { get; } = expression;
    }

    /// <summary>A record, a tuple, or a value that is known to be of one case of a hierarchy.</summary>
    /// <param name="type">The record, or the case.</param>
    /// <param name="names">The names of the fields in the order of the primary constructor.</param>
    /// <param name="values">Their values.</param>
    public sealed class Record(Type type, ImmutableArray<string> names, ImmutableArray<SymbolicValue> values) : SymbolicValue
    {
        /// <summary>The record, or the case.</summary>
        public Type Type { get; } = type;

        /// <summary>The names of the fields in the order of the primary constructor.</summary>
        public ImmutableArray<string> Names { get; } = names;

        /// <summary>The values of the fields in the same order.</summary>
        public ImmutableArray<SymbolicValue> Values { get; } = values;

        /// <summary>The value of a field, or null if there is no such field.</summary>
        /// <param name="name">The name of the field.</param>
        public SymbolicValue? Find(string name) => Names.IndexOf(name) is var i and >= 0 ? Values[i] : null;
    }

    /// <summary>A value of a closed hierarchy: which case it is, and the fields of each case that it can be.</summary>
    /// <param name="type">The hierarchy.</param>
    /// <param name="tag">The case, of an enumeration sort with one constant for each case in their order.</param>
    /// <param name="cases">For each case its fields; null where the value cannot be of that case.</param>
    public sealed class Union(Type type, Expression tag, ImmutableArray<Record?> cases) : SymbolicValue
    {
        /// <summary>The hierarchy.</summary>
        public Type Type { get; } = type;

        /// <summary>The case, of an enumeration sort with one constant for each case in their order.</summary>
        public Expression Tag { get; } = tag;

        /// <summary>For each case its fields; null where the value cannot be of that case.</summary>
        public ImmutableArray<Record?> Cases { get; } = cases;

        /// <summary>Whether the value is of a case.</summary>
        /// <param name="index">The position of the case.</param>
        public Expression Is(int index) =>
            Cases[index] is null ? Fol.False : Fol.Equal(Tag, Fol.Constant((Sort.Enumeration)Tag.Sort, index));

        /// <summary>The position of the case if it is known, else -1.</summary>
        public int KnownCase => Tag is Expression.EnumerationLiteral literal ? literal.Index : -1;
    }

    /// <summary>A value that may be absent.</summary>
    /// <param name="present">Whether it is there.</param>
    /// <param name="value">The value, without meaning where it is absent; null if it is never there.</param>
    public sealed class Optional(Expression present, SymbolicValue? value) : SymbolicValue
    {
        /// <summary>Whether it is there.</summary>
        public Expression Present { get; } = present;

        /// <summary>The value, without meaning where it is absent; null if it is never there.</summary>
        public SymbolicValue? Value { get; } = value;

        /// <summary>The value that is never there.</summary>
        public static Optional None { get; } = new(Fol.False, null);
    }

    /// <summary>A set, as its membership. Also the past of a run, as a set of events.</summary>
    /// <param name="elementType">The type of the elements.</param>
    /// <param name="contains">Membership.</param>
    public sealed class SetValue(Type elementType, Func<SymbolicValue, Expression> contains) : SymbolicValue
    {
        /// <summary>The type of the elements.</summary>
        public Type ElementType { get; } = elementType;

        /// <summary>Membership.</summary>
        /// <param name="element">A value of <see cref="ElementType"/>.</param>
        public Expression Contains(SymbolicValue element) => contains(element);
    }

    /// <summary>A total map: the value at each key, and the default, which may be the value at none of them.</summary>
    /// <param name="keyType">The type of the keys.</param>
    /// <param name="valueType">The type of the values.</param>
    /// <param name="get">The value at a key.</param>
    /// <param name="default">The default; computed when it is first asked for.</param>
    /// <remarks>
    /// Execution cannot know all keys, so it compares defaults. Were they left out here, maps that a proof takes for equal would
    /// differ at run time wherever every key of a finite type has been set.
    /// </remarks>
    public sealed class MapValue(Type keyType, Type valueType, Func<SymbolicValue, SymbolicValue> get, Func<SymbolicValue> @default) : SymbolicValue
    {
        private readonly Lazy<SymbolicValue> @default = new(@default);

        /// <summary>The type of the keys.</summary>
        public Type KeyType { get; } = keyType;

        /// <summary>The type of the values.</summary>
        public Type ValueType { get; } = valueType;

        /// <summary>The value at every key of execution that no proof speaks of.</summary>
        public SymbolicValue Default => @default.Value;

        /// <summary>The value at a key.</summary>
        /// <param name="key">A value of <see cref="KeyType"/>.</param>
        public SymbolicValue Get(SymbolicValue key) => get(key);
    }

    /// <summary>A finite map, as presence and value of each key.</summary>
    /// <param name="keyType">The type of the keys.</param>
    /// <param name="valueType">The type of the values.</param>
    /// <param name="contains">Whether a key is present.</param>
    /// <param name="get">The value at a key, without meaning where it is absent.</param>
    public sealed class FiniteMap(Type keyType, Type valueType, Func<SymbolicValue, Expression> contains, Func<SymbolicValue, SymbolicValue> get) : SymbolicValue
    {
        /// <summary>The type of the keys.</summary>
        public Type KeyType { get; } = keyType;

        /// <summary>The type of the values.</summary>
        public Type ValueType { get; } = valueType;

        /// <summary>Whether a key is present.</summary>
        /// <param name="key">A value of <see cref="KeyType"/>.</param>
        public Expression Contains(SymbolicValue key) => contains(key);

        /// <summary>The value at a key, without meaning where it is absent.</summary>
        /// <param name="key">A value of <see cref="KeyType"/>.</param>
        public SymbolicValue Get(SymbolicValue key) => get(key);
    }

    /// <summary>A bag, as the number of occurrences of each element.</summary>
    /// <param name="elementType">The type of the elements.</param>
    /// <param name="count">The number of occurrences, never negative.</param>
    public sealed class Bag(Type elementType, Func<SymbolicValue, Expression> count) : SymbolicValue
    {
        /// <summary>The type of the elements.</summary>
        public Type ElementType { get; } = elementType;

        /// <summary>The number of occurrences.</summary>
        /// <param name="element">A value of <see cref="ElementType"/>.</param>
        public Expression Count(SymbolicValue element) => count(element);
    }

    /// <summary>A sequence, as its length and the element at each index.</summary>
    /// <param name="elementType">The type of the elements.</param>
    /// <param name="length">The length, never negative.</param>
    /// <param name="at">The element at an index, without meaning outside.</param>
    public sealed class Sequence(Type elementType, Expression length, Func<Expression, SymbolicValue> at) : SymbolicValue
    {
        /// <summary>The type of the elements.</summary>
        public Type ElementType { get; } = elementType;

        /// <summary>The length, never negative.</summary>
        public Expression Length { get; } = length;

        /// <summary>The element at an index, without meaning outside.</summary>
        /// <param name="index">The index from 0, of sort Int.</param>
        public SymbolicValue At(Expression index) => at(index);
    }

    /// <summary>The range of a quantifier: the whole type.</summary>
    /// <param name="elementType">The type.</param>
    public sealed class Domain(Type elementType) : SymbolicValue
    {
        /// <summary>The type.</summary>
        public Type ElementType { get; } = elementType;
    }

    /// <summary>An instance of a model class: a value whose fields are the parameters of its primary constructor.</summary>
    /// <param name="type">The class.</param>
    /// <param name="names">The names of the parameters.</param>
    /// <param name="values">Their values.</param>
    /// <param name="base">The part that the base class has; null if that is no model class.</param>
    public sealed class Object(Type type, ImmutableArray<string> names, ImmutableArray<SymbolicValue> values, Object? @base) : SymbolicValue
    {
        /// <summary>The class.</summary>
        public Type Type { get; } = type;

        /// <summary>The names of the parameters of the primary constructor.</summary>
        public ImmutableArray<string> Names { get; } = names;

        /// <summary>Their values.</summary>
        public ImmutableArray<SymbolicValue> Values { get; } = values;

        /// <summary>The part that the base class has; null if that is no model class.</summary>
        public Object? Base { get; } = @base;
    }

    /// <summary>A theory that is assumed: its operations are symbols.</summary>
    /// <param name="name">The name that tells it from other theories; two references with the same name are the same.</param>
    /// <param name="type">The interface with all its operations.</param>
    public sealed class TheoryReference(string name, Type type) : SymbolicValue
    {
        /// <summary>The name that tells it from other theories.</summary>
        public string Name { get; } = name;

        /// <summary>The interface with all its operations.</summary>
        public Type Type { get; } = type;
    }

    /// <summary>A function literal.</summary>
    /// <param name="parameterTypes">The types of the parameters.</param>
    /// <param name="apply">Its value at arguments.</param>
    public sealed class Function(ImmutableArray<Type> parameterTypes, Func<ImmutableArray<SymbolicValue>, SymbolicValue> apply) : SymbolicValue
    {
        /// <summary>The types of the parameters.</summary>
        public ImmutableArray<Type> ParameterTypes { get; } = parameterTypes;

        /// <summary>Its value at arguments.</summary>
        /// <param name="arguments">One value for each parameter.</param>
        public SymbolicValue Apply(params ImmutableArray<SymbolicValue> arguments) => apply(arguments);
    }
}
