using Igloo.Components;
using Igloo.IoSpecs.Assertions;
using Igloo.IoSpecs.Heaps;
using Igloo.IoSpecs.Processes;

namespace Igloo.IoSpecs.Tests.Paper;

/// <summary>The paper's examples, with recv and send over small integers.</summary>
internal static class Examples
{
    public static readonly object[] Numbers = [.. Enumerable.Range(-2, 45).Cast<object>()];

    public static readonly Place[] Places = [new("t"), new("t1"), new("t2"), new("t3")];

    public static readonly Typing Integers = new((operation, output, input) => operation switch
    {
        "recv" or "in" => output is Unit && (input is int || input is bool),
        "send" or "out" => input is Unit,
        _ => false,
    });

    public static Satisfaction Satisfies { get; } = new(Integers, Numbers, Places);

    /// <summary>Example 2.5: receive an integer, then send the double.</summary>
    public static Assertion Double(Place t) => Assertion.Star(Token(t), () =>
        new Assertion.ExistsValue("x", x => new Assertion.ExistsPlace("t'", u => new Assertion.ExistsPlace("t''", v =>
            Assertion.Star(Receives(t, x, u), () => Sends(u, 2 * (int)x, v))))));

    /// <summary>Example 2.6: receive numbers and send their sum while they are positive.</summary>
    public static Assertion Sums(Place t) => Assertion.Star(Token(t), () => ReceiveAndSend(t, 0));

    /// <summary>Example 5.4: the process of example 2.6.</summary>
    public static Process Summing(int a) => Process.Do("recv", default(Unit), z => (int)z > 0
        ? Process.Do("send", a + (int)z, _ => Summing(a + (int)z))
        : Process.Null);

    public static Chunk TokenAt(string t) => new Chunk.Token(new(t));

    public static Chunk Recv(string t, object x, string u) => new Chunk.Permission("recv", new(t), default(Unit), x, new(u));

    public static Chunk Send(string t, object x, string u) => new Chunk.Permission("send", new(t), x, default(Unit), new(u));

    public static IoAction Receive(object x) => new("recv", default(Unit), x);

    public static IoAction Send(object x) => new("send", x, default(Unit));

    /// <summary>The traces of a heap up to a length, each as text; without Contradict and Chaos only the regular ones.</summary>
    public static IReadOnlySet<string> TracesOf(Heap heap, Typing typing, IReadOnlyCollection<IoAction> actions, int length, bool isRegular)
    {
        var transitions = new HeapTransitions(typing);
        var found = new HashSet<string>(StringComparer.Ordinal);
        Follow([heap], []);
        return found;

        void Follow(IReadOnlyCollection<Heap?> states, IReadOnlyList<IoAction> trace)
        {
            found.Add(Text(trace));
            if (trace.Count == length) return;
            foreach (var action in actions)
            {
                HashSet<Heap?> after = [.. states.SelectMany(s => transitions.After(s, action)).Where(s => s is not null || !isRegular)];
                if (after.Count > 0) Follow(after, [.. trace, action]);
            }
        }
    }

    /// <summary>The prefixes of traces, each as text.</summary>
    public static IReadOnlySet<string> Prefixes(params IoAction[][] traces) =>
        traces.SelectMany(t => Enumerable.Range(0, t.Length + 1).Select(n => Text(t.Take(n)))).ToHashSet(StringComparer.Ordinal);

    public static string Text(IEnumerable<IoAction> trace) => string.Join(" · ", trace);

    private static Assertion.Predicate ReceiveAndSend(Place t, int a) => new("RS", [t, a], () =>
        new Assertion.ExistsValue("z", z => new Assertion.ExistsPlace("t'", u => new Assertion.ExistsPlace("t''", v =>
            Assertion.Star(Receives(t, z, u), () => (int)z > 0
                ? Assertion.Star(Sends(u, a + (int)z, v), () => ReceiveAndSend(v, a + (int)z))
                : Assertion.True)))));

    private static Assertion.Points Token(Place t) => new(new Chunk.Token(t));

    private static Assertion.Points Receives(Place t, object x, Place u) => new(new Chunk.Permission("recv", t, default(Unit), x, u));

    private static Assertion.Points Sends(Place t, object x, Place u) => new(new Chunk.Permission("send", t, x, default(Unit), u));
}
