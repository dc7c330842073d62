using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[assembly: DisableRuntimeMarshalling]
[assembly: InternalsVisibleTo("Igloo.Z3.Tests")]

namespace Igloo.Z3;

/// <summary>The functions of libz3's C API that we use, under their own names. Strings it returns are its own: copied, never freed.</summary>
internal static unsafe partial class LibZ3
{
    private const string Name = "libz3";

    static LibZ3() =>
        NativeLibrary.SetDllImportResolver(typeof(LibZ3).Assembly, static (name, _, _) => name == Name ? SolverLibrary.Current.Handle : 0);

    [LibraryImport(Name)] internal static partial nint Z3_mk_config();

    [LibraryImport(Name)] internal static partial void Z3_del_config(nint config);

    [LibraryImport(Name, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void Z3_set_param_value(nint config, string name, string value);

    [LibraryImport(Name)] internal static partial nint Z3_mk_context(nint config);

    [LibraryImport(Name)] internal static partial void Z3_del_context(nint context);

    [LibraryImport(Name)] internal static partial void Z3_set_error_handler(nint context, delegate* unmanaged[Cdecl]<nint, int, void> handler);

    [SuppressGCTransition]
    [LibraryImport(Name)] internal static partial SolverErrorCode Z3_get_error_code(nint context);

    [LibraryImport(Name)] internal static partial byte* Z3_get_error_msg(nint context, SolverErrorCode code);

    [LibraryImport(Name)] internal static partial void Z3_toggle_warning_messages([MarshalAs(UnmanagedType.U1)] bool enabled);

    [LibraryImport(Name)] internal static partial void Z3_interrupt(nint context);

    [LibraryImport(Name, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial byte* Z3_eval_smtlib2_string(nint context, string script);

    [LibraryImport(Name, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint Z3_mk_string_symbol(nint context, string name);

    [LibraryImport(Name)] internal static partial nint Z3_mk_int_symbol(nint context, int number);

    [LibraryImport(Name)] internal static partial int Z3_get_symbol_kind(nint context, nint symbol);

    [LibraryImport(Name)] internal static partial int Z3_get_symbol_int(nint context, nint symbol);

    [LibraryImport(Name)] internal static partial byte* Z3_get_symbol_string(nint context, nint symbol);

    [LibraryImport(Name)] internal static partial nint Z3_mk_simple_solver(nint context);

    [LibraryImport(Name)] internal static partial void Z3_solver_inc_ref(nint context, nint solver);

    [LibraryImport(Name)] internal static partial void Z3_solver_dec_ref(nint context, nint solver);

    [LibraryImport(Name)] internal static partial void Z3_solver_set_params(nint context, nint solver, nint parameters);

    [LibraryImport(Name)] internal static partial void Z3_solver_assert(nint context, nint solver, TermHandle formula);

    [LibraryImport(Name)] internal static partial CheckOutcome Z3_solver_check(nint context, nint solver);

    [LibraryImport(Name)] internal static partial byte* Z3_solver_get_reason_unknown(nint context, nint solver);

    [LibraryImport(Name)] internal static partial nint Z3_solver_get_model(nint context, nint solver);

    [LibraryImport(Name)] internal static partial nint Z3_solver_get_statistics(nint context, nint solver);

    [LibraryImport(Name)] internal static partial void Z3_stats_inc_ref(nint context, nint statistics);

    [LibraryImport(Name)] internal static partial void Z3_stats_dec_ref(nint context, nint statistics);

    [LibraryImport(Name)] internal static partial uint Z3_stats_size(nint context, nint statistics);

    [LibraryImport(Name)] internal static partial byte* Z3_stats_get_key(nint context, nint statistics, uint index);

    [LibraryImport(Name)] [return: MarshalAs(UnmanagedType.U1)] internal static partial bool Z3_stats_is_uint(nint context, nint statistics, uint index);

    [LibraryImport(Name)] internal static partial uint Z3_stats_get_uint_value(nint context, nint statistics, uint index);

    [LibraryImport(Name)] internal static partial nint Z3_mk_params(nint context);

    [LibraryImport(Name)] internal static partial void Z3_params_inc_ref(nint context, nint parameters);

    [LibraryImport(Name)] internal static partial void Z3_params_dec_ref(nint context, nint parameters);

    [LibraryImport(Name)] internal static partial void Z3_params_set_uint(nint context, nint parameters, nint key, uint value);

    [LibraryImport(Name)] internal static partial void Z3_params_set_bool(nint context, nint parameters, nint key, [MarshalAs(UnmanagedType.U1)] bool value);
}
