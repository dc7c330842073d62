using System.Collections.Immutable;
using Igloo.IoSpecs;
using Igloo.IoSpecs.Canonical;
using Igloo.IoSpecs.Heaps;
using Igloo.IoSpecs.Processes;

namespace MetaTheorems.IoSpecifications;

/// <summary>Random heaps that may be models of a process assertion. Whether one is, satisfaction decides.</summary>
public static class HeapModels
{
    /// <summary>The kinds of heaps.</summary>
    public enum Kind
    {
        /// <summary>The canonical one of a random schedule.</summary>
        Canonical,

        /// <summary>With places identified.</summary>
        Aliased,

        /// <summary>With permissions that nothing asks for.</summary>
        ExtraChunks,

        /// <summary>With tokens that nothing asks for.</summary>
        ExtraTokens,

        /// <summary>With ill-typed permissions, which do nothing.</summary>
        IllTypedInert,

        /// <summary>With everything infinitely often.</summary>
        InfinitelyOften,

        /// <summary>Of a schedule that need not be well typed: often no model.</summary>
        IllTypedSchedule,

        /// <summary>Without some of its chunks: often no model.</summary>
        Incomplete,
    }

    /// <summary>A heap of a kind, with a token at the root, for the process cut off at a depth.</summary>
    public static Heap Of(Kind kind, Process process, Typing typing, int depth, Random random, Func<Process, InputSchedule, int, Heap> canonical)
    {
        var heap = canonical(process, Schedule(kind == Kind.IllTypedSchedule ? Typing.Everything : typing, random.Next()), depth)
            .Add(new Chunk.Token(CanonicalModel.Root));
        var places = heap.Chunks.OfType<Chunk.Permission>().Select(p => p.Target).Append(CanonicalModel.Root).Distinct().ToImmutableArray();
        Place Somewhere() => places[random.Next(places.Length)];
        Chunk Permission(bool isWellTyped)
        {
            var fitting = Actions.All.Where(a => typing.Contains(a) == isWellTyped).DefaultIfEmpty(new("a", 0, 9)).ToArray();
            var action = fitting[random.Next(fitting.Length)];
            return new Chunk.Permission(action.Operation, Somewhere(), action.Output, action.Input, Somewhere());
        }

        return kind switch
        {
            Kind.Aliased => Renamed(heap, Aliases(places, random)),
            Kind.ExtraChunks => heap.Plus(Heap.Of(Enumerable.Range(0, 3).Select(_ => Permission(isWellTyped: true)))),
            Kind.ExtraTokens => heap.Plus(Heap.Of(Enumerable.Range(0, 2).Select(_ => new Chunk.Token(Somewhere())))),
            Kind.IllTypedInert => heap.Plus(Heap.Of(Enumerable.Range(0, 3).Select(_ => Permission(isWellTyped: false)))),
            Kind.InfinitelyOften => heap.Chunks.Aggregate(heap, (h, c) => h.Add(c, Heap.Infinitely)),
            Kind.Incomplete => Heap.Of(heap.Chunks.Where(c => c is Chunk.Token || random.Next(3) > 0)),
            _ => heap,
        };
    }

    /// <summary>A random schedule within a typing; where that is empty, anything.</summary>
    public static InputSchedule Schedule(Typing typing, int seed) => new((before, operation, output) =>
    {
        object[] inputs = [.. Actions.Values.Where(w => typing.Contains(operation, output, w)).DefaultIfEmpty(0)];
        // A function of the history: the same question has the same answer.
        var hash = before.Aggregate(seed, (h, a) => unchecked((h * 31) + Number(a)));
        return inputs[new Random(unchecked((hash * 31) + Number(new IoAction(operation, output, 0)))).Next(inputs.Length)];
    });

    /// <summary>The heap with its places renamed.</summary>
    public static Heap Renamed(Heap heap, Func<Place, Place> name) => heap.Chunks.Aggregate(Heap.Empty, (renamed, chunk) => renamed.Add(
        chunk switch
        {
            Chunk.Permission p => p with { Source = name(p.Source), Target = name(p.Target) },
            Chunk.Token token => new Chunk.Token(name(token.At)),
            _ => chunk,
        },
        heap.CountOf(chunk)));

    private static Func<Place, Place> Aliases(ImmutableArray<Place> places, Random random)
    {
        // The root, too, as in the paper's heap whose token comes back to where it started.
        Place[] few = [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => places[random.Next(places.Length)])];
        var names = places.ToDictionary(p => p, p => p == CanonicalModel.Root ? p : few[random.Next(few.Length)]);
        return place => names[place];
    }

    private static int Number(IoAction action) => Actions.Indices(action) is var (b, v, w) ? (b * 4) + (v * 2) + w + 1 : 0;
}
