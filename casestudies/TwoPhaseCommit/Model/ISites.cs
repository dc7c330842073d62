namespace TwoPhase.Model;

/// <summary>The resource managers of a transaction.</summary>
public interface ISites : ITheory
{
    /// <summary>All managers.</summary>
    Domain<Site> All { get; }
}
