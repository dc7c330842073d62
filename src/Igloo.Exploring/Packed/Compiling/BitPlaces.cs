using System.Collections.Immutable;
using Igloo.Exploring.Packed.Diagrams;
using Igloo.Exploring.Packed.Grounding;
using Igloo.Exploring.Packed.Words;

namespace Igloo.Exploring.Packed.Compiling;

/// <summary>
/// Where the bits of a layout are in the words of a packed state. Bits that never change have no place. One bit more is set in every
/// state, so that no state is the empty one.
/// </summary>
internal sealed class BitPlaces
{
    private readonly ImmutableArray<bool?> constants;
    private readonly int[] places;

    private BitPlaces(ImmutableArray<bool?> constants)
    {
        this.constants = constants;
        places = new int[constants.Length];
        for (var i = 0; i < places.Length; i++) places[i] = constants[i] is null ? Width++ : -1;
    }

    /// <summary>The number of bits that have a place.</summary>
    public int Width { get; }

    /// <summary>The places for a system and its initial states.</summary>
    public static BitPlaces Of(GroundSystem system, IReadOnlyList<bool[]> initial)
    {
        var conditions = system.Conditions;
        var constants = new bool?[system.Layout.Width];
        if (initial.Count == 0) return new([.. constants]);
        for (var i = 0; i < constants.Length; i++)
        {
            if (initial.All(state => state[i] == initial[0][i]) && system.Events.All(e => Keeps(e, i))) constants[i] = initial[0][i];
        }

        return new([.. constants]);

        bool Keeps(GroundEvent e, int bit)
        {
            if (e.Unavailable != ConditionTable.False && conditions.And(e.Unavailable, system.Valid) != ConditionTable.False) return false;
            var care = conditions.And(e.Enabled, system.Valid);
            return care == ConditionTable.False || conditions.And(care, conditions.Not(conditions.Same(e.Bits[bit], conditions.Bit(bit)))) == ConditionTable.False;
        }
    }

    /// <summary>The place of a bit, or -1.</summary>
    public int Of(int bit) => places[bit];

    /// <summary>A bit that never changes, or null.</summary>
    public bool? Constant(int bit) => constants[bit];

    /// <summary>Packs bits.</summary>
    public T Pack<T>(ReadOnlySpan<bool> bits)
        where T : struct, IWords<T>
    {
        Span<ulong> words = stackalloc ulong[T.Count];
        words.Clear();
        for (var i = 0; i < bits.Length; i++)
        {
            if (places[i] >= 0 && bits[i]) words[places[i] / 64] |= 1UL << (places[i] % 64);
        }

        words[Width / 64] |= 1UL << (Width % 64);
        return T.From(words);
    }

    /// <summary>Unpacks bits.</summary>
    public void Unpack<T>(in T state, Span<bool> bits)
        where T : struct, IWords<T>
    {
        for (var i = 0; i < bits.Length; i++) bits[i] = constants[i] ?? state.Bit(places[i]);
    }
}
