using Igloo.Exploring.Packed.Diagrams;
using Igloo.Exploring.Packed.Layouts;

namespace Igloo.Exploring.Packed.Grounding;

/// <summary>A value that depends on the bits of a state.</summary>
internal abstract class Value
{
    /// <summary>The evaluation does not come here, or has no result here.</summary>
    public sealed class Undefined : Value
    {
        public static Undefined Instance { get; } = new();
    }

    /// <summary>A truth value.</summary>
    public sealed class Truth(int condition) : Value
    {
        public int Condition { get; } = condition;
    }

    /// <summary>One of finitely many C# values. A constant is a single alternative that always holds.</summary>
    public sealed class Choice(params Guarded[] alternatives) : Value
    {
        public Guarded[] Alternatives { get; } = alternatives;

        public bool IsConstant => Alternatives is [{ Guard: ConditionTable.True }];
    }

    /// <summary>A record, a tuple or an instance of a model class.</summary>
    public sealed class Structure(Type type, Value[] fields) : Value
    {
        public Type Type { get; } = type;

        public Value[] Fields { get; } = fields;
    }

    /// <summary>A value of a closed hierarchy, of one case or another.</summary>
    public sealed class Variant(VariantCase[] cases) : Value
    {
        public VariantCase[] Cases { get; } = cases;
    }

    /// <summary>An optional value. The content counts where it is present.</summary>
    public sealed class Optional(int present, Value content) : Value
    {
        public int Present { get; } = present;

        public Value Content { get; } = content;
    }

    /// <summary>A collection by its parts.</summary>
    public sealed class Collection(Type type, CollectionParts makeup, Value[] parts) : Value
    {
        public Type Type { get; } = type;

        public CollectionParts Makeup { get; } = makeup;

        public Value[] Parts { get; } = parts;

        public Collection With(Value[] changed) => new(Type, Makeup, changed);
    }
}
