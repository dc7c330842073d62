namespace Igloo.Terms;

/// <summary>The built-in operations of terms. Those of collections are named by the collection and its C# member.</summary>
public enum Operation
{
    /// <summary>Conjunction; the second operand counts only where the first holds.</summary>
    And,

    /// <summary>Disjunction; the second operand counts only where the first does not hold.</summary>
    Or,

    /// <summary>Negation.</summary>
    Not,

    /// <summary>Exclusive or; of booleans also C#'s !=.</summary>
    Xor,

    /// <summary>Equality by value of two operands of one type.</summary>
    Equal,

    /// <summary>Integer addition.</summary>
    Add,

    /// <summary>Integer subtraction.</summary>
    Subtract,

    /// <summary>Integer multiplication.</summary>
    Multiply,

    /// <summary>Integer negation.</summary>
    Negate,

    /// <summary>C# division: truncates towards zero. Undefined for divisor zero.</summary>
    Divide,

    /// <summary>C# remainder: has the sign of the dividend. Undefined for divisor zero.</summary>
    Remainder,

    /// <summary>Integer order: less.</summary>
    Less,

    /// <summary>Integer order: less or equal.</summary>
    LessOrEqual,

    /// <summary>The smaller of two integers.</summary>
    Minimum,

    /// <summary>The larger of two integers.</summary>
    Maximum,

    /// <summary>The absolute value of an integer.</summary>
    Absolute,

    /// <summary>Every element of the domain satisfies the predicate.</summary>
    DomainAll,

    /// <summary>Some element of the domain satisfies the predicate.</summary>
    DomainExists,

    /// <summary>All elements of the domain.</summary>
    DomainToSet,

    /// <summary>The elements of the domain that satisfy the predicate.</summary>
    DomainWhere,

    /// <summary>The total map that gives each element of the domain the value of the function.</summary>
    DomainToMap,

    /// <summary>Membership in the domain.</summary>
    DomainContains,

    /// <summary>The empty set.</summary>
    SetEmpty,

    /// <summary>The set of the operands.</summary>
    SetOf,

    /// <summary>Membership.</summary>
    SetContains,

    /// <summary>The set with one more element.</summary>
    SetAdd,

    /// <summary>The set without an element.</summary>
    SetRemove,

    /// <summary>Union.</summary>
    SetUnion,

    /// <summary>Intersection.</summary>
    SetIntersect,

    /// <summary>Difference.</summary>
    SetExcept,

    /// <summary>Inclusion.</summary>
    SetIsSubsetOf,

    /// <summary>Every element satisfies the predicate.</summary>
    SetAll,

    /// <summary>Some element satisfies the predicate.</summary>
    SetExists,

    /// <summary>The elements that satisfy the predicate.</summary>
    SetWhere,

    /// <summary>Operands: set, domain, predicate. The set with every element of the domain that satisfies the predicate.</summary>
    SetAddWhere,

    /// <summary>The set without the elements that satisfy the predicate.</summary>
    SetRemoveWhere,

    /// <summary>Whether it has no element.</summary>
    SetIsEmpty,

    /// <summary>The number of elements.</summary>
    SetCount,

    /// <summary>The total map with one value everywhere.</summary>
    MapConstant,

    /// <summary>The value at a key.</summary>
    MapGet,

    /// <summary>The map with another value at one key.</summary>
    MapSet,

    /// <summary>Operands: map, key, function. The map with the function applied at one key.</summary>
    MapUpdate,

    /// <summary>Operands: map, domain, predicate, function. The map with the function's value at every key of the domain that satisfies the predicate.</summary>
    MapSetWhere,

    /// <summary>The empty map.</summary>
    FiniteMapEmpty,

    /// <summary>Whether the key is present.</summary>
    FiniteMapContainsKey,

    /// <summary>The value at a key; undefined where it is absent.</summary>
    FiniteMapGet,

    /// <summary>The map with a value at one key.</summary>
    FiniteMapSet,

    /// <summary>The map without a key.</summary>
    FiniteMapRemove,

    /// <summary>The set of keys.</summary>
    FiniteMapKeys,

    /// <summary>Every entry satisfies the predicate of key and value.</summary>
    FiniteMapAll,

    /// <summary>Some entry satisfies the predicate of key and value.</summary>
    FiniteMapExists,

    /// <summary>The number of entries.</summary>
    FiniteMapCount,

    /// <summary>The empty bag.</summary>
    BagEmpty,

    /// <summary>How often an element occurs.</summary>
    BagCountOf,

    /// <summary>Whether an element occurs.</summary>
    BagContains,

    /// <summary>The bag with one more occurrence.</summary>
    BagAdd,

    /// <summary>The bag with one occurrence less, if there is any.</summary>
    BagRemove,

    /// <summary>The sum of two bags.</summary>
    BagUnion,

    /// <summary>Every element that occurs satisfies the predicate.</summary>
    BagAll,

    /// <summary>Some element that occurs satisfies the predicate.</summary>
    BagExists,

    /// <summary>The number of occurrences of all elements.</summary>
    BagCount,

    /// <summary>The empty sequence.</summary>
    SeqEmpty,

    /// <summary>The sequence of the operands.</summary>
    SeqOf,

    /// <summary>The length.</summary>
    SeqCount,

    /// <summary>The element at an index from 0; undefined outside.</summary>
    SeqGet,

    /// <summary>The sequence with one more element at the end.</summary>
    SeqAppend,

    /// <summary>One sequence after the other.</summary>
    SeqConcat,

    /// <summary>The first element; undefined if empty.</summary>
    SeqFirst,

    /// <summary>All but the first element; undefined if empty.</summary>
    SeqRest,

    /// <summary>The first n elements.</summary>
    SeqTake,

    /// <summary>All but the first n elements.</summary>
    SeqSkip,

    /// <summary>Operands: sequence, index, value. The sequence with another element at one index; undefined outside.</summary>
    SeqSet,

    /// <summary>Whether it is a prefix of another.</summary>
    SeqIsPrefixOf,

    /// <summary>Every element satisfies the predicate.</summary>
    SeqAll,

    /// <summary>Some element satisfies the predicate.</summary>
    SeqExists,

    /// <summary>Every pair of elements in order (i before j) satisfies the predicate.</summary>
    SeqAllPairs,

    /// <summary>Whether an element occurs.</summary>
    SeqContains,

    /// <summary>Whether it has no element.</summary>
    SeqIsEmpty,

    /// <summary>No event has happened.</summary>
    PastEmpty,

    /// <summary>Whether the event has happened.</summary>
    PastContains,

    /// <summary>The past after one more event.</summary>
    PastAdd,

    /// <summary>Every earlier event of the case that is the type of the lambda's parameter satisfies the predicate.</summary>
    PastAll,

    /// <summary>Some earlier event of the case that is the type of the lambda's parameter satisfies the predicate.</summary>
    PastExists,

    /// <summary>Whether a component event is internal.</summary>
    ComponentIsInternal,

    /// <summary>Whether the input of a component event lies in Ty of its operation and output.</summary>
    ComponentIsWellTyped,
}
