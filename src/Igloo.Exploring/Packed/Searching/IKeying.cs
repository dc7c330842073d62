using Igloo.Exploring.Packed.Words;

namespace Igloo.Exploring.Packed.Searching;

/// <summary>By what visited states are remembered.</summary>
internal interface IKeying<T, TKey>
    where T : struct, IWords<T>
    where TKey : struct, IWords<TKey>
{
    /// <summary>Whether different states always have different keys.</summary>
    static abstract bool IsExact { get; }

    static abstract TKey Of(in T state);
}
