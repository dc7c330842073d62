using System.Collections.Immutable;

namespace Igloo.Z3;

/// <summary>A model that a <see cref="Solver"/> found. Dispose it before its context.</summary>
public sealed unsafe class Model : IDisposable
{
    private readonly Context _context;
    private nint _address;

    internal Model(Context context, nint address)
    {
        _context = context;
        _address = address;
        LibZ3.Z3_model_inc_ref(context.Address, address);
    }

    private nint Address
    {
        get
        {
            ObjectDisposedException.ThrowIf(_address == 0, this);
            return _address;
        }
    }

    /// <summary>The constants that the model interprets, with their values.</summary>
    public ImmutableArray<(FunctionHandle Constant, TermHandle Value)> Constants()
    {
        var count = LibZ3.Z3_model_get_num_consts(_context.Address, Address);
        var constants = ImmutableArray.CreateBuilder<(FunctionHandle, TermHandle)>((int)count);
        for (var i = 0u; i < count; i++)
        {
            var constant = LibZ3.Z3_model_get_const_decl(_context.Address, Address, i);
            var value = LibZ3.Z3_model_get_const_interp(_context.Address, Address, constant);
            _context.ThrowOnError();
            if (value.Address != 0) constants.Add((constant, value));
        }

        return constants.ToImmutable();
    }

    /// <summary>The functions that the model interprets, Z3's auxiliary ones included.</summary>
    public ImmutableArray<ModelFunction> Functions()
    {
        var count = LibZ3.Z3_model_get_num_funcs(_context.Address, Address);
        var functions = ImmutableArray.CreateBuilder<ModelFunction>((int)count);
        for (var i = 0u; i < count; i++)
        {
            var function = LibZ3.Z3_model_get_func_decl(_context.Address, Address, i);
            var interpretation = LibZ3.Z3_model_get_func_interp(_context.Address, Address, function);
            _context.ThrowOnError();
            if (interpretation != 0) functions.Add(Read(function, interpretation));
        }

        return functions.ToImmutable();
    }

    /// <summary>The uninterpreted sorts of which the model gives the elements.</summary>
    public ImmutableArray<SortHandle> Sorts()
    {
        var count = LibZ3.Z3_model_get_num_sorts(_context.Address, Address);
        var sorts = ImmutableArray.CreateBuilder<SortHandle>((int)count);
        for (var i = 0u; i < count; i++) sorts.Add(LibZ3.Z3_model_get_sort(_context.Address, Address, i));
        _context.ThrowOnError();
        return sorts.MoveToImmutable();
    }

    /// <summary>The elements of an uninterpreted sort, for one that <see cref="Sorts"/> lists.</summary>
    public ImmutableArray<TermHandle> Universe(SortHandle sort)
    {
        var context = _context.Address;
        var vector = LibZ3.Z3_model_get_sort_universe(context, Address, sort);
        _context.ThrowOnError();
        LibZ3.Z3_ast_vector_inc_ref(context, vector);
        var count = LibZ3.Z3_ast_vector_size(context, vector);
        var elements = ImmutableArray.CreateBuilder<TermHandle>((int)count);
        for (var i = 0u; i < count; i++) elements.Add(LibZ3.Z3_ast_vector_get(context, vector, i));
        LibZ3.Z3_ast_vector_dec_ref(context, vector);
        return elements.MoveToImmutable();
    }

    /// <summary>The value of a term, with arbitrary values for what the model leaves open; null if Z3 cannot evaluate it.</summary>
    public TermHandle? Evaluate(TermHandle term)
    {
        TermHandle value;
        var evaluated = LibZ3.Z3_model_eval(_context.Address, Address, term, true, &value);
        _context.ThrowOnError();
        return evaluated ? value : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_address == 0) return;
        LibZ3.Z3_model_dec_ref(_context.Address, _address);
        _address = 0;
    }

    private ModelFunction Read(FunctionHandle function, nint interpretation)
    {
        var context = _context.Address;
        LibZ3.Z3_func_interp_inc_ref(context, interpretation);
        var count = LibZ3.Z3_func_interp_get_num_entries(context, interpretation);
        var entries = ImmutableArray.CreateBuilder<ModelFunction.Entry>((int)count);
        for (var i = 0u; i < count; i++)
        {
            var entry = LibZ3.Z3_func_interp_get_entry(context, interpretation, i);
            LibZ3.Z3_func_entry_inc_ref(context, entry);
            var arity = LibZ3.Z3_func_entry_get_num_args(context, entry);
            var arguments = ImmutableArray.CreateBuilder<TermHandle>((int)arity);
            for (var j = 0u; j < arity; j++) arguments.Add(LibZ3.Z3_func_entry_get_arg(context, entry, j));
            entries.Add(new(arguments.MoveToImmutable(), LibZ3.Z3_func_entry_get_value(context, entry)));
            LibZ3.Z3_func_entry_dec_ref(context, entry);
        }

        var otherwise = LibZ3.Z3_func_interp_get_else(context, interpretation);
        _context.ThrowOnError();
        LibZ3.Z3_func_interp_dec_ref(context, interpretation);
        return new ModelFunction(function, entries.MoveToImmutable(), otherwise);
    }
}
