using System.Runtime.CompilerServices;
using Igloo.IoSpecs;
using Igloo.Monitoring.Policies;

namespace Igloo.Monitoring.Permissions;

/// <summary>The plans of all event cases.</summary>
internal sealed class EventPlans<TEvent>
    where TEvent : class
{
    private readonly Dictionary<Type, EventPlan<TEvent>> plans;
    private readonly string name;
    private EventPlan<TEvent>? lastPlan;

    /// <param name="name">The name of the monitor, for messages.</param>
    /// <param name="samples">Events that stand for inputs before they are known.</param>
    /// <exception cref="ArgumentException">An event case with inputs has no sample, and none can be made from its types.</exception>
    public EventPlans(string name, IReadOnlyCollection<TEvent> samples)
    {
        this.name = name;
        plans = EventCases.Of(typeof(TEvent)).ToDictionary(c => c, c => EventPlan<TEvent>.Of(c, samples));
        if (All.FirstOrDefault(p => p.HasInputs && p.Sample is null) is { } plan)
        {
            throw new ArgumentException($"No sample input can be made for {plan.CaseType.Name}; set Samples in the options.", nameof(samples));
        }
    }

    public IReadOnlyCollection<EventPlan<TEvent>> All => plans.Values;

    /// <summary>The plan of an event.</summary>
    /// <exception cref="ArgumentException">It is none of the component.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public EventPlan<TEvent> Of(TEvent e)
    {
        var found = lastPlan;
        return found is not null && e is not null && found.CaseType == e.GetType() ? found : Search(e);
    }

    private EventPlan<TEvent> Search(TEvent? e)
    {
        ArgumentNullException.ThrowIfNull(e);
        return Find(e.GetType(), ref lastPlan) ?? throw new ArgumentException($"{e.GetType()} is no event case of {name}.", nameof(e));
    }

    /// <summary>The plan of a case. Mostly it is the one that the same caller asked for last, which is found without hashing.</summary>
    public EventPlan<TEvent>? Find(Type caseType, ref EventPlan<TEvent>? last)
    {
        if (last is { } found && found.CaseType == caseType) return found;
        return plans.TryGetValue(caseType, out var plan) ? last = plan : null;
    }
}
