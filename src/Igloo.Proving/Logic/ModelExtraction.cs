using System.Collections.Immutable;
using System.Numerics;
using Igloo.Z3;

namespace Igloo.Proving.Logic;

/// <summary>
/// Reads a model out of Z3 into managed tables and rules. Z3 describes a function by entries and a term for the rest,
/// which may call auxiliary functions of its own (projections to representative arguments); those are read as well.
/// </summary>
internal sealed class ModelExtraction
{
    private readonly Context _context;
    private readonly Z3Translation _translation;
    private readonly Dictionary<TermHandle, ModelValue> _elements = [];
    private readonly Dictionary<FunctionHandle, FunctionTable> _tables = [];
    private readonly Dictionary<Sort.Uninterpreted, int> _universes = [];

    private ModelExtraction(Context context, Z3Translation translation)
    {
        _context = context;
        _translation = translation;
    }

    internal static FirstOrderModel Extract(Context context, Model model, Z3Translation translation)
    {
        var extraction = new ModelExtraction(context, translation);
        extraction.ReadUniverses(model);
        extraction.ReadFunctions(model);
        var tables = translation.Functions
            .Where(function => extraction._tables.ContainsKey(function.Value))
            .ToDictionary(function => function.Key, function => extraction._tables[function.Value]);
        return new FirstOrderModel(extraction._universes, tables, extraction.TableNamed("div0"), extraction.TableNamed("mod0"));
    }

    private FunctionTable? TableNamed(string name) =>
        _tables.Where(table => _context.NameOf(table.Key) == name && !_translation.Functions.Values.Contains(table.Key))
            .Select(table => table.Value).FirstOrDefault();

    private void ReadUniverses(Model model)
    {
        var given = model.Sorts().ToHashSet();
        foreach (var (sort, handle) in _translation.Sorts)
        {
            if (sort is not Sort.Uninterpreted uninterpreted) continue;
            ImmutableArray<TermHandle> universe = given.Contains(handle) ? model.Universe(handle) : [];
            for (var i = 0; i < universe.Length; i++) _elements[universe[i]] = new ModelValue.Element(uninterpreted, i);
            _universes[uninterpreted] = Math.Max(1, universe.Length);
        }

        foreach (var (enumeration, constants) in _translation.EnumerationConstants)
            for (var i = 0; i < constants.Length; i++) _elements[constants[i]] = new ModelValue.EnumerationConstant(enumeration, i);
    }

    private void ReadFunctions(Model model)
    {
        var constants = model.Constants();
        var functions = model.Functions();
        // All tables exist before any rule is read: rules call one another.
        foreach (var (constant, _) in constants) _tables[constant] = new();
        foreach (var function in functions) _tables[function.Function] = new();
        foreach (var (constant, value) in constants) SetRule(_tables[constant], value);
        foreach (var function in functions) Read(function);
    }

    private void Read(ModelFunction function)
    {
        var table = _tables[function.Function];
        foreach (var entry in function.Entries)
        {
            ImmutableArray<ModelValue?> arguments = [.. entry.Arguments.Select(argument => ValueOf(argument, table))];
            if (ValueOf(entry.Value, table) is { } value && arguments.All(argument => argument is not null))
                table.Entries[new([.. arguments.Select(argument => argument!)])] = value;
        }

        if (function.Otherwise.Address != 0) SetRule(table, function.Otherwise);
    }

    private void SetRule(FunctionTable table, TermHandle term)
    {
        table.ConstantOtherwise = ValueOf(term, table);
        table.Otherwise = table.ConstantOtherwise is { } constant
            ? _ => constant
            : new ModelRules(_context, table, _tables, _elements).Read(term);
    }

    private ModelValue? ValueOf(TermHandle term, FunctionTable table)
    {
        if (_elements.TryGetValue(term, out var element)) return element;
        switch (_context.KindOf(term))
        {
            case TermKind.Numeral:
                var number = _context.ValueOf(term);
                table.Integers.Add(number);
                return ModelValue.Of(number);
            case TermKind.Application:
                return _context.KindOf(_context.FunctionOf(term)) switch
                {
                    FunctionKind.True => ModelValue.True,
                    FunctionKind.False => ModelValue.False,
                    _ => null,
                };
            default:
                return null;
        }
    }
}
