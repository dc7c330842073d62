using System.Collections.Immutable;
using Igloo.Proving.Symbolic;
using Igloo.Terms;
using Igloo.Theories;

namespace Igloo.Proving.Counterexamples.Explaining;

/// <summary>The class that an obligation is about as proofs see it, with the fields and theories of a scene.</summary>
internal static class SymbolicSubject
{
    /// <summary>The instance, or null if the class was not translated or the scene lacks a field.</summary>
    internal static SymbolicValue.Object? Of(Evaluation evaluation, Scene scene, Type subject)
    {
        if (TermRegistry.FindShape(subject) is not TypeShape.Class shape) return null;
        var bindings = Bindings.Empty;
        var arguments = ImmutableArray.CreateBuilder<Term>();
        foreach (var field in shape.Fields)
        {
            var value = scene.Entries.FirstOrDefault(e => e.Role == SceneRole.Model && e.Name == field.Name)?.Value
                ?? (field.Type.IsInterface && field.Type.IsAssignableTo(typeof(ITheory)) ? Theory(scene, field) : null);
            if (value is null) return null;
            var variable = new VariableTerm(field.Name, field.Type);
            bindings = bindings.With(variable, value);
            arguments.Add(variable);
        }

        return evaluation.Evaluate(new ConstructTerm(subject, arguments.ToImmutable()), bindings) as SymbolicValue.Object;
    }

    private static SymbolicValue.TheoryReference? Theory(Scene scene, Field field) =>
        scene.Theories.OrderByDescending(t => t.Name.TrimEnd('_') == field.Name).FirstOrDefault(t => field.Type.IsAssignableFrom(t.Type));
}
