namespace Igloo.Terms.Evaluation;

/// <summary>The operations of one type of collection, by its real members.</summary>
internal interface ICollectionOperations
{
    /// <summary>Applies an operation; function arguments are <see cref="Lambda"/>s.</summary>
    object? Apply(Operation operation, object?[] arguments);
}
