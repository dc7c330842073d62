using Igloo.Values;

namespace Igloo.Tests.Values;

public sealed class DomainTests
{
    [Fact]
    public void Domain_enumerates_in_the_order_given_without_repetitions()
    {
        var domain = new Domain<int>([3, 1, 3, 2, 1]);

        Assert.Equal([3, 1, 2], domain);
        Assert.Equal(3, domain.Count);
    }

    [Fact]
    public void Domains_are_equal_when_their_elements_are()
    {
        Assert.True(Domain<int>.Of(1, 2) == Domain<int>.Of(2, 1, 2));
        Assert.Equal(Domain<int>.Of(1, 2).GetHashCode(), Domain<int>.Of(2, 1).GetHashCode());
        Assert.True(Domain<int>.Of(1, 2) != Domain<int>.Of(1, 3));
    }

    [Fact]
    public void Quantifiers_range_over_the_elements()
    {
        Domain<int> domain = [1, 2, 3];

        Assert.True(domain.All(i => i > 0));
        Assert.False(domain.All(i => i > 1));
        Assert.True(domain.Exists(i => i == 3));
        Assert.False(domain.Exists(i => i == 4));
        Assert.True(Domain<int>.Of().All(_ => false));
    }

    [Fact]
    public void Where_and_ToSet_yield_sets()
    {
        Domain<int> domain = [2, 1, 3];

        Assert.Equal(Set<int>.Of(1, 2, 3), domain.ToSet());
        Assert.Equal(Set<int>.Of(2, 3), domain.Where(i => i > 1));
    }

    [Fact]
    public void ToMap_gives_each_element_its_value_whatever_their_order()
    {
        var map = Domain<int>.Of(3, 1, 2).ToMap(i => i * i);

        Assert.Equal([1, 4, 9], new[] { 1, 2, 3 }.Select(i => map[i]));
        Assert.Equal(Domain<int>.Of(2, 3, 1).ToMap(i => i * i), map);
    }

    [Fact]
    public void ToMap_has_the_value_of_the_least_element_as_default()
    {
        Assert.Equal(1, Domain<int>.Of(3, 1, 2).ToMap(i => i * i).Default);
        Assert.Equal("b", Domain<string>.Of("c", "b").ToMap(i => i).Default);
    }

    [Fact]
    public void ToMap_has_one_default_for_equal_domains_whose_elements_collide()
    {
        var (one, two) = (new Colliding(1), new Colliding(2));

        Assert.Equal(Domain<Colliding>.Of(one, two).ToMap(c => c.Number), Domain<Colliding>.Of(two, one).ToMap(c => c.Number));
    }

    [Fact]
    public void ToMap_fails_when_the_domain_is_empty() =>
        Assert.Throws<InvalidOperationException>(() => Domain<int>.Of().ToMap(i => i));

    [Fact]
    public void ToString_lists_elements_in_ascending_order() => Assert.Equal("{1, 2}", Domain<int>.Of(2, 1).ToString());

    private sealed record Colliding(int Number)
    {
        public override int GetHashCode() => 0;
    }
}
