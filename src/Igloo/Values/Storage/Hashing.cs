using System.Runtime.CompilerServices;

namespace Igloo.Values.Storage;

/// <summary>Hash codes without the per-process seed of <see cref="HashCode"/>, so that runs over integers repeat exactly.</summary>
internal static class Hashing
{
    private const uint Golden = 0x9E3779B9;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Of<T>(T value) =>
        value is null ? 0 : typeof(T).IsValueType ? EqualityComparer<T>.Default.GetHashCode(value) : value.GetHashCode();

    /// <summary>Equality by value. In code shared by all classes a virtual call is cheaper than finding the default comparer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreEqual<T>(T left, T right) =>
        typeof(T).IsValueType
            ? EqualityComparer<T>.Default.Equals(left, right)
            : ReferenceEquals(left, right) || (left is not null && left.Equals(right));

    /// <summary>Scatters the bits (MurmurHash3's finaliser), so that sums of hash codes of small integers rarely agree.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Mix(int hash)
    {
        unchecked
        {
            var h = (uint)hash + Golden;
            h = (h ^ (h >> 16)) * 0x85EBCA6B;
            h = (h ^ (h >> 13)) * 0xC2B2AE35;
            return (int)(h ^ (h >> 16));
        }
    }

    public static int Combine(int first, int second) => Mix(unchecked((first * 31) + second));

    /// <summary>The child, out of 16, in which a key with this hash code lives below a branch at the given shift.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Slot(int hash, int shift) => unchecked((int)((((uint)hash * Golden) >> shift) & 15));
}
