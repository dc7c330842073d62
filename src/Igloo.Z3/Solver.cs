namespace Igloo.Z3;

/// <summary>
/// A solver of a <see cref="Context"/> (<c>Z3_mk_simple_solver</c>: in 4.8.12 the other kind can hang for ever on nonlinear
/// integers, and takes five times as long on typical obligations). Dispose it before its context.
/// </summary>
public sealed unsafe class Solver : IDisposable
{
    private readonly Context _context;
    private nint _address;

    /// <summary>Creates a solver.</summary>
    /// <param name="context">The context whose terms it takes.</param>
    /// <param name="resourceLimit">The work a check may do, in Z3's deterministic unit (2,000,000 is about 250 ms); 0 for no limit.</param>
    /// <param name="seed">The random seed.</param>
    public Solver(Context context, uint resourceLimit = 0, uint seed = 0)
    {
        ArgumentNullException.ThrowIfNull(context);
        _context = context;
        _address = LibZ3.Z3_mk_simple_solver(context.Address);
        context.ThrowOnError();
        LibZ3.Z3_solver_inc_ref(context.Address, _address);
        SetParameters(resourceLimit, seed);
    }

    /// <summary>Why the last check was unknown, in Z3's words.</summary>
    public string ReasonUnknown => Context.Text(LibZ3.Z3_solver_get_reason_unknown(_context.Address, Address));

    /// <summary>The work done in the context so far, in the unit of the resource limit; null if Z3 does not report it.</summary>
    public long? ResourceCount => Statistic("rlimit count");

    private nint Address
    {
        get
        {
            ObjectDisposedException.ThrowIf(_address == 0, this);
            return _address;
        }
    }

    /// <summary>Adds a formula to the assertions.</summary>
    /// <exception cref="SolverException">It is no formula of the solver's context.</exception>
    public void Assert(TermHandle formula)
    {
        LibZ3.Z3_solver_assert(_context.Address, Address, formula);
        _context.ThrowOnError();
    }

    /// <summary>Whether the assertions have a model. Runs until it knows, the resource limit is spent, or it is interrupted.</summary>
    /// <exception cref="SolverException">Z3 failed.</exception>
    public CheckOutcome Check()
    {
        var outcome = LibZ3.Z3_solver_check(_context.Address, Address);
        _context.ThrowOnError();
        return outcome;
    }

    /// <summary>The model, after a check that found one. Dispose it before its context.</summary>
    /// <exception cref="SolverException">There is none.</exception>
    public Model Model()
    {
        var model = LibZ3.Z3_solver_get_model(_context.Address, Address);
        _context.ThrowOnError();
        return new Model(_context, model);
    }

    /// <summary>One of Z3's counters after a check, null if it has none of this name.</summary>
    public long? Statistic(string name)
    {
        var context = _context.Address;
        var statistics = LibZ3.Z3_solver_get_statistics(context, Address);
        _context.ThrowOnError();
        LibZ3.Z3_stats_inc_ref(context, statistics);
        try
        {
            for (var i = 0u; i < LibZ3.Z3_stats_size(context, statistics); i++)
                if (Context.Text(LibZ3.Z3_stats_get_key(context, statistics, i)) == name && LibZ3.Z3_stats_is_uint(context, statistics, i))
                    return LibZ3.Z3_stats_get_uint_value(context, statistics, i);
            return null;
        }
        finally
        {
            LibZ3.Z3_stats_dec_ref(context, statistics);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_address == 0) return;
        LibZ3.Z3_solver_dec_ref(_context.Address, _address);
        _address = 0;
    }

    private void SetParameters(uint resourceLimit, uint seed)
    {
        var context = _context.Address;
        var parameters = LibZ3.Z3_mk_params(context);
        LibZ3.Z3_params_inc_ref(context, parameters);
        try
        {
            LibZ3.Z3_params_set_uint(context, parameters, _context.Symbol("rlimit"), resourceLimit);
            LibZ3.Z3_params_set_uint(context, parameters, _context.Symbol("random_seed"), seed);
            // Z3 would replace the process's own handler of Ctrl+C during each check, and take the wrong one back if checks overlap.
            LibZ3.Z3_params_set_bool(context, parameters, _context.Symbol("ctrl_c"), false);
            LibZ3.Z3_solver_set_params(context, Address, parameters);
            _context.ThrowOnError();
        }
        finally
        {
            LibZ3.Z3_params_dec_ref(context, parameters);
        }
    }
}
