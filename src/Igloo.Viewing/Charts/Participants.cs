using System.Collections.Immutable;
using Igloo.Components;
using Igloo.Exploring;
using Igloo.Models;

namespace Igloo.Viewing.Charts;

/// <summary>Who takes part in the events of a system.</summary>
internal abstract class Participants
{
    protected const int Environment = 0;

    /// <summary>The participants, in the order of the lanes.</summary>
    public abstract ImmutableArray<Lane> Lanes { get; }

    /// <summary>How lanes were chosen; null where the model says it.</summary>
    public virtual string? Note => null;

    /// <summary>The participants of an instance.</summary>
    public static Participants Of(EventSystem system, Universe universe)
    {
        for (var type = system.GetType(); type is not null; type = type.BaseType)
        {
            if (!type.IsGenericType) continue;
            var definition = type.GetGenericTypeDefinition();
            var reader = definition == typeof(Composition<,,,,>) ? typeof(OneFamily<,,,,>)
                : definition == typeof(Composition<,,,,,,,>) ? typeof(TwoFamilies<,,,,,,,>)
                : null;
            if (reader is not null) return (Participants)Activator.CreateInstance(reader.MakeGenericType(type.GetGenericArguments()), system)!;
        }

        return new Parameters(system, universe);
    }

    /// <summary>The place of an event.</summary>
    public abstract ChartRow Row(object e);

    /// <summary>Who takes part in an event, as text.</summary>
    public string Who(object e)
    {
        var row = Row(e);
        var component = Lanes[Math.Max(row.From, row.To)].Name;
        return row.Kind switch
        {
            ChartKind.Send => $"{component} sends",
            ChartKind.Receive => $"{component} receives",
            ChartKind.Exchange => $"{component} exchanges",
            _ => component,
        };
    }

    /// <summary>The names of those who take part in an event, the one that acts or gives first.</summary>
    public ImmutableArray<string> Names(object e)
    {
        var row = Row(e);
        return row.From == row.To ? [Lanes[row.From].Name] : [Lanes[row.From].Name, Lanes[row.To].Name];
    }

    /// <summary>Whether some state may enable an event: an I/O event of a component happens only as one of the environment.</summary>
    public virtual bool IsPossible(object e) => true;

    /// <summary>An event of the environment by itself.</summary>
    protected static ChartRow OfEnvironment(object own, object whole) => new(ChartKind.Alone, Environment, Environment, ModelText.Event(own), ModelText.Event(whole));

    /// <summary>An event of one component by itself.</summary>
    protected static ChartRow OfComponent(int lane, object own, object whole) => new(ChartKind.Alone, lane, lane, ModelText.Event(own), ModelText.Event(whole));

    /// <summary>An I/O event of a component, which happens together with one of the environment.</summary>
    protected static ChartRow Together(int lane, object own, object whole)
    {
        var parameters = EventSignature.Of(own.GetType()).Parameters;
        var kind = !parameters.Any(p => p.IsInput) ? ChartKind.Send : parameters.All(p => p.IsInput) ? ChartKind.Receive : ChartKind.Exchange;
        var isReceived = kind == ChartKind.Receive;
        return new ChartRow(kind, isReceived ? Environment : lane, isReceived ? lane : Environment, ModelText.Event(own), ModelText.Event(whole));
    }

    /// <summary>The lane of the environment, and one for each component.</summary>
    protected static ImmutableArray<Lane> WithEnvironment(EventSystem environment, params IEnumerable<string> components) =>
        [new Lane(Name(environment), true), .. components.Select(c => new Lane(c, false))];

    /// <summary>The name of the class of a model or component.</summary>
    protected static string Name(object model) => model.GetType().Name.Split('`')[0];
}
