namespace Igloo.Components;

/// <summary>
/// Marks what automatic events use up, so that they come to an end: a method that takes the state and returns an integer, which is never negative and
/// becomes smaller, or a <see cref="Values.Set{T}"/>, which loses elements and gains none.
/// </summary>
/// <example><code>
/// [Ranking]
/// public Set&lt;Node&gt; Unprepared(State s) => s.Inbox.Add(self).Except(s.Outbox);
/// </code></example>
/// <remarks>
/// <para>
/// A ranking function (variant) of the events marked <see cref="InternalAttribute.IsAutomatic"/>; a component with such events has exactly one.
/// Integers from zero on and finite sets under inclusion are well-founded: nothing becomes smaller for ever.
/// </para>
/// <para>An automatic event that leaves the state as it is may happen any number of times, because nobody notices; it need not use anything up.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RankingAttribute : Attribute;
