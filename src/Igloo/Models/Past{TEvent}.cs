using System.Collections;
using Igloo.Terms.Evaluation;

namespace Igloo.Models;

/// <summary>
/// The set of events that have happened before a point of a run, without skip. The framework keeps it; models only ask.
/// </summary>
/// <typeparam name="TEvent">The event hierarchy of the system.</typeparam>
/// <remarks>
/// A set and not a sequence: exact for properties of ordered pairs, precedence, at-most-once and injective agreement. Counting
/// needs a history field of the user's own.
/// </remarks>
public sealed class Past<TEvent> : IEquatable<Past<TEvent>>, IReadOnlyCollection<TEvent>
    where TEvent : class
{
    private readonly Values.Set<TEvent> events;

    private Past(Values.Set<TEvent> events) => this.events = events;

    internal static ICollectionOperations Operations { get; } = new PastOperations<TEvent>();

    /// <summary>The past of an initial state.</summary>
    public static Past<TEvent> Empty { get; } = new(Values.Set<TEvent>.Empty);

    /// <inheritdoc/>
    public int Count => events.Count;

    /// <summary>The past after one more event.</summary>
    /// <param name="e">The event that has just happened.</param>
    public Past<TEvent> Add(TEvent e) => Contains(e) ? this : new(events.Add(e));

    /// <summary>Whether this very event, parameters included, has happened.</summary>
    /// <param name="e">The event asked for.</param>
    public bool Contains(TEvent e) => events.Contains(e);

    /// <summary>Whether every earlier event of the given case satisfies the predicate.</summary>
    /// <typeparam name="TCase">A case of the hierarchy, or the hierarchy itself.</typeparam>
    /// <param name="predicate">The predicate.</param>
    public bool All<TCase>(Func<TCase, bool> predicate) where TCase : TEvent =>
        events.All(e => e is not TCase c || predicate(c));

    /// <summary>Whether some earlier event of the given case satisfies the predicate.</summary>
    /// <typeparam name="TCase">A case of the hierarchy, or the hierarchy itself.</typeparam>
    /// <param name="predicate">The predicate.</param>
    public bool Exists<TCase>(Func<TCase, bool> predicate) where TCase : TEvent =>
        events.Exists(e => e is TCase c && predicate(c));

    /// <inheritdoc/>
    public bool Equals(Past<TEvent>? other) => other is not null && events.Equals(other.events);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Past<TEvent>);

    /// <inheritdoc/>
    public override int GetHashCode() => events.GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => events.ToString();

    /// <inheritdoc/>
    public IEnumerator<TEvent> GetEnumerator() => ((IEnumerable<TEvent>)events).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
