using System.Collections.Immutable;
using System.Numerics;

namespace Igloo.Proving.Logic;

/// <summary>
/// A well-sorted term or formula (a formula is an expression of sort Bool), built by <see cref="Fol"/> only. Immutable;
/// expressions may share parts, and everything here takes time linear in the number of shared parts, never in the size of
/// the unfolded tree. Equality is structural: bound variables are compared by number, not up to renaming.
/// </summary>
public abstract class Expression : IEquatable<Expression>
{
    private protected Expression(Sort sort, ulong stableHash, ImmutableArray<BoundVariable> freeVariables, long treeSize)
    {
        Sort = sort;
        StableHash = stableHash;
        FreeVariables = freeVariables;
        TreeSize = treeSize;
    }

    /// <summary>The sort of the expression's value.</summary>
    public Sort Sort { get; }

    /// <summary>The variables that occur outside any quantifier that binds them, ordered by number.</summary>
    public ImmutableArray<BoundVariable> FreeVariables { get; }

    /// <summary>The direct parts, in order; empty for literals and variables.</summary>
    public abstract ImmutableArray<Expression> Operands { get; }

    /// <summary>Whether this is the formula that always holds.</summary>
    public bool IsTrue => this is BooleanLiteral { Value: true };

    /// <summary>Whether this is the formula that never holds.</summary>
    public bool IsFalse => this is BooleanLiteral { Value: false };

    /// <summary>Whether this is a literal: a truth value, an integer or a constant of an enumeration.</summary>
    public bool IsLiteral => this is BooleanLiteral or IntegerLiteral or EnumerationLiteral;

    internal ulong StableHash { get; }

    /// <summary>The number of nodes without sharing, saturating.</summary>
    internal long TreeSize { get; }

    /// <summary>Whether both have the same head (symbol, literal, operator, variables), disregarding operands.</summary>
    internal abstract bool SameHead(Expression other);

    /// <inheritdoc/>
    public bool Equals(Expression? other) => StructuralEquality.AreEqual(this, other);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => obj is Expression other && Equals(other);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => Logic.StableHash.Fold(StableHash);

    /// <summary>The expression in SMT-LIB's notation, abbreviated where it is long.</summary>
    public sealed override string ToString() => ExpressionText.Abbreviated(this);

    /// <summary>Whether two expressions are structurally equal.</summary>
    public static bool operator ==(Expression? left, Expression? right) => StructuralEquality.AreEqual(left, right);

    /// <summary>Whether two expressions differ in structure.</summary>
    public static bool operator !=(Expression? left, Expression? right) => !StructuralEquality.AreEqual(left, right);

    /// <summary>True or false.</summary>
    public sealed class BooleanLiteral : Expression
    {
        internal BooleanLiteral(bool value) : base(Sort.Bool, value ? 11UL : 12UL, [], 1) => Value = value;

        /// <summary>The truth value.</summary>
        public bool Value { get; }

        /// <inheritdoc/>
        public override ImmutableArray<Expression> Operands => [];

        internal override bool SameHead(Expression other) => other is BooleanLiteral that && Value == that.Value;
    }

    /// <summary>An integer.</summary>
    public sealed class IntegerLiteral : Expression
    {
        internal IntegerLiteral(BigInteger value)
            : base(Sort.Int, Logic.StableHash.Combine(13, HashOf(value)), [], 1) => Value = value;

        /// <summary>The integer.</summary>
        public BigInteger Value { get; }

        /// <inheritdoc/>
        public override ImmutableArray<Expression> Operands => [];

        internal override bool SameHead(Expression other) => other is IntegerLiteral that && Value == that.Value;

        private static ulong HashOf(BigInteger value) => unchecked((ulong)(value & ulong.MaxValue));
    }

    /// <summary>A constant of an enumeration.</summary>
    public sealed class EnumerationLiteral : Expression
    {
        internal EnumerationLiteral(Sort.Enumeration sort, int index)
            : base(sort, Logic.StableHash.Combine(sort.StableHash, 14 + (ulong)index), [], 1)
        {
            Enumeration = sort;
            Index = index;
        }

