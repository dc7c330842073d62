using System.Runtime.InteropServices;

namespace Igloo.Z3;

/// <summary>Sorts, declarations and terms.</summary>
internal static unsafe partial class LibZ3
{
    [LibraryImport(Name)] internal static partial SortHandle Z3_mk_bool_sort(nint context);

    [LibraryImport(Name)] internal static partial SortHandle Z3_mk_int_sort(nint context);

    [LibraryImport(Name)] internal static partial SortHandle Z3_mk_uninterpreted_sort(nint context, nint name);

    [LibraryImport(Name)]
    internal static partial SortHandle Z3_mk_enumeration_sort(
        nint context, nint name, uint count, ReadOnlySpan<nint> names, Span<FunctionHandle> constants, Span<FunctionHandle> testers);

    [LibraryImport(Name)]
    internal static partial FunctionHandle Z3_mk_func_decl(
        nint context, nint name, uint arity, ReadOnlySpan<SortHandle> domain, SortHandle range);

    [LibraryImport(Name)]
    internal static partial TermHandle Z3_mk_app(nint context, FunctionHandle function, uint count, ReadOnlySpan<TermHandle> arguments);

    [LibraryImport(Name)] internal static partial TermHandle Z3_mk_const(nint context, nint name, SortHandle sort);

    [LibraryImport(Name, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial TermHandle Z3_mk_numeral(nint context, string numeral, SortHandle sort);

    [LibraryImport(Name)] internal static partial TermHandle Z3_mk_int64(nint context, long value, SortHandle sort);

    [LibraryImport(Name)] internal static partial TermHandle Z3_mk_true(nint context);

    [LibraryImport(Name)] internal static partial TermHandle Z3_mk_false(nint context);

    [LibraryImport(Name)] internal static partial TermHandle Z3_mk_not(nint context, TermHandle operand);

    [LibraryImport(Name)] internal static partial TermHandle Z3_mk_and(nint context, uint count, ReadOnlySpan<TermHandle> operands);

    [LibraryImport(Name)] internal static partial TermHandle Z3_mk_or(nint context, uint count, ReadOnlySpan<TermHandle> operands);

    [LibraryImport(Name)] internal static partial TermHandle Z3_mk_implies(nint context, TermHandle premise, TermHandle conclusion);

    [LibraryImport(Name)] internal static partial TermHandle Z3_mk_iff(nint context, TermHandle left, TermHandle right);

    [LibraryImport(Name)]
    internal static partial TermHandle Z3_mk_ite(nint context, TermHandle condition, TermHandle consequence, TermHandle alternative);

    [LibraryImport(Name)] internal static partial TermHandle Z3_mk_eq(nint context, TermHandle left, TermHandle right);

    [LibraryImport(Name)] internal static partial TermHandle Z3_mk_distinct(nint context, uint count, ReadOnlySpan<TermHandle> operands);

    [LibraryImport(Name)] internal static partial TermHandle Z3_mk_add(nint context, uint count, ReadOnlySpan<TermHandle> operands);

    [LibraryImport(Name)] internal static partial TermHandle Z3_mk_sub(nint context, uint count, ReadOnlySpan<TermHandle> operands);

    [LibraryImport(Name)] internal static partial TermHandle Z3_mk_mul(nint context, uint count, ReadOnlySpan<TermHandle> operands);

    [LibraryImport(Name)] internal static partial TermHandle Z3_mk_unary_minus(nint context, TermHandle operand);

    [LibraryImport(Name)] internal static partial TermHandle Z3_mk_div(nint context, TermHandle dividend, TermHandle divisor);

    [LibraryImport(Name)] internal static partial TermHandle Z3_mk_mod(nint context, TermHandle dividend, TermHandle divisor);

    [LibraryImport(Name)] internal static partial TermHandle Z3_mk_lt(nint context, TermHandle left, TermHandle right);

    [LibraryImport(Name)] internal static partial TermHandle Z3_mk_le(nint context, TermHandle left, TermHandle right);

    [LibraryImport(Name)]
    internal static partial TermHandle Z3_mk_forall_const(
        nint context, uint weight, uint count, ReadOnlySpan<TermHandle> bound, uint patternCount, ReadOnlySpan<nint> patterns, TermHandle body);

    [LibraryImport(Name)]
    internal static partial TermHandle Z3_mk_exists_const(
        nint context, uint weight, uint count, ReadOnlySpan<TermHandle> bound, uint patternCount, ReadOnlySpan<nint> patterns, TermHandle body);

    [LibraryImport(Name)] internal static partial TermKind Z3_get_ast_kind(nint context, TermHandle term);

    [LibraryImport(Name)] internal static partial FunctionHandle Z3_get_app_decl(nint context, TermHandle application);

    [LibraryImport(Name)] internal static partial uint Z3_get_app_num_args(nint context, TermHandle application);

    [LibraryImport(Name)] internal static partial TermHandle Z3_get_app_arg(nint context, TermHandle application, uint index);

    [LibraryImport(Name)] internal static partial uint Z3_get_index_value(nint context, TermHandle variable);

    [LibraryImport(Name)] internal static partial byte* Z3_get_numeral_string(nint context, TermHandle numeral);

    [LibraryImport(Name)] internal static partial FunctionKind Z3_get_decl_kind(nint context, FunctionHandle function);

    [LibraryImport(Name)] internal static partial nint Z3_get_decl_name(nint context, FunctionHandle function);
}
