using Igloo.Models;

namespace Igloo.Exploring.Properties;

/// <summary>Builds the past of an event type that is only known at run time.</summary>
internal abstract class PastSteps
{
    /// <summary>The past of an initial state.</summary>
    public abstract object Empty { get; }

    /// <summary>For the events of a system.</summary>
    public static PastSteps Of(Type eventType) => (PastSteps)Activator.CreateInstance(typeof(Typed<>).MakeGenericType(eventType))!;

    /// <summary>The past after one more event.</summary>
    public abstract object Add(object past, object e);

    private sealed class Typed<TEvent> : PastSteps
        where TEvent : class
    {
        public override object Empty => Past<TEvent>.Empty;

        public override object Add(object past, object e) => ((Past<TEvent>)past).Add((TEvent)e);
    }
}
