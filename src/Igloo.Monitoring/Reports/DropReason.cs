namespace Igloo.Monitoring.Reports;

/// <summary>Why a datagram was dropped.</summary>
public enum DropReason
{
    /// <summary>It decodes to no message.</summary>
    Junk,

    /// <summary>It has no bytes.</summary>
    Empty,

    /// <summary>It is longer than any message.</summary>
    Oversized,

    /// <summary>Its message is outside the type of the operation.</summary>
    IllTyped,

    /// <summary>The model fails on its message.</summary>
    ModelFault,

    /// <summary>There was no permission to receive it, and the policy is to drop it.</summary>
    NotPermitted,
}
