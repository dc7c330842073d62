using System.Reflection;
using Igloo.Theories;
using LeaderElection.Model;

namespace LeaderElection.Tests.Configuration;

public sealed class ConfiguredRingTests
{
    public static TheoryData<int[]> Orders() => new([7], [2, 1], [30, 10, 20], [4, 8, 1, 9, 2]);

    [Theory]
    [MemberData(nameof(Orders))]
    public void Axioms_of_the_theory_hold(int[] identifiers)
    {
        IRing ring = Rings.Of(identifiers).Ring;
        var axioms = typeof(IRing).GetInterfaces().Append(typeof(IRing)).SelectMany(t => t.GetMethods()).Where(m => m.IsDefined(typeof(AxiomAttribute))).ToList();

        Assert.NotEmpty(axioms);
        Assert.All(axioms, axiom => Assert.All(
            Choices(ring, axiom.GetParameters().Length),
            nodes => Assert.True((bool)axiom.Invoke(ring, nodes)!, $"{axiom.Name}({string.Join(", ", nodes)})")));
    }

    [Fact]
    public void Next_follows_the_order_of_the_configuration()
    {
        var ring = Rings.Of(30, 10, 20).Ring;

        Assert.Equal([10, 20, 30], new[] { 30, 10, 20 }.Select(i => ring.Next(new Node(i)).Index));
    }

    private static IEnumerable<object[]> Choices(IRing ring, int count) =>
        count == 0 ? [[]] : Choices(ring, count - 1).SelectMany(c => ring.Nodes.Select(n => (object[])[.. c, n]));
}
