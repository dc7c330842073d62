namespace Igloo.Terms;

/// <summary>A model, type or function has no terms: it was not compiled with the generator, or is not part of the modelling subset.</summary>
/// <param name="message">What is missing and what to do.</param>
public sealed class MissingTermsException(string message) : Exception(message);
