namespace Igloo.Components;

/// <summary>The untyped view of a composition: what tools use that speak of components without knowing their types.</summary>
public interface IComposition
{
    /// <summary>Whose events happen together as one event of the composition: one component, or the environment and its partner if it has one.</summary>
    /// <param name="e">An event of the composition.</param>
    /// <exception cref="ArgumentException">It is no such event.</exception>
    IEnumerable<Participant> Participants(object e);
}
