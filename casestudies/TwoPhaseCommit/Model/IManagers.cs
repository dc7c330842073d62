namespace TwoPhase.Model;

/// <summary>The resource managers of a transaction.</summary>
public interface IManagers : ITheory
{
    /// <summary>All managers.</summary>
    Domain<Manager> All { get; }
}
