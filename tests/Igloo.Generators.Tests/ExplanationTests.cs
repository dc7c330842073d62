using Igloo.Generators.Tests.Corpus;
using Igloo.Terms;
using Igloo.Terms.Evaluation;
using Igloo.Values;
using LockServer;

namespace Igloo.Generators.Tests;

/// <summary>What messages say about conditions.</summary>
public sealed class ExplanationTests
{
    private static readonly Counters Model = new(new Scale(), limit: 3);
    private static readonly Counters.State Start = Model.Initial;

    [Fact]
    public void Refusal_names_the_failed_conjunct_of_the_arm()
    {
        var refusal = TermEvaluator.WhyRefused(Model, Start, new Counters.Event.Add(new Agent(1), 2))!;
        Assert.Equal(["scale.IsHeavy(at)"], refusal.Failed.Select(c => c.Text));
        Assert.Equal(["var by and > 0", "scale.IsHeavy(at)", "s.Total + by <= limit"], refusal.Conditions.Select(c => c.Text));
        Assert.Contains("scale.IsHeavy(at) FALSE (Counters.cs:", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Refusal_names_the_test_that_leads_to_null_in_a_helper()
    {
        var refusal = TermEvaluator.WhyRefused(Model, Start, new Counters.Event.Reset(new Agent(1)))!;
        Assert.Contains(refusal.Conditions, c => c.Text.Contains("s.Counts[at] == 0", StringComparison.Ordinal) && c.Value is true);
    }

    [Fact]
    public void Enabled_event_is_not_refused() =>
        Assert.Null(TermEvaluator.WhyRefused(Model, Start, new Counters.Event.Add(new Agent(2), 2)));

    [Fact]
    public void Refusal_has_the_values_of_the_operands()
    {
        var protocol = new LockProtocol();
        var refusal = TermEvaluator.WhyRefused(protocol, protocol.Initial, new LockProtocol.Event.Take(new Client(1)))!;
        var condition = Assert.Single(refusal.Conditions);
        Assert.Equal("s.Grants.Contains(c)", condition.Text);
        Assert.Equal([Set<Client>.Empty, new Client(1)], condition.Children.Select(c => c.Value));
    }

    [Fact]
    public void False_quantifier_names_its_counterexample()
    {
        var function = TermRegistry.Declared(typeof(Collections)).Single(f => f.Name == nameof(Collections.BlockLambda));
        var explanation = TermEvaluator.Explain(function, null, Set<int>.Of(-1, 2), 9);
        Assert.Equal(2, explanation.Children[0].Value);
        Assert.Equal("e", explanation.Children[0].Text);
    }

    [Fact]
    public void Conjunct_that_is_not_evaluated_is_left_out()
    {
        var function = TermRegistry.Declared(typeof(Options)).Single(f => f.Name == nameof(Options.StructPattern));
        var explanation = TermEvaluator.Explain(function, null, null, new Agent(1));
        Assert.Equal("a is { } present", Assert.Single(explanation.Children).Text);
    }

    [Theory]
    [InlineData(typeof(Expressions), nameof(Expressions.With))]
    [InlineData(typeof(Collections), nameof(Collections.Sets))]
    [InlineData(typeof(Collections), nameof(Collections.SetWhere))]
    [InlineData(typeof(Patterns), nameof(Patterns.GenericCase))]
    [InlineData(typeof(Options), nameof(Options.FlowAnalysis))]
    public void Term_without_source_is_printed_like_the_source(Type corpus, string name) =>
        Harness.Snapshot.Matches("Printed." + name, TermPrinter.Print(TermRegistry.Declared(corpus).Single(f => f.Name == name).Body!));
}
