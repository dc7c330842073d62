using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;

namespace Igloo.Z3;

/// <summary>Sorts, declarations and terms. Each method throws <see cref="SolverException"/> for ill-sorted arguments.</summary>
public sealed unsafe partial class Context
{
    /// <summary>The sort of truth values.</summary>
    public SortHandle BooleanSort() => Checked(LibZ3.Z3_mk_bool_sort(Address));

    /// <summary>The sort of integers.</summary>
    public SortHandle IntegerSort() => Checked(LibZ3.Z3_mk_int_sort(Address));

    /// <summary>The uninterpreted sort of this name.</summary>
    public SortHandle UninterpretedSort(string name) => Checked(LibZ3.Z3_mk_uninterpreted_sort(Address, Symbol(name)));

    /// <summary>A new enumeration and its constants, in order.</summary>
    public (SortHandle Sort, ImmutableArray<TermHandle> Constants) EnumerationSort(string name, ImmutableArray<string> constants)
    {
        var names = constants.Select(Symbol).ToArray();
        var declarations = new FunctionHandle[names.Length];
        var testers = new FunctionHandle[names.Length];
        var sort = Checked(LibZ3.Z3_mk_enumeration_sort(Address, Symbol(name), (uint)names.Length, names, declarations, testers));
        return (sort, [.. declarations.Select(declaration => Apply(declaration, []))]);
    }

    /// <summary>Declares a function, predicate or constant.</summary>
    public FunctionHandle Function(string name, ReadOnlySpan<SortHandle> domain, SortHandle range) =>
        Checked(LibZ3.Z3_mk_func_decl(Address, Symbol(name), (uint)domain.Length, domain, range));

    /// <summary>A function applied to arguments.</summary>
    public TermHandle Apply(FunctionHandle function, ReadOnlySpan<TermHandle> arguments) =>
        Checked(LibZ3.Z3_mk_app(Address, function, (uint)arguments.Length, arguments));

    /// <summary>A constant; for a quantifier to bind, or free.</summary>
    public TermHandle Constant(string name, SortHandle sort) => Checked(LibZ3.Z3_mk_const(Address, Symbol(name), sort));

    /// <summary>A constant named by a number, which no name clashes with; for quantifiers to bind.</summary>
    public TermHandle Constant(int number, SortHandle sort) =>
        Checked(LibZ3.Z3_mk_const(Address, LibZ3.Z3_mk_int_symbol(Address, number), sort));

    /// <summary>An integer.</summary>
    public TermHandle Integer(BigInteger value) => Checked(
        value >= long.MinValue && value <= long.MaxValue
            ? LibZ3.Z3_mk_int64(Address, (long)value, IntegerSort())
            : LibZ3.Z3_mk_numeral(Address, value.ToString(CultureInfo.InvariantCulture), IntegerSort()));

    /// <summary>A truth value.</summary>
    public TermHandle Truth(bool value) => Checked(value ? LibZ3.Z3_mk_true(Address) : LibZ3.Z3_mk_false(Address));

    /// <summary>Negation.</summary>
    public TermHandle Not(TermHandle operand) => Checked(LibZ3.Z3_mk_not(Address, operand));

    /// <summary>Conjunction.</summary>
    public TermHandle And(ReadOnlySpan<TermHandle> operands) => Checked(LibZ3.Z3_mk_and(Address, (uint)operands.Length, operands));

    /// <summary>Disjunction.</summary>
    public TermHandle Or(ReadOnlySpan<TermHandle> operands) => Checked(LibZ3.Z3_mk_or(Address, (uint)operands.Length, operands));

    /// <summary>Implication.</summary>
    public TermHandle Implies(TermHandle premise, TermHandle conclusion) => Checked(LibZ3.Z3_mk_implies(Address, premise, conclusion));

    /// <summary>Equivalence.</summary>
    public TermHandle Iff(TermHandle left, TermHandle right) => Checked(LibZ3.Z3_mk_iff(Address, left, right));

    /// <summary>If-then-else.</summary>
    public TermHandle IfThenElse(TermHandle condition, TermHandle consequence, TermHandle alternative) =>
        Checked(LibZ3.Z3_mk_ite(Address, condition, consequence, alternative));

    /// <summary>Equality.</summary>
    public TermHandle Equal(TermHandle left, TermHandle right) => Checked(LibZ3.Z3_mk_eq(Address, left, right));

    /// <summary>Pairwise difference.</summary>
    public TermHandle Distinct(ReadOnlySpan<TermHandle> operands) => Checked(LibZ3.Z3_mk_distinct(Address, (uint)operands.Length, operands));

    /// <summary>Sum.</summary>
    public TermHandle Add(ReadOnlySpan<TermHandle> operands) => Checked(LibZ3.Z3_mk_add(Address, (uint)operands.Length, operands));

    /// <summary>Difference.</summary>
    public TermHandle Subtract(ReadOnlySpan<TermHandle> operands) => Checked(LibZ3.Z3_mk_sub(Address, (uint)operands.Length, operands));

    /// <summary>Product.</summary>
    public TermHandle Multiply(ReadOnlySpan<TermHandle> operands) => Checked(LibZ3.Z3_mk_mul(Address, (uint)operands.Length, operands));

    /// <summary>Additive inverse.</summary>
    public TermHandle Negate(TermHandle operand) => Checked(LibZ3.Z3_mk_unary_minus(Address, operand));

    /// <summary>Euclidean quotient.</summary>
    public TermHandle Divide(TermHandle dividend, TermHandle divisor) => Checked(LibZ3.Z3_mk_div(Address, dividend, divisor));

    /// <summary>Euclidean remainder.</summary>
    public TermHandle Modulo(TermHandle dividend, TermHandle divisor) => Checked(LibZ3.Z3_mk_mod(Address, dividend, divisor));

    /// <summary>Less than.</summary>
    public TermHandle Less(TermHandle left, TermHandle right) => Checked(LibZ3.Z3_mk_lt(Address, left, right));

    /// <summary>Less than or equal.</summary>
    public TermHandle LessOrEqual(TermHandle left, TermHandle right) => Checked(LibZ3.Z3_mk_le(Address, left, right));

    /// <summary>Universal quantification over constants that occur in the body.</summary>
    public TermHandle ForAll(ReadOnlySpan<TermHandle> bound, TermHandle body) =>
        Checked(LibZ3.Z3_mk_forall_const(Address, 1, (uint)bound.Length, bound, 0, [], body));

    /// <summary>Existential quantification over constants that occur in the body.</summary>
    public TermHandle Exists(ReadOnlySpan<TermHandle> bound, TermHandle body) =>
        Checked(LibZ3.Z3_mk_exists_const(Address, 1, (uint)bound.Length, bound, 0, [], body));
}
