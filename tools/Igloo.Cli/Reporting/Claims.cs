using Igloo.Cli.Verifying;
using Igloo.Exploring;
using Igloo.Models;

namespace Igloo.Cli.Reporting;

/// <summary>The trace properties that models claim.</summary>
internal static class Claims
{
    /// <summary>The properties of traces of all event systems, in the order of the report.</summary>
    public static IEnumerable<ModelProperty> Of(Verification verification) =>
        verification.Subjects.Select(s => s.Subject)
            .Where(t => t.IsAssignableTo(typeof(EventSystem)))
            .SelectMany(t => t.GetMethods().Where(m => m.DeclaringType == t && m.IsDefined(typeof(TracePropertyAttribute), inherit: true)))
            .Select(m => new ModelProperty(PropertyKind.TraceProperty, m));
}
