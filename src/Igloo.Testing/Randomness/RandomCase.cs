using System.Collections.Immutable;

namespace Igloo.Testing.Randomness;

/// <summary>One random test: an instance by size and seed, and the choices that make a run of it.</summary>
internal sealed record RandomCase(int Size, int Seed, ImmutableArray<int> Choices)
{
    /// <summary>Choices are below this.</summary>
    public const int MaxChoice = 1 << 20;

    private const int SmallChoices = 16;
    private const int AttemptsBySize = 40;

    /// <summary>Simpler cases: smaller instances, fewer events, earlier events. Each is strictly simpler, so that shrinking ends.</summary>
    /// <param name="smallest">The smallest size.</param>
    /// <param name="normal">The case with the choices that are really taken, up to the failure.</param>
    public IEnumerable<RandomCase> Simpler(int smallest, Func<RandomCase, RandomCase> normal)
    {
        var self = normal(this);
        if (!self.Choices.SequenceEqual(Choices)) yield return self;
        foreach (var candidate in self.Candidates(smallest).Select(normal).Where(c => c.IsSimplerThan(self))) yield return candidate;
    }

    private IEnumerable<RandomCase> Candidates(int smallest)
    {
        for (var size = smallest; size < Size; size++)
        {
            yield return this with { Size = size };
            // The numbers of events mean others in a smaller instance, so new runs are tried there, too.
            for (var attempt = 0; attempt < AttemptsBySize; attempt++)
            {
                var random = new Random(attempt);
                yield return new(size, attempt % 2 == 0 ? Seed : 0, [.. Enumerable.Range(0, Choices.Length * 3).Select(_ => random.Next(MaxChoice))]);
            }
        }

        if (Seed != 0) yield return this with { Seed = 0 };
        for (var chunk = Choices.Length / 2; chunk >= 1; chunk /= 2)
        {
            for (var start = Choices.Length - chunk; start >= 0; start--) yield return this with { Choices = Choices.RemoveRange(start, chunk) };
        }

        for (var i = 0; i < Choices.Length; i++)
        {
            for (var smaller = 0; smaller < Math.Min(Choices[i], SmallChoices); smaller++) yield return this with { Choices = Choices.SetItem(i, smaller) };
        }
    }

    private bool IsSimplerThan(RandomCase other)
    {
        if (Size != other.Size) return Size < other.Size;
        if (Seed == 0 != (other.Seed == 0)) return Seed == 0;
        if (Choices.Length != other.Choices.Length) return Choices.Length < other.Choices.Length;
        return Choices.AsSpan().SequenceCompareTo(other.Choices.AsSpan()) < 0;
    }
}
