namespace MyProtocol;

/// <summary>Whoever may want the lock. A proof knows nothing about clients but that they can be equal or not.</summary>
[Sort]
public readonly record struct Client(int Index);
