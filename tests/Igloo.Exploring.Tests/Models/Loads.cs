namespace Igloo.Exploring.Tests.Models;

[Sort]
public readonly record struct Place(int Index);

/// <summary>Texts at places: the model computes texts that a domain may lack.</summary>
public interface ILoads : ITheory
{
    Domain<Place> Places { get; }

    Domain<string> Texts { get; }

    Place First { get; }

    Place After(Place place);

    string TextAt(Place place);

    Place CodeOf(string text);
}

/// <summary>Three places that hold a, b and c.</summary>
/// <param name="listed">The texts that are listed.</param>
public sealed class Loads(params string[] listed) : ILoads
{
    public Domain<Place> Places { get; } = [new Place(0), new Place(1), new Place(2)];

    public Domain<string> Texts { get; } = new(listed);

    public Place First => new(0);

    public Place After(Place place) => new((place.Index + 1) % 3);

    public string TextAt(Place place) => $"{(char)('a' + place.Index)}";

    public Place CodeOf(string text) => new(Math.Max(0, "abc".IndexOf(text[0], StringComparison.Ordinal)));
}
