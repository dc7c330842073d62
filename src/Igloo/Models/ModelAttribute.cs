namespace Igloo.Models;

/// <summary>Marks a function (or every function of a type) that models in other assemblies may call.</summary>
/// <remarks>Functions of the same assembly that a model calls need no mark: they are translated because they are called.</remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Property)]
public sealed class ModelAttribute : Attribute;
