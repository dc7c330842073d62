using System.Collections.Immutable;

namespace Igloo.Testing.Randomness;

/// <summary>One random test: an instance by size and seed, and the choices that make a run of it.</summary>
internal sealed record RandomCase(int Size, int Seed, ImmutableArray<int> Choices)
{
    /// <summary>Simpler cases: smaller instances, shorter runs, earlier events.</summary>
    public IEnumerable<RandomCase> Simpler(int smallest)
    {
        for (var size = smallest; size < Size; size++) yield return this with { Size = size };
        if (Seed != 0) yield return this with { Seed = 0 };
        for (var chunk = Choices.Length / 2; chunk >= 1; chunk /= 2)
        {
            for (var start = Choices.Length - chunk; start >= 0; start -= chunk)
            {
                if (Choices.Length > chunk) yield return this with { Choices = Choices.RemoveRange(start, chunk) };
            }
        }

        for (var i = 0; i < Choices.Length; i++)
        {
            for (var smaller = 0; smaller < Math.Min(Choices[i], 8); smaller++) yield return this with { Choices = Choices.SetItem(i, smaller) };
            if (Choices[i] > 8) yield return this with { Choices = Choices.SetItem(i, Choices[i] / 2) };
        }
    }
}
