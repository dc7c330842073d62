namespace Igloo.Components;

/// <summary>States what an I/O operation assumes of the world that nothing checks. The assurance report lists it in its trust base.</summary>
/// <param name="assumption">The assumption, as a sentence.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AssumesAttribute(string assumption) : Attribute
{
    /// <summary>The assumption.</summary>
    public string Assumption => assumption;
}
