using System.Globalization;
using System.Text;

namespace Igloo.Proving.Logic;

/// <summary>Names that SMT-LIB 2 allows for the symbols of a query: quoted where needed, different for different symbols.</summary>
internal sealed class SmtLibSymbols
{
    /// <remarks>A name that is missing here makes a solver refuse the text; it cannot make a verdict wrong.</remarks>
    private static readonly HashSet<string> Predefined =
    [
        .. """
            true false not and or xor ite distinct div mod abs let forall exists par as match is update divisible implies iff if _ !
            Bool Int Real Array String RegLan Set Seq Bag Tuple Table Relation RoundingMode BitVec FloatingPoint Float16 Float32 Float64 Float128 List Unicode
            select store const map default lambda choice eqrange union member subset complement join product transpose singleton insert card intersection
            setminus tclosure iden join_image concat extract repeat to_real to_int is_int int2bv bv2nat nil head tail cons sep pto wand emp tuple tupsel
            exp sin cos tan csc sec cot arcsin arccos arctan sqrt pi iand int_pow2 pow rem real HO_APPLY BINARY DECIMAL HEXADECIMAL NUMERAL STRING
            """.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries),
    ];

    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly Dictionary<Sort, string> _sorts = [];
    private readonly Dictionary<FunctionSymbol, string> _functions = [];
    private readonly Dictionary<(Sort.Enumeration, int), string> _constants = [];
    private readonly Dictionary<string, int> _counters = new(StringComparer.Ordinal);

    internal string Of(Sort sort)
    {
        if (sort is Sort.Boolean or Sort.Integer) return sort.Name;
        if (_sorts.TryGetValue(sort, out var known)) return known;
        return _sorts[sort] = Distinct(sort.Name);
    }

    internal string Of(FunctionSymbol function)
    {
        if (_functions.TryGetValue(function, out var known)) return known;
        return _functions[function] = Distinct(function.Name);
    }

    internal string Of(Sort.Enumeration enumeration, int index)
    {
        if (_constants.TryGetValue((enumeration, index), out var known)) return known;
        return _constants[(enumeration, index)] = Distinct($"{enumeration.Name}.{enumeration.Constants[index]}");
    }

    /// <summary>A name not used yet that begins as given.</summary>
    internal string Fresh(string label)
    {
        while (true)
        {
            var number = _counters[label] = _counters.GetValueOrDefault(label) + 1;
            if (Allowed($"{label}_{number}") is var name && _used.Add(name)) return name;
        }
    }

    private string Distinct(string name)
    {
        var allowed = Allowed(name);
        return !Predefined.Contains(allowed) && _used.Add(allowed) ? allowed : Fresh(name);
    }

    private static string Allowed(string name)
    {
        if (!char.IsAsciiDigit(name[0]) && name.All(IsSimple)) return name[0] is '@' or '.' ? $"s{name}" : name;
        var quoted = new StringBuilder("|");
        foreach (var character in name)
        {
            if (character is >= ' ' and <= '~' and not '|' and not '\\') quoted.Append(character);
            else quoted.Append(CultureInfo.InvariantCulture, $"<{(int)character:x4}>");
        }

        return quoted.Append('|').ToString();
    }

    private static bool IsSimple(char character) => char.IsAsciiLetterOrDigit(character) || "~!@$%^&*_-+=<>.?/".Contains(character);
}
