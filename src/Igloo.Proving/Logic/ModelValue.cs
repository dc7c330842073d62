using System.Numerics;

namespace Igloo.Proving.Logic;

/// <summary>A value in a <see cref="FirstOrderModel"/>: a closed set of cases. Immutable, with value equality.</summary>
public abstract record ModelValue
{
    private ModelValue() { }

    /// <summary>The value true.</summary>
    public static ModelValue True { get; } = new Boolean(true);

    /// <summary>The value false.</summary>
    public static ModelValue False { get; } = new Boolean(false);

    /// <summary>A truth value.</summary>
    public static ModelValue Of(bool value) => value ? True : False;

    /// <summary>An integer.</summary>
    public static ModelValue Of(BigInteger value) => new Integer(value);

    /// <summary>A truth value.</summary>
    /// <param name="Value">The truth value.</param>
    public sealed record Boolean(bool Value) : ModelValue
    {
        /// <inheritdoc/>
        public override string ToString() => Value ? "true" : "false";
    }

    /// <summary>An integer.</summary>
    /// <param name="Value">The integer.</param>
    public sealed record Integer(BigInteger Value) : ModelValue
    {
        /// <inheritdoc/>
        public override string ToString() => Value.ToString();
    }

    /// <summary>An element of an uninterpreted sort.</summary>
    /// <param name="Sort">The sort.</param>
    /// <param name="Index">Its number, from 0 to the size of the universe less 1.</param>
    public sealed record Element(Sort.Uninterpreted Sort, int Index) : ModelValue
    {
        /// <inheritdoc/>
        public override string ToString() => $"{Sort.Name}{Index}";
    }

    /// <summary>A constant of an enumeration.</summary>
    /// <param name="Sort">The enumeration.</param>
    /// <param name="Index">The constant's position in it.</param>
    public sealed record EnumerationConstant(Sort.Enumeration Sort, int Index) : ModelValue
    {
        /// <inheritdoc/>
        public override string ToString() => Sort.Constants[Index];
    }
}
