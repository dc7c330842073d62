using Igloo.Exploring.Packed.Words;

namespace Igloo.Exploring.Packed.Searching;

/// <summary>Visited states are remembered as they are.</summary>
internal readonly struct ByState<T> : IKeying<T, T>
    where T : struct, IWords<T>
{
    public static bool IsExact => true;

    public static T Of(in T state) => state;
}