        /// <summary>The enumeration.</summary>
        public Sort.Enumeration Enumeration { get; }

        /// <summary>The constant's position in the enumeration.</summary>
        public int Index { get; }

        /// <inheritdoc/>
        public override ImmutableArray<Expression> Operands => [];

        internal override bool SameHead(Expression other) =>
            other is EnumerationLiteral that && Index == that.Index && Enumeration.Equals(that.Enumeration);
    }

    /// <summary>An occurrence of a variable.</summary>
    public sealed class VariableOccurrence : Expression
    {
        internal VariableOccurrence(BoundVariable variable)
            : base(variable.Sort, Logic.StableHash.Combine(15, unchecked((ulong)variable.Id)), [variable], 1) => Variable = variable;

        /// <summary>The variable.</summary>
        public BoundVariable Variable { get; }

        /// <inheritdoc/>
        public override ImmutableArray<Expression> Operands => [];

        internal override bool SameHead(Expression other) => other is VariableOccurrence that && Variable.Equals(that.Variable);
    }

    /// <summary>A function symbol applied to arguments.</summary>
    public sealed class Application : Expression
    {
        internal Application(FunctionSymbol function, ImmutableArray<Expression> arguments)
            : base(function.ResultSort, Composite.HashOf(function.StableHash, arguments), Composite.FreeVariablesOf(arguments), Composite.SizeOf(arguments))
        {
            Function = function;
            Operands = arguments;
        }

        /// <summary>The symbol.</summary>
        public FunctionSymbol Function { get; }

        /// <summary>The arguments.</summary>
        public override ImmutableArray<Expression> Operands { get; }

        internal override bool SameHead(Expression other) => other is Application that && Function.Equals(that.Function);
    }

    /// <summary>An interpreted operator applied to operands.</summary>
    public sealed class Operation : Expression
    {
        internal Operation(Operator @operator, Sort sort, params ImmutableArray<Expression> operands)
            : base(sort, Composite.HashOf(100 + (ulong)@operator, operands), Composite.FreeVariablesOf(operands), Composite.SizeOf(operands))
        {
            Operator = @operator;
            Operands = operands;
        }

        /// <summary>The operator.</summary>
        public Operator Operator { get; }

        /// <inheritdoc/>
        public override ImmutableArray<Expression> Operands { get; }

        internal override bool SameHead(Expression other) => other is Operation that && Operator == that.Operator;
    }

    /// <summary>A quantified formula.</summary>
    public sealed class Quantification : Expression
    {
        internal Quantification(Quantifier quantifier, ImmutableArray<BoundVariable> variables, Expression body)
            : base(Sort.Bool, HashOf(quantifier, variables, body), Composite.Without(body.FreeVariables, variables), Composite.SizeOf([body]))
        {
            Quantifier = quantifier;
            Variables = variables;
            Operands = [body];
        }

        /// <summary>The quantifier.</summary>
        public Quantifier Quantifier { get; }

        /// <summary>The variables it binds: at least one, each of them free in the body.</summary>
        public ImmutableArray<BoundVariable> Variables { get; }

        /// <summary>The formula in the quantifier's scope.</summary>
        public Expression Body => Operands[0];

        /// <inheritdoc/>
        public override ImmutableArray<Expression> Operands { get; }

        internal override bool SameHead(Expression other) =>
            other is Quantification that && Quantifier == that.Quantifier && Variables.AsSpan().SequenceEqual(that.Variables.AsSpan());

        private static ulong HashOf(Quantifier quantifier, ImmutableArray<BoundVariable> variables, Expression body)
        {
            var hash = Logic.StableHash.Combine(200 + (ulong)quantifier, body.StableHash);
            foreach (var variable in variables) hash = Logic.StableHash.Combine(hash, unchecked((ulong)variable.Id));
            return hash;
        }
    }
}
