using System.Runtime.InteropServices;

namespace Igloo.Z3;

/// <summary>Models.</summary>
internal static unsafe partial class LibZ3
{
    [LibraryImport(Name)] internal static partial void Z3_model_inc_ref(nint context, nint model);

    [LibraryImport(Name)] internal static partial void Z3_model_dec_ref(nint context, nint model);

    [LibraryImport(Name)] internal static partial uint Z3_model_get_num_consts(nint context, nint model);

    [LibraryImport(Name)] internal static partial FunctionHandle Z3_model_get_const_decl(nint context, nint model, uint index);

    [LibraryImport(Name)] internal static partial TermHandle Z3_model_get_const_interp(nint context, nint model, FunctionHandle constant);

    [LibraryImport(Name)] internal static partial uint Z3_model_get_num_funcs(nint context, nint model);

    [LibraryImport(Name)] internal static partial FunctionHandle Z3_model_get_func_decl(nint context, nint model, uint index);

    [LibraryImport(Name)] internal static partial nint Z3_model_get_func_interp(nint context, nint model, FunctionHandle function);

    [LibraryImport(Name)] internal static partial uint Z3_model_get_num_sorts(nint context, nint model);

    [LibraryImport(Name)] internal static partial SortHandle Z3_model_get_sort(nint context, nint model, uint index);

    [LibraryImport(Name)] internal static partial nint Z3_model_get_sort_universe(nint context, nint model, SortHandle sort);

    [LibraryImport(Name)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool Z3_model_eval(
        nint context, nint model, TermHandle term, [MarshalAs(UnmanagedType.U1)] bool completion, TermHandle* value);

    [LibraryImport(Name)] internal static partial void Z3_func_interp_inc_ref(nint context, nint interpretation);

    [LibraryImport(Name)] internal static partial void Z3_func_interp_dec_ref(nint context, nint interpretation);

    [LibraryImport(Name)] internal static partial uint Z3_func_interp_get_num_entries(nint context, nint interpretation);

    [LibraryImport(Name)] internal static partial nint Z3_func_interp_get_entry(nint context, nint interpretation, uint index);

    [LibraryImport(Name)] internal static partial TermHandle Z3_func_interp_get_else(nint context, nint interpretation);

    [LibraryImport(Name)] internal static partial void Z3_func_entry_inc_ref(nint context, nint entry);

    [LibraryImport(Name)] internal static partial void Z3_func_entry_dec_ref(nint context, nint entry);

    [LibraryImport(Name)] internal static partial uint Z3_func_entry_get_num_args(nint context, nint entry);

    [LibraryImport(Name)] internal static partial TermHandle Z3_func_entry_get_arg(nint context, nint entry, uint index);

    [LibraryImport(Name)] internal static partial TermHandle Z3_func_entry_get_value(nint context, nint entry);

    [LibraryImport(Name)] internal static partial void Z3_ast_vector_inc_ref(nint context, nint vector);

    [LibraryImport(Name)] internal static partial void Z3_ast_vector_dec_ref(nint context, nint vector);

    [LibraryImport(Name)] internal static partial uint Z3_ast_vector_size(nint context, nint vector);

    [LibraryImport(Name)] internal static partial TermHandle Z3_ast_vector_get(nint context, nint vector, uint index);
}
