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
    public async Task Finding_in_a_shared_helper_is_reported_once_at_the_helper()
    {
        var found = Assert.Single(await TestCompilation.Analyse(Shared));
        Assert.Equal("IGL1003", found.Id);
        Assert.Equal(2, found.Location.GetLineSpan().StartLinePosition.Line);
    }

    [Fact]
    public async Task Code_that_no_model_reaches_is_not_judged() =>
        Assert.Empty(await TestCompilation.Analyse("public static class Free { public static double F(double x) => x * 2; }"));

    [Fact]
    public async Task Member_of_a_model_that_nothing_asks_for_is_not_judged() => Assert.Empty(await TestCompilation.Analyse("""
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
    public async Task Message_names_the_reason_and_the_alternative()
    {
        var found = Assert.Single(await TestCompilation.Analyse("[Model] public static class M { public static bool F(Set<int> s) => s.Any(x => x > 1); }"));
        Assert.Equal("'Any' of LINQ has no terms. Use Exists of the collection.", found.GetMessage(null));
    }
}
