using Igloo.Exploring.Packed.Words;

namespace Igloo.Exploring.Packed.Compiling;

/// <summary>One case of a step over packed states, or a gate before several.</summary>
internal readonly struct Rule<T>(T mask, T value, T keep, T set, int e, int behind, int guard, int firstComputed, int endComputed)
    where T : struct, IWords<T>
{
    /// <summary>The bits that are tested.</summary>
    public readonly T Mask = mask;

    /// <summary>Their values.</summary>
    public readonly T Value = value;

    /// <summary>The bits that stay.</summary>
    public readonly T Keep = keep;

    /// <summary>The bits that are set.</summary>
    public readonly T Set = set;

    /// <summary>The index of the event; -1 of a gate.</summary>
    public readonly int Event = e;

    /// <summary>How many rules do not apply either if the bits differ.</summary>
    public readonly int Behind = behind;

    /// <summary>A condition to be tested as well; 1 for none.</summary>
    public readonly int Guard = guard;

    /// <summary>The first computed bit.</summary>
    public readonly int FirstComputed = firstComputed;

    /// <summary>The end of the computed bits.</summary>
    public readonly int EndComputed = endComputed;
}
