using System.Collections.Immutable;
using Igloo.Exploring.Properties;

namespace Igloo.Exploring.Searching;

/// <summary>The properties still to be refuted or reached, and what was found: for each the first, hence shortest, run.</summary>
internal sealed class Findings(IEnumerable<PropertyCheck> checks)
{
    private readonly List<PropertyCheck> open = [.. checks];
    private readonly Dictionary<ModelProperty, Run> reached = [];
    private readonly List<Violation> violations = [];

    public IReadOnlyList<Violation> Violations => violations;

    /// <summary>The quantified parameters of properties that are still open, of which only some values were tried.</summary>
    public IEnumerable<UnboundedParameter> Unbounded => open.SelectMany(check => check.Unbounded);

    public Run? Witness(ModelProperty goal) => reached.GetValueOrDefault(goal);

    /// <summary>Checks the open properties over states.</summary>
    public void AtState(object state, object? past, Func<Run> run)
    {
        for (var i = open.Count - 1; i >= 0; i--)
        {
            switch (open[i].Property.Kind)
            {
                case PropertyKind.Invariant or PropertyKind.Lemma:
                    Refute(i, open[i], run, check => check.Find(false, state, past));
                    break;
                case PropertyKind.Goal:
                    Attain(i, open[i], state, past, run);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Checks the open properties over steps and traces.</summary>
    public void AtStep(object state, object? past, object e, object after, Func<Run> run)
    {
        for (var i = open.Count - 1; i >= 0; i--)
        {
            if (open[i].Property.Kind is PropertyKind.StepProperty or PropertyKind.TraceProperty)
            {
                Refute(i, open[i], run, check => check.Find(false, state, past, e, after));
            }
        }
    }

    private void Refute(int index, PropertyCheck check, Func<Run> run, Func<PropertyCheck, ImmutableArray<Argument>?> find)
    {
        try
        {
            if (find(check) is not { } arguments) return;
            violations.Add(new Violation(check.Property.Kind, check.Property, arguments, run()));
        }
        catch (PropertyFault fault)
        {
            violations.Add(new Violation(PropertyKind.Defined, check.Property, fault.Arguments, run(), fault.Fault));
        }

        open.RemoveAt(index);
    }

    private void Attain(int index, PropertyCheck check, object state, object? past, Func<Run> run)
    {
        try
        {
            if (check.Find(true, state, past) is null) return;
            reached[check.Property] = run();
        }
        catch (PropertyFault fault)
        {
            violations.Add(new Violation(PropertyKind.Defined, check.Property, fault.Arguments, run(), fault.Fault));
        }

        open.RemoveAt(index);
    }
}
