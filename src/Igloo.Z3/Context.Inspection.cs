using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;

namespace Igloo.Z3;

/// <summary>Taking terms apart, as reading a model back needs it.</summary>
public sealed unsafe partial class Context
{
    /// <summary>What kind of term it is.</summary>
    public TermKind KindOf(TermHandle term) => Checked(LibZ3.Z3_get_ast_kind(Address, term));

    /// <summary>The function of an application.</summary>
    public FunctionHandle FunctionOf(TermHandle application) => Checked(LibZ3.Z3_get_app_decl(Address, application));

    /// <summary>The arguments of an application.</summary>
    public ImmutableArray<TermHandle> ArgumentsOf(TermHandle application)
    {
        var count = Checked(LibZ3.Z3_get_app_num_args(Address, application));
        var arguments = ImmutableArray.CreateBuilder<TermHandle>((int)count);
        for (var i = 0u; i < count; i++) arguments.Add(Checked(LibZ3.Z3_get_app_arg(Address, application, i)));
        return arguments.MoveToImmutable();
    }

    /// <summary>The de Bruijn index of a bound variable; in a function's interpretation, the position of the argument.</summary>
    public int IndexOf(TermHandle variable) => (int)Checked(LibZ3.Z3_get_index_value(Address, variable));

    /// <summary>The value of an integer numeral.</summary>
    public BigInteger ValueOf(TermHandle numeral) =>
        BigInteger.Parse(Text(Checked((nint)LibZ3.Z3_get_numeral_string(Address, numeral))), CultureInfo.InvariantCulture);

    /// <summary>What kind of function it is; a number outside the enumeration for kinds that we don't interpret.</summary>
    public FunctionKind KindOf(FunctionHandle function) => Checked(LibZ3.Z3_get_decl_kind(Address, function));

    /// <summary>The name of a function.</summary>
    public string NameOf(FunctionHandle function)
    {
        var symbol = Checked(LibZ3.Z3_get_decl_name(Address, function));
        return LibZ3.Z3_get_symbol_kind(Address, symbol) == 0
            ? "k!" + LibZ3.Z3_get_symbol_int(Address, symbol)
            : Text(LibZ3.Z3_get_symbol_string(Address, symbol));
    }

    internal static string Text(nint text) => Text((byte*)text);
}
