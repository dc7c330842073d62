namespace Igloo.Values.Storage;

/// <summary>The type with one value: what a table stores beside each key when it stands for a set.</summary>
internal readonly record struct Unit;
