namespace RingWithChannels.Model;

/// <summary>How far a node has come.</summary>
public enum Status
{
    /// <summary>It has not started.</summary>
    Asleep,

    /// <summary>It has sent its name and heard of nobody larger.</summary>
    Candidate,

    /// <summary>It has heard of somebody larger.</summary>
    Lost,

    /// <summary>Its own name came back.</summary>
    Leader,
}
