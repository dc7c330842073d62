namespace Igloo.Components;

/// <summary>The type with one value: what an operation without outputs or without inputs passes.</summary>
public readonly record struct Unit;
