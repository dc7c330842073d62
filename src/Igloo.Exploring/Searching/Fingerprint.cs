using System.Collections;
using System.Collections.Concurrent;
using System.Numerics;
using System.Reflection;
using Igloo.Models;
using Igloo.Values;

namespace Igloo.Exploring.Searching;

/// <summary>64 bits that equal values share, and different ones with a probability of 2^-64.</summary>
internal static class Fingerprint
{
    private static readonly ConcurrentDictionary<Type, Func<object, ulong>> Known = new();

    /// <summary>The fingerprint of a value of a model.</summary>
    public static ulong Of(object? value) => value switch
    {
        null => 0x9E37_79B9_7F4A_7C15,
        string text => Text(text),
        BigInteger number => Text(number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        bool or Enum or sbyte or byte or short or ushort or int or uint or long => Mix((ulong)Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture) + 0xA5A5),
        ulong number => Mix(number + 0x5A5A),
        _ => Known.GetOrAdd(value.GetType(), static t => For(t))(value),
    };

    private static Func<object, ulong> For(Type type)
    {
        var seed = Text(type.FullName!);
        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        if (definition == typeof(Seq<>)) return value => ((IEnumerable)value).Cast<object?>().Aggregate(seed, (hash, e) => Mix(hash ^ Of(e)));
        if (definition == typeof(Set<>) || definition == typeof(Bag<>) || definition == typeof(FiniteMap<,>) || definition == typeof(Past<>))
        {
            return value => Unordered(seed, (IEnumerable)value);
        }

        if (definition == typeof(Map<,>))
        {
            var (fallback, exceptions) = (type.GetProperty("Default")!, type.GetProperty("Exceptions")!);
            return value => Unordered(Mix(seed ^ Of(fallback.GetValue(value))), (IEnumerable)exceptions.GetValue(value)!);
        }

        FieldInfo[] fields = [.. Fields(type)];
        return value => fields.Aggregate(seed, (hash, field) => Mix(hash ^ Of(field.GetValue(value))));
    }

    private static IEnumerable<FieldInfo> Fields(Type? type) => type is null || type == typeof(object)
        ? []
        : [.. Fields(type.BaseType), .. type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly).OrderBy(f => f.MetadataToken)];

    // Each element is mixed before it is added, so that sums of different elements do not meet.
    private static ulong Unordered(ulong seed, IEnumerable elements)
    {
        unchecked
        {
            var sum = seed;
            foreach (var element in elements) sum += Mix(Of(element) ^ 0xC2B2_AE3D_27D4_EB4F);
            return Mix(sum);
        }
    }

    private static ulong Text(string text)
    {
        var hash = 0xCBF2_9CE4_8422_2325;
        foreach (var c in text) hash = Mix(hash ^ c);
        return hash;
    }

    /// <summary>The finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014): a bijection in which every bit depends on every other.</summary>
    private static ulong Mix(ulong x)
    {
        unchecked
        {
            x += 0x9E37_79B9_7F4A_7C15;
            x = (x ^ (x >> 30)) * 0xBF58_476D_1CE4_E5B9;
            x = (x ^ (x >> 27)) * 0x94D0_49BB_1331_11EB;
            return x ^ (x >> 31);
        }
    }
}
