namespace LeaderElection.Tests.Cluster;

/// <summary>Tests with processes of their own run one after the other: a machine with few processors is slow enough with one ring.</summary>
[CollectionDefinition(Name)]
public sealed class ProcessTests
{
    public const string Name = "processes";
}
