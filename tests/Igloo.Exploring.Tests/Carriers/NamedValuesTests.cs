using Igloo.Exploring.Liveness;
using Igloo.Exploring.Packed;
using Igloo.Exploring.Reducing;
using Igloo.Exploring.Searching;
using Igloo.Exploring.Tests.Models;
using Form = Igloo.Exploring.Tests.Models.Dispatch.Form;
using Rule = Igloo.Exploring.Tests.Models.Dispatch.Rule;
using Source = Igloo.Exploring.Tests.Models.Dispatch.Source;

namespace Igloo.Exploring.Tests.Carriers;

/// <summary>Values of parameters that a guard names although the domain of their type lacks them.</summary>
public sealed class NamedValuesTests
{
    private const string Unheard = "z";

    private static readonly string[] All = ["a", "b", "c", "d"];

    [Fact]
    public void Value_that_an_arm_names_is_tried_although_the_domain_lacks_it()
    {
        var rule = new Rule(Form.ByPlace, Source.Here, Source.Next);
        var (found, whole) = (Explore(["a"], rule, Never, Never), Explore(All, rule, Never, Never));

        Assert.Equal(Completeness.Complete, found.Completeness);
        Assert.Empty(found.NeverEnabled);
        Assert.Equal((whole.States, whole.Generated, whole.Depth), (found.States, found.Generated, found.Depth));
    }

