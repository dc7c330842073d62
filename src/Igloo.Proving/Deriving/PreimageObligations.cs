using System.Collections.Immutable;
using Igloo.Proving.Logic;
using Igloo.Proving.Symbolic;
using Igloo.Terms;

namespace Igloo.Proving.Deriving;

/// <summary>
/// Trace properties travel down through mediators: an abstract event that a property speaks of and that no concrete event maps to makes
/// the property below say nothing.
/// </summary>
internal static class PreimageObligations
{
    internal static IEnumerable<Obligation> Of(
        Subject subject, SystemView concrete, SystemView @abstract, FunctionDefinition mediate, SystemPoint before)
    {
        var spoken = @abstract.TraceProperties.SelectMany(p => EventsOf(p, @abstract.EventType)).Distinct().ToImmutableArray();
        foreach (var caseType in spoken)
        {
            var maps = Fol.Or(before.Events.Select(step =>
            {
                var image = SystemView.Optional(subject.Evaluation.Call(mediate, subject.Self, [step.Case.Value]));
                return image.Value is null ? Fol.False : Fol.And(step.After.Present, image.Present, subject.Evaluation.IsCase(image.Value, caseType));
            }));
            yield return subject.Possible(
                ObligationKind.Preimage, $"{caseType.Name} has a preimage", mediate.Source, before.SceneOf([]), [.. before.Hypotheses, maps],
                $"No event of {Vocabulary.NameOf(concrete.Type)} that can happen is {caseType.Name} to {Vocabulary.NameOf(@abstract.Type)}: its trace properties would say nothing here.");
        }
    }

    /// <summary>The event cases that a trace property speaks of.</summary>
    private static IEnumerable<Type> EventsOf(FunctionDefinition property, Type hierarchy)
    {
        var cases = ((TypeShape.Union)TermRegistry.Shape(hierarchy)).Cases;
        return property.Parameters.Select(p => p.Type).Concat(TermParts.All(property.Body!).Select(t => t.Type)).Where(cases.Contains);
    }
}
