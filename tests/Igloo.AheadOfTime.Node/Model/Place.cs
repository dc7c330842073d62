namespace Igloo.AheadOfTime.Node.Model;

/// <summary>Where a parcel is: a hierarchy outside the component, with a case without fields.</summary>
public abstract record Place
{
    /// <summary>On a numbered shelf.</summary>
    public sealed record Shelf(int Row, Weight Limit) : Place;

    /// <summary>In the van.</summary>
    public sealed record Van : Place;
}
