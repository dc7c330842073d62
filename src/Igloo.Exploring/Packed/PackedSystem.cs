using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Igloo.Exploring.Carriers;
using Igloo.Exploring.Enumerating;
using Igloo.Exploring.Packed.Compiling;
using Igloo.Exploring.Packed.Diagrams;
using Igloo.Exploring.Packed.Grounding;
using Igloo.Exploring.Packed.Layouts;
using Igloo.Exploring.Packed.Searching;
using Igloo.Exploring.Packed.Words;
using Igloo.Exploring.Searching;
using Igloo.Models;
using Igloo.Terms;

namespace Igloo.Exploring.Packed;

/// <summary>
/// A finite instance whose states are bit vectors, and whose events are tables over them, made from the terms of <c>Next</c>. The
/// compiled <c>Next</c> stays the reference: it decides where the tables have no answer, and checks them by samples.
/// </summary>
/// <remarks>Immutable; safe to use from several threads.</remarks>
public sealed class PackedSystem
{
    private const int MaxEvents = 50_000;

    private readonly StateBounds bounds;
    private readonly ImmutableArray<bool[]> initial;

    private PackedSystem(EventSystem system, Universe universe, StateBounds bounds, ImmutableArray<object> events)
    {
        System = system;
        Universe = universe;
        Events = events;
        this.bounds = bounds;
        Ground = SystemGrounding.Of(system, universe, events, new ValueRanges(universe, bounds));
        initial = [.. Stepper.InitialStates(system, universe).Select(Bits)];
        Places = BitPlaces.Of(Ground, initial);
    }

    /// <summary>The system.</summary>
    public EventSystem System { get; }

    /// <summary>What events and quantifiers range over.</summary>
    public Universe Universe { get; }

    /// <summary>Every event of the universe once, enabled or not.</summary>
    public ImmutableArray<object> Events { get; }

    /// <summary>The number of bits of a state that can change.</summary>
    public int Width => Places.Width;

    /// <summary>The events whose steps the compiled code decides, in some states or in all, because the terms do not ground there.</summary>
    public IEnumerable<object> EventsInCode => Ground.Events
        .Where(e => Ground.Conditions.And(e.Unavailable, Ground.Valid) != ConditionTable.False)
        .Select(e => e.Event);

    internal GroundSystem Ground { get; }

    internal BitPlaces Places { get; }

    /// <summary>Packs a system, if its states have a packed form.</summary>
    /// <param name="system">The system.</param>
    /// <param name="universe">What events and quantifiers range over.</param>
    /// <param name="packed">The packed system, or null.</param>
    /// <param name="reason">Why there is none: the field of the state that has no packed form, or null.</param>
    /// <exception cref="NotEnumerableException">An event parameter has no finite range.</exception>
    public static bool TryCreate(EventSystem system, Universe universe, [NotNullWhen(true)] out PackedSystem? packed, [NotNullWhen(false)] out string? reason)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(universe);
        packed = null;
        var gaps = CarrierGaps.Of(system, universe);
        if (!universe.IsGiven(system.EventType) && Cases(system.EventType).FirstOrDefault(c => universe.IsGuess(c) || (!universe.IsGiven(c) && gaps.Contains(c))) is { } guessed)
        {
            reason = $"the values of {TypeText.Of(guessed)} depend on the state";
            return false;
        }

        return TryCreate(system, universe, universe.Values(system.EventType), out packed, out reason);
    }

    /// <summary>Packs a system with a given list of events, if its states have a packed form.</summary>
    /// <param name="system">The system.</param>
    /// <param name="universe">What quantifiers range over.</param>
    /// <param name="events">The events to try in each state; equal ones count once.</param>
    /// <param name="packed">The packed system, or null.</param>
    /// <param name="reason">Why there is none: the field of the state that has no packed form, or null.</param>
    public static bool TryCreate(
        EventSystem system, Universe universe, IEnumerable<object> events, [NotNullWhen(true)] out PackedSystem? packed, [NotNullWhen(false)] out string? reason)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(universe);
        packed = null;
        ImmutableArray<object> different = [.. events.Distinct()];
        if (different.Length > MaxEvents)
        {
            reason = $"{different.Length:N0} events are more than {MaxEvents:N0}, which grounding takes too long for";
            return false;
        }

        return TryCreate(system, universe, StateBounds.Of(universe), different, out packed, out reason);
    }

    /// <summary>Compares every step from a state with the compiled model.</summary>
    /// <param name="states">States of the system.</param>
    /// <exception cref="PackedMismatchException">They differ.</exception>
    /// <exception cref="NotPackableException">A state has no packed form.</exception>
    public void Verify(IEnumerable<object> states)
    {
        ArgumentNullException.ThrowIfNull(states);
        var verification = new Verification([.. states]);
        for (var packed = this; ;)
        {
            try
            {
                PackedWidth.Of(packed, verification);
                return;
            }
            catch (OutOfBoundsException outside)
            {
                packed = packed.Wider() ?? throw new NotPackableException($"A state {outside.Message}.");
            }
        }
    }

    /// <summary>The same system with wider bounds for integers and sequences, or null where there are none.</summary>
    internal PackedSystem? Wider() => bounds.IsWidest || !TryCreate(System, Universe, bounds.Wider, Events, out var wider, out _) ? null : wider;

    internal T[] InitialStates<T>()
        where T : struct, IWords<T> => [.. initial.Select(bits => Places.Pack<T>(bits))];

    /// <summary>A state of the model as bits.</summary>
    /// <exception cref="GroundingException">It has no packed form.</exception>
    internal T Encode<T>(object state)
        where T : struct, IWords<T>
    {
        var bits = Bits(state);
        for (var i = 0; i < bits.Length; i++)
        {
            if (Places.Constant(i) is { } constant && bits[i] != constant)
            {
                throw new PackedMismatchException($"bit {i} of {ModelText.State(state)} was taken for one that never changes.");
            }
        }

        return Places.Pack<T>(bits);
    }

    internal object Decode<T>(in T state)
        where T : struct, IWords<T>
    {
        var bits = new bool[Ground.Layout.Width];
        Places.Unpack(state, bits);
        return Ground.Layout.Read(bits)!;
    }

    private static bool TryCreate(
        EventSystem system, Universe universe, StateBounds bounds, ImmutableArray<object> events, [NotNullWhen(true)] out PackedSystem? packed, [NotNullWhen(false)] out string? reason)
    {
        packed = null;
        try
        {
            packed = new PackedSystem(system, universe, bounds, events);
            reason = null;
            return true;
        }
        catch (OutOfBoundsException) when (!bounds.IsWidest)
        {
            return TryCreate(system, universe, bounds.Wider, events, out packed, out reason);
        }
        catch (Exception refused) when (refused is GroundingException or MissingTermsException)
        {
            reason = refused.Message;
            return false;
        }
    }

    private static IEnumerable<Type> Cases(Type events) => events.IsAbstract ? Shape.CasesOf(events) : [events];

    private bool[] Bits(object state)
    {
        var bits = new bool[Ground.Layout.Width];
        Ground.Layout.Write(state, bits);
        return bits;
    }

    private sealed class Verification(ImmutableArray<object> states) : PackedWidth.IUse<bool>
    {
        public bool With<T>(PackedSystem system)
            where T : struct, IWords<T>
        {
            var model = new CompiledModel<T>(system, Program<T>.Of(system.Ground, system.Places));
            foreach (var state in states) model.Verify(model.Encode(state));
            return true;
        }
    }
}
