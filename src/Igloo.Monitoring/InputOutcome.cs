namespace Igloo.Monitoring;

/// <summary>Whether an input may reach the program.</summary>
public enum InputOutcome
{
    /// <summary>Its event is recorded, and the program may have it.</summary>
    Accepted,

    /// <summary>It is outside Ty of its operation: reported; the permission is still reserved.</summary>
    IllTyped,

    /// <summary>The model fails on it or refuses it: reported; the permission is still reserved.</summary>
    ModelFault,

    /// <summary>There was no permission for it when it came, and the policy is to drop it.</summary>
    Dropped,
}
