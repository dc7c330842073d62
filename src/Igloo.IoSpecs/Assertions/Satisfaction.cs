using System.Collections.Immutable;
using Igloo.IoSpecs.Heaps;

namespace Igloo.IoSpecs.Assertions;

/// <summary>
/// Checks h ⊨ φ by taking chunks out of the heap, with search over the existential quantifiers. Co-inductive: an instance of a predicate
/// met again on the way with the same heap holds.
/// </summary>
/// <param name="typing">The typing function: a chunk holds only if it is well typed.</param>
/// <param name="values">What ∃ v ranges over.</param>
/// <param name="places">What ∃ t ranges over; places that occur in no chunk of the heap change nothing.</param>
/// <param name="budget">The largest number of steps.</param>
/// <remarks>Igloo (OOPSLA 2020), section 5.1. What is left of the heap is ignored: lemma 5.1, monotonicity.</remarks>
public sealed class Satisfaction(Typing typing, IReadOnlyCollection<object> values, IReadOnlyCollection<Place> places, int budget = 100_000)
{
    /// <summary>Whether the heap satisfies the assertion.</summary>
    /// <param name="heap">The heap h.</param>
    /// <param name="assertion">The assertion φ.</param>
    public SatisfactionVerdict Check(Heap heap, Assertion assertion)
    {
        ArgumentNullException.ThrowIfNull(heap);
        ArgumentNullException.ThrowIfNull(assertion);
        var search = new Search(typing, values, places, budget);
        return search.Holds(heap, ImmutableStack.Create(new Lazy<Assertion>(assertion)), [])
            ? SatisfactionVerdict.Satisfied
            : search.IsExhausted ? SatisfactionVerdict.Undecided : SatisfactionVerdict.NotSatisfied;
    }

    private sealed class Search(Typing typing, IReadOnlyCollection<object> values, IReadOnlyCollection<Place> places, int budget)
    {
        private int left = budget;

        public bool IsExhausted => left <= 0;

        // The parts still to be satisfied stand on a stack; a branch that fails leaves no trace, since everything is immutable. A part
        // is unfolded when its turn comes: behind an ill-typed chunk there need be nothing.
        public bool Holds(Heap heap, ImmutableStack<Lazy<Assertion>> parts, ImmutableHashSet<(Heap, Assertion.Predicate, int)> met)
        {
            while (!parts.IsEmpty)
            {
                if (--left <= 0) return false;
                parts = parts.Pop(out var part);
                switch (part.Value)
                {
                    case Assertion.Boolean boolean:
                        if (!boolean.Value) return false;
                        break;
                    case Assertion.Points points:
                        if (!heap.Contains(points.Chunk) || !points.Chunk.IsWellTyped(typing)) return false;
                        heap = heap.Remove(points.Chunk);
                        break;
                    case Assertion.Separating both:
                        parts = parts.Push(both.Rest).Push(new(both.First));
                        break;
                    case Assertion.Predicate predicate:
                        // The same instance below the same number of other parts: the way back to it consumed nothing.
                        if (met.Contains((heap, predicate, parts.Count()))) break;
                        met = met.Add((heap, predicate, parts.Count()));
                        parts = parts.Push(new(predicate.Unfold));
                        break;
                    case Assertion.ExistsValue some:
                        var (heapNow, partsNow, metNow) = (heap, parts, met);
                        return values.Any(v => Holds(heapNow, partsNow.Push(new(() => some.Body(v))), metNow));
                    case Assertion.ExistsPlace some:
                        var (heapHere, partsHere, metHere) = (heap, parts, met);
                        return places.Any(t => Holds(heapHere, partsHere.Push(new(() => some.Body(t))), metHere));
                    default:
                        throw new InvalidOperationException($"Unknown assertion {part.Value}.");
                }
            }

            return true;
        }
    }
}
