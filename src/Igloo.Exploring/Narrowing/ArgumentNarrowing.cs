using System.Collections.Immutable;
using Igloo.Models;
using Igloo.Terms;

namespace Igloo.Exploring.Narrowing;

/// <summary>Finds the values of quantified parameters for which a property may have a truth value, from its terms.</summary>
/// <remarks>Used by one thread at a time.</remarks>
internal sealed class ArgumentNarrowing
{
    private readonly EventSystem system;
    private readonly FunctionDefinition property;
    private readonly ImmutableArray<int> quantified;
    private readonly Constraints constraints;
    private readonly Completion completion;

    /// <param name="system">The system.</param>
    /// <param name="property">The terms of the property.</param>
    /// <param name="quantified">The places of its quantified parameters.</param>
    /// <param name="ranges">What they range over where no condition names their values.</param>
    public ArgumentNarrowing(EventSystem system, FunctionDefinition property, ImmutableArray<int> quantified, Ranges ranges)
    {
        this.system = system;
        this.property = property;
        this.quantified = quantified;
        var filling = new Filling(ranges);
        constraints = new Constraints(filling);
        completion = new Completion(ranges, filling, isQuantified: true);
    }

    /// <summary>The parameters of which only some values were tried so far.</summary>
    public IEnumerable<UnboundedParameter> Unbounded => completion.Unbounded;

    /// <summary>All values of the quantified parameters for which the property has a truth value, and perhaps some others.</summary>
    /// <param name="truth">The truth value.</param>
    /// <param name="arguments">The arguments at the other places.</param>
    public IReadOnlyList<object?[]> Candidates(bool truth, IReadOnlyList<object?> arguments)
    {
        var found = new List<object?[]>();
        var root = new Construct(typeof(object[]), [.. quantified.Select(i => (property.Parameters[i].Name, (object?)new Hole(property.Parameters[i].Type, $"{property.Name}.{property.Parameters[i].Name}")))]);
        var bound = arguments.Select((argument, i) => quantified.IndexOf(i) is >= 0 and var at ? root.Fields[at].Value : argument).ToArray();
        constraints.Solve(
            property.Body!,
            Scope.Of(property, property.Receiver is null ? null : system, bound),
            truth,
            () => completion.Complete(root, () => property.Source, () => found.Add([.. root.Fields.Select(field => Partial.Known(field.Value))])));
        return found;
    }
}
