using Igloo.Values;

namespace Igloo.Terms.Evaluation;

internal sealed class SeqOperations<T> : ICollectionOperations
{
    public object? Apply(Operation operation, object?[] arguments)
    {
        if (operation == Operation.SeqEmpty) return Seq<T>.Empty;
        if (operation == Operation.SeqOf) return Seq<T>.Of([.. arguments.Select(a => (T)a!)]);
        var seq = (Seq<T>)arguments[0]!;
        return operation switch
        {
            Operation.SeqCount => seq.Count,
            Operation.SeqGet => seq[(int)arguments[1]!],
            Operation.SeqAppend => seq.Append((T)arguments[1]!),
            Operation.SeqConcat => seq.Concat((Seq<T>)arguments[1]!),
            Operation.SeqFirst => seq.First,
            Operation.SeqRest => seq.Rest,
            Operation.SeqTake => seq.Take((int)arguments[1]!),
            Operation.SeqSkip => seq.Skip((int)arguments[1]!),
            Operation.SeqSet => seq.Set((int)arguments[1]!, (T)arguments[2]!),
            Operation.SeqIsPrefixOf => seq.IsPrefixOf((Seq<T>)arguments[1]!),
            Operation.SeqAll => seq.All(Lambda.Of<T, bool>(arguments[1])),
            Operation.SeqExists => seq.Exists(Lambda.Of<T, bool>(arguments[1])),
            Operation.SeqAllPairs => seq.AllPairs(Lambda.Of<T, T, bool>(arguments[1])),
            Operation.SeqContains => seq.Contains((T)arguments[1]!),
            Operation.SeqIsEmpty => seq.IsEmpty,
            _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "No operation of sequences."),
        };
    }
}
