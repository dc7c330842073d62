namespace Igloo.IoSpecs.Splitting;

/// <summary>How one action depends on another.</summary>
public enum Dependence
{
    /// <summary>It is not enabled, and the other enables it.</summary>
    Enabled,

    /// <summary>It is enabled, and the other disables it.</summary>
    Disabled,

    /// <summary>Both are enabled, and their order makes a difference to the state.</summary>
    Ordered,
}
