namespace Igloo.IoSpecs.Canonical;

/// <summary>An input schedule ρ: a prophecy that fixes the input of every action from the actions before it.</summary>
/// <param name="input">ρ(τ, bio, v): the input that bio with output v reads after the trace τ.</param>
/// <remarks>Igloo (OOPSLA 2020), section 5.4.</remarks>
public sealed class InputSchedule(Func<IReadOnlyList<IoAction>, string, object, object> input)
{
    /// <summary>The witness schedule ρ_wit(τ): along a trace it reads the inputs of that trace.</summary>
    /// <param name="trace">The trace τ.</param>
    /// <param name="elsewhere">What is read off the trace: a well-typed schedule.</param>
    /// <remarks>Igloo (OOPSLA 2020), section 5.5, equation 3.</remarks>
    public static InputSchedule Witness(IReadOnlyList<IoAction> trace, InputSchedule elsewhere)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(elsewhere);
        return new((before, operation, output) =>
            before.Count < trace.Count
            && trace[before.Count] is var next && next.Operation == operation && next.Output.Equals(output)
            && before.SequenceEqual(trace.Take(before.Count))
                ? next.Input
                : elsewhere.Input(before, operation, output));
    }

    /// <summary>ρ(τ, bio, v).</summary>
    /// <param name="before">The trace τ.</param>
    /// <param name="operation">The operation bio.</param>
    /// <param name="output">The output v.</param>
    public object Input(IReadOnlyList<IoAction> before, string operation, object output) => input(before, operation, output);
}
