using Igloo.IoSpecs;
using Igloo.IoSpecs.Processes;
using MetaTheorems.Sampling;

namespace MetaTheorems.IoSpecifications;

/// <summary>A random process: that of a random system, or one with choices between equal prefixes.</summary>
internal sealed record RandomProcess(Process Process, Typing Typing)
{
    public static RandomProcess Of(Sample sample, Random random, bool typesMayBeEmpty = false)
    {
        var typing = Actions.RandomTyping(random, typesMayBeEmpty);
        return random.Next(2) == 0 && !typesMayBeEmpty
            ? new(new RandomSystem(random, sample.Size, typing).System.ToProcess(0), typing)
            : new(Equations(random, sample.Size + 1), typing);
    }

    /// <summary>Co-recursive equations X₀, X₁, ..., whose right-hand sides are choices of prefixes.</summary>
    private static Process.Defined Equations(Random random, int count)
    {
        // For each equation its prefixes: operation, output, and the equation for each input.
        var prefixes = Enumerable.Range(0, count)
            .Select(_ => Enumerable.Range(0, random.Next(4))
                .Select(_ => (Operation: random.Next(2) == 0 ? "a" : "b", Output: random.Next(2), After: (int[])[random.Next(count), random.Next(count)]))
                .ToArray())
            .ToArray();
        return Equation(0);

        Process.Defined Equation(int i) => new("X", [i], () => Process.Any(prefixes[i], p => Process.Do(p.Operation, p.Output, w => Equation(p.After[(int)w]))));
    }
}
