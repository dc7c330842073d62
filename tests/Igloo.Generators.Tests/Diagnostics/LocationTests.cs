using Igloo.Generators.Tests.Harness;

namespace Igloo.Generators.Tests.Diagnostics;

/// <summary>Findings point at the offending code, wherever it is reached from, and once.</summary>
public sealed class LocationTests
{
    private const string Shared = """
        public static class Helpers
        {
            public static bool Loud(string s) => s.Contains("!");
        }

        [Model] public static class A { public static bool F(string s) => Helpers.Loud(s); }
        [Model] public static class B { public static bool G(string s) => Helpers.Loud(s); }
        """;

    [Fact]
    public void Finding_in_a_shared_helper_is_reported_once_at_the_helper()
    {
        var found = Assert.Single(TestCompilation.Analyse(Shared));
        Assert.Equal("IGL1003", found.Id);
        Assert.Equal(2, found.Location.GetLineSpan().StartLinePosition.Line);
    }

    [Theory]
    [InlineData("public static bool F(Node a) => a is Node(1);", "IGL1102")]
    [InlineData("public static bool F(Node a) => a is { Index: 1 };", "IGL1102")]
    [InlineData("public static Node F(Node a) => a with { Index = 2 };", "IGL1102")]
    [InlineData("public static Node F(int i) => new Node(i);", "IGL1102")]
    [InlineData("public static bool F(Set<Odd> s, Odd o) => s.Contains(o);", "IGL1006")]
    [InlineData("public static bool F(Domain<Node> a, Domain<Node> b) => a == b;", "IGL1006")]
    [InlineData("public static bool F(int a, long b) => a.Equals(b);", "IGL1002")]
    [InlineData("public static bool F(int a, long b) => Equals(b, a);", "IGL1002")]
    [InlineData("public static int Limit { get; set; } = 3;", "IGL1002")]
    [InlineData("private static int limit = 3; public static int F(int x) => x + limit;", "IGL1002")]
    [InlineData("public static int F(ref int x) => x;", "IGL1001")]
    [InlineData("public static int F(params int[] x) => 1;", "IGL1001")]
    [InlineData("public static int F(int? x) => -x ?? 0;", "IGL1007")]
    [InlineData("public static bool F(Node n) => n.ToString() == \"1\";", "IGL1025")]
    [InlineData("public static int F(object o) => o is int i ? i : 0;", "IGL1004")]
    [InlineData("public static long F(int x) => (byte)x;", "IGL1002")]
    [InlineData("public static int F(int x) { while (x > 0) { x--; } return x; }", "IGL1014")]
    [InlineData("public static int F(int x) => G(x); private static int G(int x) => F(x);", "IGL1009")]
    [InlineData("public static int F(Set<int> s) => s.GetHashCode();", "IGL1003")]
    [InlineData("public static bool F(Map<Node, int> m) => m.Default == 1;", "IGL1003")]
    public void Neighbour_of_the_subset_is_rejected(string member, string id)
    {
        var found = TestCompilation.Analyse($$"""
            [Sort] public readonly record struct Node(int Index);
            public sealed record Odd(int X) { public bool Equals(Odd? o) => true; public override int GetHashCode() => 0; }
            [Model] public static class M { {{member}} }
            """);
        Assert.Equal([id], found.Select(d => d.Id).Distinct());
    }

    [Fact]
    public void Code_that_no_model_reaches_is_not_judged() =>
        Assert.Empty(TestCompilation.Analyse("public static class Free { public static double F(double x) => x * 2; }"));

    [Fact]
    public void Member_of_a_model_that_nothing_asks_for_is_not_judged() => Assert.Empty(TestCompilation.Analyse("""
        public sealed class Clock : EventSystem<Clock.State, Clock.Event>
        {
            public sealed record State(int Time);
            public abstract record Event { public sealed record Tick : Event; }
            public override State Initial => new(0);
            public override State? Next(State s, Event e) => e switch { Event.Tick => s, _ => null };
            public override string ToString() => $"clock {Initial}";
            public double Ratio(int x) => x / 2.0;
        }
        """));

    [Fact]
    public void Message_names_the_theory_interface_that_is_missing()
    {
        var found = Assert.Single(TestCompilation.Analyse("""
            public interface IRing { int Size { get; } }
            [Model] public static class M { public static bool F(IRing ring) => true; }
            """));
        Assert.Equal("IGL1004", found.Id);
        Assert.Contains("extend ITheory", found.GetMessage(null));
    }

    [Fact]
    public void Message_names_the_reason_and_the_alternative()
    {
        var found = Assert.Single(TestCompilation.Analyse("[Model] public static class M { public static bool F(Set<int> s) => s.Any(x => x > 1); }"));
        Assert.Equal("'Any' of LINQ has no terms. Use Exists of the collection.", found.GetMessage(null));
    }

    [Fact]
    public void Member_of_another_model_that_nothing_asks_for_is_judged_once_where_it_is_called()
    {
        var found = Assert.Single(TestCompilation.Analyse("""
            public sealed class Clock : EventSystem<Clock.State, Clock.Event>
            {
                public sealed record State(int Time);
                public abstract record Event { public sealed record Tick : Event; }
                public override State Initial => new(0);
                public override State? Next(State s, Event e) => e switch { Event.Tick => s, _ => null };
                public static bool IsLoud(string s) => s.Contains("!");
                public static bool IsQuiet(string s) => s.Contains("?");
            }
            [Model] public static class A { public static bool F(string s) => Clock.IsLoud(s); }
            [Model] public static class B { public static bool F(string s) => Clock.IsLoud(s); }
            """));
        Assert.Equal(("IGL1003", 6), (found.Id, found.Location.GetLineSpan().StartLinePosition.Line));
    }

