using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Igloo.IoSpecs.Heaps;

namespace Igloo.IoSpecs.Assertions;

/// <summary>
/// Checks h ⊨ φ by taking chunks out of the heap, with search over the existential quantifiers. Co-inductive: an instance of a predicate
/// met again inside itself with the same heap holds, if all that it takes on the way is there infinitely often.
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
        return search.Holds(heap, ImmutableStack.Create<Part>(new Part.Pending(new(assertion))), Loops.None)
            ? SatisfactionVerdict.Satisfied
            : search.IsExhausted ? SatisfactionVerdict.Undecided : SatisfactionVerdict.NotSatisfied;
    }

    private sealed class Search(Typing typing, IReadOnlyCollection<object> values, IReadOnlyCollection<Place> places, int budget)
    {
        private int left = budget;

        public bool IsExhausted => left <= 0;

        // The parts still to be satisfied stand on a stack; a branch that fails leaves no trace, since everything is immutable. A part
        // is unfolded when its turn comes: behind an ill-typed chunk there need be nothing.
        public bool Holds(Heap heap, ImmutableStack<Part> parts, Loops loops)
        {
            if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) left = 0;
            while (!parts.IsEmpty)
            {
                if (--left <= 0) return false;
                parts = parts.Pop(out var part);
                if (part is Part.Left(var entered, var instance))
                {
                    if (!loops.MayLeave(entered, instance, heap)) return false;
                    loops = loops.Without(entered, instance);
                    continue;
                }

                switch (((Part.Pending)part).Assertion.Value)
                {
                    case Assertion.Boolean boolean:
                        if (!boolean.Value) return false;
                        break;
                    case Assertion.Points points:
                        if (!heap.Contains(points.Chunk) || !points.Chunk.IsWellTyped(typing)) return false;
                        heap = heap.Remove(points.Chunk);
                        break;
                    case Assertion.Separating both:
                        parts = Push(Push(parts, both.Rest), new(both.First));
                        break;
                    case Assertion.Predicate predicate when loops.IsInside(heap, predicate):
                        loops = loops.Assuming(heap, predicate);
                        break;
                    case Assertion.Predicate predicate:
                        loops = loops.Entering(heap, predicate);
                        parts = Push(parts.Push(new Part.Left(heap, predicate)), new(predicate.Unfold));
                        break;
                    case Assertion.ExistsValue some:
                        var (heapNow, partsNow, loopsNow) = (heap, parts, loops);
                        return values.Any(v => Holds(heapNow, Push(partsNow, new(() => some.Body(v))), loopsNow));
                    case Assertion.ExistsPlace some:
                        var (heapHere, partsHere, loopsHere) = (heap, parts, loops);
                        return places.Any(t => Holds(heapHere, Push(partsHere, new(() => some.Body(t))), loopsHere));
                    case var unknown:
                        throw new InvalidOperationException($"Unknown assertion {unknown}.");
                }
            }

            return true;
        }

        private static ImmutableStack<Part> Push(ImmutableStack<Part> parts, Lazy<Assertion> assertion) => parts.Push(new Part.Pending(assertion));
    }

    private abstract record Part
    {
        /// <summary>Still to be satisfied.</summary>
        public sealed record Pending(Lazy<Assertion> Assertion) : Part;

        /// <summary>Behind everything that an instance of a predicate, entered with a heap, consists of.</summary>
        public sealed record Left(Heap Entered, Assertion.Predicate Instance) : Part;
    }

    /// <summary>The instances that the search is inside of, and which of them it has assumed to hold within themselves.</summary>
    /// <remarks>
    /// With the heap unchanged, only chunks of infinite multiplicity were taken on the way round. The assumption is kept if that is still so
    /// at the end of the instance: otherwise each round would need more than there is. To unfold the instance once more would help
    /// nothing: whatever satisfies it there satisfies it at its first occurrence.
    /// </remarks>
    private sealed record Loops(ImmutableHashSet<(Heap, Assertion.Predicate)> Inside, ImmutableHashSet<(Heap, Assertion.Predicate)> Assumed)
    {
        public static Loops None { get; } = new([], []);

        public bool IsInside(Heap heap, Assertion.Predicate instance) => Inside.Contains((heap, instance));

        public bool MayLeave(Heap entered, Assertion.Predicate instance, Heap left) => !Assumed.Contains((entered, instance)) || entered.Equals(left);

        public Loops Entering(Heap heap, Assertion.Predicate instance) => this with { Inside = Inside.Add((heap, instance)) };

        public Loops Assuming(Heap heap, Assertion.Predicate instance) => this with { Assumed = Assumed.Add((heap, instance)) };

        public Loops Without(Heap heap, Assertion.Predicate instance) => new(Inside.Remove((heap, instance)), Assumed.Remove((heap, instance)));
    }
}
