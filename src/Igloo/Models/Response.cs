namespace Igloo.Models;

/// <summary>Premise and conclusion of a response property at one state, see <see cref="LeadsToAttribute"/>.</summary>
/// <param name="Premise">What asks for a response.</param>
/// <param name="Conclusion">The response.</param>
public readonly record struct Response(bool Premise, bool Conclusion);