    [Fact]
    public void Recursion_by_way_of_another_model_is_reported_at_each_call()
    {
        var found = TestCompilation.Analyse("""
            [Model] public static class A { public static int F(int x) => B.F(x); }
            [Model] public static class B { public static int F(int x) => A.F(x); }
            """);
        Assert.Equal([("IGL1009", 0), ("IGL1009", 1)], found.Select(d => (d.Id, d.Location.GetLineSpan().StartLinePosition.Line)).Order());
    }

    [Fact]
    public void Model_whose_first_part_says_nothing_is_judged() =>
        Assert.Equal("IGL1003", Assert.Single(TestCompilation.Analyse("public static partial class M { }\n[Model] public static partial class M { public static bool F(string s) => s.Contains(\"!\"); }")).Id);

    [Fact]
    public void Pragma_suppresses_a_finding() =>
        Assert.Empty(TestCompilation.Analyse("#pragma warning disable IGL1003\n[Model] public static class M { public static bool F(string s) => s.Contains(\"!\"); }"));

    private const string Room = """
        public sealed class Room : EventSystem<Room.State, Room.Event>
        {
            public sealed record State(Set<int> Inside);
            public abstract record Event { public sealed record Enter(int Who) : Event; }
            public override State Initial => new(Set<int>.Empty);
            public override State? Next(State s, Event e) => e switch { Event.Enter => s, _ => null };
            MEMBER
        }
        public static class Sizes { public static int Of(Set<int> s) => s.Count; }
        """;

    [Theory]
    [InlineData("[Invariant] public bool Few(State s) => s.Inside.Count < 3;", 6)]
    [InlineData("[Invariant] public bool Few(State s) => Number(s) < 3; private static int Number(State s) => s.Inside.Count;", 6)]
    [InlineData("[Invariant] public bool Few(State s) => Sizes.Of(s.Inside) < 3;", 8)]
    [InlineData("[Invariant] public bool Few(State s, Bag<int> bag) => bag.Count < 3;", 6)]
    [InlineData("[Invariant] public bool Few(State s, FiniteMap<int, int> map) => map.Count < 3;", 6)]
    public void Number_of_elements_is_reported_where_a_proof_needs_it(string member, int line)
    {
        var found = Assert.Single(TestCompilation.Analyse(Room.Replace("MEMBER", member, StringComparison.Ordinal)));
        Assert.Equal(("IGL1016", line), (found.Id, found.Location.GetLineSpan().StartLinePosition.Line));
    }

    [Theory]
    [InlineData("[Sometimes] public bool Full(State s) => s.Inside.Count == 3;")]
    [InlineData("public static int Number(State s) => s.Inside.Count;")]
    [InlineData("[Invariant] public bool Few(State s, Seq<int> list) => list.Count >= 0;")]
    public void Number_of_elements_is_not_reported_where_it_is_only_executed(string member) =>
        Assert.Empty(TestCompilation.Analyse(Room.Replace("MEMBER", member, StringComparison.Ordinal)));

    [Theory]
    [InlineData("[Io<Udp.Receive<int>>]", 0)]
    [InlineData("[Io<Udp.Receive<long>>]", 4)]
    public void Guards_read_inputs_only_where_several_events_divide_those_of_one_operation(string other, int findings)
    {
        var found = TestCompilation.Analyse($$"""
            public sealed class Sink : Component<Sink.State, Sink.Event>
            {
                public sealed record State(int Seen);
                public abstract record Event
                {
                    [Io<Udp.Receive<int>>] public sealed record Low([Input] int Value) : Event;
                    {{other}} public sealed record High([Input] {{(findings == 0 ? "int" : "long")}} Value) : Event;
                }
                public override State Initial => new(0);
                public override State? Next(State s, Event e) => e switch
                {
                    Event.Low(< 0) => s,
                    Event.Low(var v) when v < 5 => s,
                    Event.High(1) => s,
                    Event.High high when high.Value >= 5 => s,
                    _ => null,
                };
            }
            """);
        Assert.Equal(Enumerable.Repeat("IGL1103", findings), found.Select(d => d.Id));
    }

    [Theory]
    [InlineData("Event.Receive => s", 0)]
    [InlineData("Event.Receive(_) => s", 0)]
    [InlineData("Event.Receive(var v) => new(v)", 0)]
    [InlineData("Event.Receive(> 2) => s", 2)]
    [InlineData("Event.Receive when s.Seen > 0 => s", 1)]
    [InlineData("Event.Receive => null", 1)]
    public void Arms_may_tell_inputs_apart_if_the_last_of_them_accepts_the_rest(string last, int findings)
    {
        var found = TestCompilation.Analyse($$"""
            public sealed class Sink : Component<Sink.State, Sink.Event>
            {
                public sealed record State(int Seen);
                public abstract record Event
                {
                    [Io<Udp.Receive<int>>] public sealed record Receive([Input] int Value) : Event;
                }
                public override State Initial => new(0);
                public override State? Next(State s, Event e) => e switch
                {
                    Event.Receive(1) => new(1),
                    {{last}},
                    _ => null,
                };
            }
            """);
        Assert.Equal(Enumerable.Repeat("IGL1103", findings), found.Select(d => d.Id));
    }
}
