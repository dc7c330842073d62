using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Igloo.Z3;

/// <summary>
/// A Z3 context: the owner of sorts, terms and solvers, all of which live until it is disposed. Meant to be created for
/// one query and disposed after it (0.7 ms), which spares reference counting of terms. Errors become
/// <see cref="SolverException"/>; none ends the process.
/// </summary>
/// <remarks>
/// For use by one thread at a time, except <see cref="Interrupt"/>; different contexts are independent. There is
/// deliberately no finalizer: a context deleted at an arbitrary moment by another thread crashes natively.
/// </remarks>
public sealed unsafe partial class Context : IDisposable
{
    private readonly Lock _gate = new();
    private nint _address;

    /// <summary>Creates a context.</summary>
    /// <exception cref="SolverLibraryException">libz3 is missing or unusable.</exception>
    public Context()
    {
        _ = SolverLibrary.Current;
        var config = LibZ3.Z3_mk_config();
        LibZ3.Z3_set_param_value(config, "model", "true");
        _address = LibZ3.Z3_mk_context(config);
        LibZ3.Z3_del_config(config);
        // Without a handler, an error prints a message and calls exit(1).
        LibZ3.Z3_set_error_handler(_address, &IgnoreError);
        LibZ3.Z3_toggle_warning_messages(false);
    }

    internal nint Address
    {
        get
        {
            ObjectDisposedException.ThrowIf(_address == 0, this);
            return _address;
        }
    }

    /// <summary>Asks a running check to stop with the outcome unknown. Callable from any thread, at any time; returns at once.</summary>
    /// <remarks>A request that arrives before the check has started may be lost, so whoever wants certainty repeats it.</remarks>
    public void Interrupt()
    {
        lock (_gate)
        {
            if (_address != 0) LibZ3.Z3_interrupt(_address);
        }
    }

    /// <summary>Runs a script of SMT-LIB 2 commands, apart from the context's own terms.</summary>
    /// <returns>What the commands print.</returns>
    /// <exception cref="SolverException">The script is malformed.</exception>
    public string RunSmtLib(string script)
    {
        var output = LibZ3.Z3_eval_smtlib2_string(Address, script);
        ThrowOnError();
        return Text(output);
    }

    /// <summary>Deletes the context and everything in it. Its handles and solvers must not be used any more.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_address == 0) return;
            LibZ3.Z3_del_context(_address);
            _address = 0;
        }
    }

    internal void ThrowOnError()
    {
        var code = LibZ3.Z3_get_error_code(_address);
        if (code != SolverErrorCode.None) Throw(code);
    }

    internal static string Text(byte* text) => Marshal.PtrToStringUTF8((nint)text) ?? "";

    internal nint Symbol(string name) => LibZ3.Z3_mk_string_symbol(Address, name);

    private T Checked<T>(T result)
    {
        ThrowOnError();
        return result;
    }

    private void Throw(SolverErrorCode code) => throw new SolverException(code, Text(LibZ3.Z3_get_error_msg(_address, code)));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void IgnoreError(nint context, int code)
    {
    }
}
