namespace Igloo.Exploring.Tests.Models;

[Sort]
public readonly record struct Participant(int Index);

public interface IParticipants : ITheory
{
    Domain<Participant> All { get; }
}

[Instances(1, 8)]
public sealed class Participants(int size) : IParticipants
{
    public Domain<Participant> All { get; } = new(Enumerable.Range(0, size).Select(i => new Participant(i)));
}
