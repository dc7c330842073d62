using Igloo.IoSpecs;
using Igloo.IoSpecs.Assertions;
using Igloo.IoSpecs.Canonical;
using Igloo.IoSpecs.Heaps;
using Igloo.IoSpecs.Processes;

namespace MetaTheorems.IoSpecifications;

/// <summary>The logic with one thing wrong.</summary>
internal static class BrokenLogic
{
    /// <summary>Only Contradict leads from a heap to ⊥.</summary>
    public static Logic NoContradict { get; } = new()
    {
        After = (typing, heap, action) => Logic.Paper.After(typing, heap, action).Where(after => after is not null),
    };

    public static Logic NoChaos { get; } = new()
    {
        After = (typing, heap, action) => heap is null ? [] : Logic.Paper.After(typing, heap, action),
    };

    /// <summary>Positions of about the same length with the same first half are one place.</summary>
    public static Logic SharedPlaces { get; } = new()
    {
        Canonical = (process, schedule, depth) => HeapModels.Renamed(
            CanonicalModel.Of(process, schedule, depth), place => place == CanonicalModel.Root ? place : new Place(place.Name[..(place.Name.Length / 2)] + "#")),
    };

    public static Logic TypingDroppedInSatisfaction { get; } = new() { SatisfactionTyping = _ => Typing.Everything };

    public static Logic WithoutMonotonicity { get; } = new() { IsExact = true };

    public static Logic EmptyTypes { get; } = new() { TypesMayBeEmpty = true };

    public static Logic GuardsThatReadInputs { get; } = new() { GuardsReadInputs = true };

    /// <summary>A permission for every input instead of for some.</summary>
    public static Logic InputsIterated { get; } = new() { Embed = (process, place, typing) => Swapped(process, place, typing, inputs: true, choices: false) };

    /// <summary>Some branch of a choice instead of all.</summary>
    public static Logic ChoicesExistential { get; } = new() { Embed = (process, place, typing) => Swapped(process, place, typing, inputs: false, choices: true) };

    public static Logic BothSwapped { get; } = new() { Embed = (process, place, typing) => Swapped(process, place, typing, inputs: true, choices: true) };

    private static Assertion Swapped(Process process, Place place, Typing typing, bool inputs, bool choices)
    {
        return process switch
        {
            Process.Defined defined => At(defined.Unfold(), place),
            Process.Prefix prefix when inputs => Assertion.Iterated(
                Actions.Values.Where(w => typing.Contains(prefix.Operation, prefix.Output, w)),
                input => new Assertion.ExistsPlace("t'", target => Step(prefix, input, target))),
            Process.Prefix prefix => new Assertion.ExistsPlace("t'", target => new Assertion.ExistsValue("z'", input => Step(prefix, input, target))),
            Process.Choice { Second: Process.Inactive } last => At(last.First, place),
            Process.Choice choice when choices => new Assertion.ExistsValue("v", v => At(v is 0 ? choice.First : choice.Second, place)),
            Process.Choice choice => Assertion.Star(At(choice.First, place), () => At(choice.Second, place)),
            _ => Assertion.True,
        };

        Assertion At(Process next, Place at) => Swapped(next, at, typing, inputs, choices);

        Assertion Step(Process.Prefix prefix, object input, Place target) => Assertion.Star(
            new Assertion.Points(new Chunk.Permission(prefix.Operation, place, prefix.Output, input, target)),
            () => At(prefix.Continue(input), target));
    }
}
