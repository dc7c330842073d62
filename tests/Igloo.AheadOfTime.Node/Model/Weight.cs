namespace Igloo.AheadOfTime.Node.Model;

/// <summary>How heavy a parcel is.</summary>
public enum Weight
{
    Light,
    Heavy,
}
