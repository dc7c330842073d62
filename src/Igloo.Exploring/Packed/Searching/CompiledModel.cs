using System.Collections.Immutable;
using Igloo.Exploring.Packed.Compiling;
using Igloo.Exploring.Packed.Diagrams;
using Igloo.Exploring.Packed.Layouts;
using Igloo.Exploring.Packed.Words;
using Igloo.Exploring.Properties;

namespace Igloo.Exploring.Packed.Searching;

/// <summary>The compiled model on packed states: decides where the program has no answer, and checks where it has one. For one worker.</summary>
internal sealed class CompiledModel<T>(PackedSystem system, Program<T> program)
    where T : struct, IWords<T>
{
    private readonly Dictionary<ModelProperty, PropertyCheck> checks = [];

    /// <summary>The state after an event, or null where it is not enabled.</summary>
    /// <exception cref="OutOfBoundsException">The state after needs wider bounds.</exception>
    /// <exception cref="NotPackableException">The state after has no packed form.</exception>
    public T? Next(in T state, int e) => system.System.NextState(system.Decode(state), system.Events[e]) is { } after ? Encode(after) : null;

    /// <summary>Values of the quantified parameters with which a property is refuted, or a goal attained; null if there are none.</summary>
    /// <exception cref="PropertyFault">The compiled method threw.</exception>
    public ImmutableArray<Argument>? Find(ModelProperty property, in T state, int e = -1)
    {
        if (!checks.TryGetValue(property, out var check))
        {
            checks.Add(property, check = new PropertyCheck(system.System, property, system.Universe, system.System.StateType, system.System.EventType));
        }

        var before = system.Decode(state);
        var wanted = property.Kind is PropertyKind.Goal or PropertyKind.Terminal;
        if (e < 0) return check.Find(wanted, before);
        return system.System.NextState(before, system.Events[e]) is { } after ? check.Find(wanted, before, null, system.Events[e], after) : null;
    }

    /// <summary>Compares the steps of the program from a state with those of the compiled model.</summary>
    /// <exception cref="PackedMismatchException">They differ.</exception>
    public void Verify(in T state)
    {
        var before = system.Decode(state);
        if (!Encode(before).Is(state)) throw new PackedMismatchException($"{ModelText.State(before)} is not packed as it was unpacked.");
        var after = new T?[system.Events.Length];
        var inCode = new bool[after.Length];
        foreach (var (condition, e) in program.Fallbacks) inCode[e] = program.Holds(condition, state);
        foreach (ref readonly var rule in program.Rules.AsSpan())
        {
            if (program.Applies(rule, state)) after[rule.Event] = program.After(rule, state);
        }

        for (var e = 0; e < after.Length; e++)
        {
            if (inCode[e]) continue;
            var expected = system.System.NextState(before, system.Events[e]);
            var agrees = expected is null ? after[e] is null : after[e] is { } packed && packed.Is(Encode(expected));
            if (agrees) continue;
            throw new PackedMismatchException(
                $"at {ModelText.State(before)} the event {ModelText.Event(system.Events[e])} leads to {Text(expected)}, and packed to {Text(after[e] is { } wrong ? system.Decode(wrong) : null)}.");
        }
    }

    /// <summary>A state of the model as bits.</summary>
    public T Encode(object state)
    {
        try
        {
            return system.Encode<T>(state);
        }
        catch (GroundingException refused) when (refused is not OutOfBoundsException)
        {
            throw new NotPackableException($"The state {ModelText.State(state)} {refused.Message}.");
        }
    }

    private static string Text(object? state) => state is null ? "nothing" : ModelText.State(state);
}
