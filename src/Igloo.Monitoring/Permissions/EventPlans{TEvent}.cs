using System.Collections.Frozen;
using Igloo.IoSpecs;

namespace Igloo.Monitoring.Permissions;

/// <summary>The plans of all event cases. Immutable; monitors whose samples come from the types share one.</summary>
internal sealed class EventPlans<TEvent>
    where TEvent : class
{
    private static EventPlans<TEvent>? ofTypes;
    private readonly FrozenDictionary<Type, EventPlan<TEvent>> plans;

    private EventPlans(IReadOnlyCollection<TEvent> samples)
    {
        plans = EventCases.Of(typeof(TEvent)).ToFrozenDictionary(c => c, c => EventPlan<TEvent>.Of(c, samples));
        if (All.FirstOrDefault(p => p.HasInputs && p.Sample is null) is { } plan)
        {
            throw new ArgumentException($"No sample input can be made for {plan.CaseType.Name}; set Samples in the options.", nameof(samples));
        }
    }

    public IReadOnlyCollection<EventPlan<TEvent>> All => plans.Values;

    /// <summary>The plans of the cases of an event type.</summary>
    /// <param name="samples">Events that stand for inputs before they are known.</param>
    /// <exception cref="ArgumentException">An event case with inputs has no sample, and none can be made from its types.</exception>
    public static EventPlans<TEvent> With(IReadOnlyCollection<TEvent> samples) => samples.Count > 0 ? new(samples) : ofTypes ??= new([]);

    /// <summary>The plan of a case. Mostly it is the one that the same caller asked for last, which is found without hashing.</summary>
    public EventPlan<TEvent>? Find(Type caseType, ref EventPlan<TEvent>? last)
    {
        if (last is { } found && found.CaseType == caseType) return found;
        return plans.TryGetValue(caseType, out var plan) ? last = plan : null;
    }
}
