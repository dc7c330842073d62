namespace Igloo.Endurance.Fuzzing;

/// <summary>Something that takes bytes, and an oracle that says what it must make of them.</summary>
/// <param name="name">Names it on the command line and in files.</param>
/// <param name="weight">Its share of all inputs, in relation to those of the others.</param>
/// <param name="floors">The behaviours that must be reached, each at least once in a thousand inputs: otherwise nothing was tested.</param>
internal abstract class FuzzTarget(string name, int weight, params string[] floors)
{
    public string Name => name;

    public int Weight => weight;

    public IReadOnlyList<string> Floors => floors;

    public Coverage Coverage { get; } = new();

    /// <summary>An input: mostly well formed but for a few changes, now and then noise.</summary>
    public abstract byte[] Input(Random random);

    /// <summary>Tries one input. A pure function of both arguments.</summary>
    /// <param name="input">The bytes.</param>
    /// <param name="choices">Decides all the rest: splits, policies, faults.</param>
    /// <exception cref="Exception">Any exception is a failure.</exception>
    public abstract void Run(byte[] input, Random choices);
}