    [Fact]
    public void Value_that_only_compiled_code_decides_makes_the_search_incomplete()
    {
        var found = Explore(["q"], new(Form.Coded, default, default), Never, Never);

        Assert.Equal(Completeness.CutByValues, found.Completeness);
        Assert.False(found.IsComplete);
        var parameter = Assert.Single(found.Unbounded);
        Assert.Equal(("Send.Text", typeof(string), 1), (parameter.Place, parameter.Type, parameter.Values));
        Assert.Contains("CodeOf", parameter.ToString(), StringComparison.Ordinal);
        Assert.Contains("INCOMPLETE: not all values of parameters were tried", found.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("never enabled", found.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Parameter_that_no_condition_restricts_ranges_over_its_domain_alone()
    {
        var found = Explore(["a", "b"], new(Form.Free, default, default), Never, Never);

        Assert.True(found.IsComplete, found.ToString());
        Assert.All(found.Events, e => Assert.True(e.Count > 0));
    }

    [Fact]
    public void Value_that_is_excluded_names_no_other() =>
        Assert.True(Explore(["a", "b"], new(Form.Different, Source.Fixed, default), Never, Never).IsComplete);

    [Fact]
    public void Packed_engine_leaves_values_outside_the_domain_to_the_reference()
    {
        var (system, universe) = Of(["a"], new(Form.Equal, Source.Next, default), Never, Never);

        Assert.False(PackedSystem.TryCreate(system, universe, out _, out var reason));
        Assert.Equal("the values of Dispatch.Event.Send depend on the state", reason);
        Assert.Throws<NotPackableException>(() => Explorer.Explore(system, universe, new() { Engine = ExplorationEngine.Packed }));
    }

    [Fact]
    public void Domain_with_everything_that_is_computed_is_packed()
    {
        var found = Explore(All, new(Form.Equal, Source.Next, default), new(Form.Unseen, Source.Fixed, default), Never);

        Assert.Equal((ExplorationEngine.Packed, Completeness.Complete), (found.Engine.Engine, found.Completeness));
    }

    [Fact]
    public void Reduced_search_refuses_a_domain_that_lacks_computed_values()
    {
        var (system, universe) = Of(["a"], new(Form.Equal, Source.Next, default), Never, Never);

        Assert.Throws<NotEnumerableException>(() => ReducedExplorer.Explore(system, universe, Reductions.PartialOrder));
    }

    [Fact]
    public void Graph_of_liveness_is_not_complete_where_values_are_missing()
    {
        var (system, universe) = Of(["q"], new(Form.Coded, default, default), Never, Never);

        Assert.Equal(Completeness.CutByValues, LivenessCheck.Explore(system, universe).Completeness);
    }

    [Fact]
    public void State_that_needs_a_missing_value_is_not_said_to_be_unreachable()
    {
        var (system, universe) = Of(["q"], new(Form.Coded, default, default), Never, Never);

        var missed = Assert.IsType<StateQuery.NotReached>(Explorer.FindState(system, universe, s => ((Dispatch.State)s).Last == "a"));

        Assert.Equal(Completeness.CutByValues, missed.Completeness);
    }

    [Fact]
    public void Refinement_does_not_hold_where_values_are_missing()
    {
        var (system, universe) = Of(["q"], new(Form.Coded, default, default), Never, Never);

        var verdict = Assert.IsType<RefinementVerdict.Undecided>(RefinementCheck.Explore(new DispatchRefinesItself((Dispatch)system), universe));

        Assert.Equal(Completeness.CutByValues, verdict.Completeness);
        Assert.Contains("Send.Text", verdict.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Complete_search_has_tried_every_value_that_a_guard_names()
    {
        var random = new Random(41);
        var (named, complete, cut) = (0, 0, 0);
        for (var i = 0; i < 250; i++)
        {
            var rules = Enumerable.Range(0, 3).Select(_ => new Rule((Form)random.Next(13), (Source)random.Next(4), (Source)random.Next(4))).ToArray();
            string[] listed = [.. All.Where(_ => random.Next(3) == 0).DefaultIfEmpty("a")];
            var (system, universe) = Of(listed, rules[0], rules[1], rules[2]);
            var found = Explorer.Explore(system, universe);
            if (found.IsComplete) complete++;
            else cut++;

            var stepper = new Stepper(system, universe);
            foreach (var state in Reachable(system, stepper))
            {
                var candidates = stepper.Candidates(state).ToHashSet();
                foreach (var missed in Named(system, state, listed).Where(e => !candidates.Contains(e)))
                {
                    Assert.False(found.IsComplete, $"{i}: {string.Join(", ", rules.AsEnumerable())} over {string.Join(' ', listed)} misses {missed} in {state}\n{found}");
                }

                named += Named(system, state, listed).Count();
            }

            if (found.IsComplete) Assert.Equal(Reachable(system, stepper).Count, found.States);
        }

        Assert.True(named > 500 && complete > 60 && cut > 40, $"{named} {complete} {cut}");
    }

    [Fact]
    public void Engines_agree_where_the_domain_has_everything()
    {
        var random = new Random(42);
        var packed = 0;
        for (var i = 0; i < 60; i++)
        {
            var rules = Enumerable.Range(0, 3).Select(_ => new Rule((Form)random.Next(13), (Source)random.Next(4), (Source)random.Next(4))).ToArray();
            var (system, universe) = Of(All, rules[0], rules[1], rules[2]);
            var found = Explorer.Explore(system, universe);
            var reference = Explorer.Explore(system, universe, new() { Engine = ExplorationEngine.Reference });
            if (found.Engine.Engine == ExplorationEngine.Packed) packed++;

            Assert.Equal((reference.States, reference.Generated, reference.Depth, reference.Completeness), (found.States, found.Generated, found.Depth, found.Completeness));
            Assert.Equal(reference.Events, found.Events);
        }

        Assert.True(packed > 30, $"{packed}");
    }

    private static Rule Never => new(Form.Never, default, default);

    private static Exploration Explore(string[] listed, Rule first, Rule second, Rule third)
    {
        var (system, universe) = Of(listed, first, second, third);
        return Explorer.Explore(system, universe);
    }

    private static (EventSystem System, Universe Universe) Of(string[] listed, Rule first, Rule second, Rule third)
    {
        var loads = new Loads(listed);
        return (new Dispatch(loads, first, second, third), Universe.Of(3, loads));
    }

    private static HashSet<object> Reachable(EventSystem system, Stepper stepper)
    {
        var seen = stepper.InitialStates().ToHashSet();
        var queue = new Queue<object>(seen);
        while (queue.TryDequeue(out var state))
        {
            foreach (var next in stepper.Candidates(state).Select(e => system.NextState(state, e)).OfType<object>())
            {
                if (seen.Add(next)) queue.Enqueue(next);
            }
        }

        return seen;
    }

    /// <summary>The enabled events with a text outside the domain that the guard holds for, though not for just any text.</summary>
    private static IEnumerable<object> Named(EventSystem system, object state, string[] listed) =>
        from place in Enumerable.Range(0, 3).Select(i => new Place(i))
        where system.NextState(state, new Dispatch.Event.Send(place, Unheard)) is null
        from text in All.Except(listed)
        let e = new Dispatch.Event.Send(place, text)
        where system.NextState(state, e) is not null
        select e;
}
