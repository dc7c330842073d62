using Igloo.Values;

namespace Igloo.Tests.Values;

public sealed class BagTests
{
    [Theory, MemberData(nameof(Samples.Runs), MemberType = typeof(Samples))]
    public void Bag_agrees_with_List_after_random_operations(int seed, int size)
    {
        var random = new Random(seed);
        var bag = Bag<int>.Empty;
        var reference = new List<int>();
        for (var step = 0; step < size * 5; step++)
        {
            var x = random.Next(size);
            if (random.Next(3) == 0)
            {
                bag = bag.Remove(x);
                reference.Remove(x);
            }
            else
            {
                bag = bag.Add(x);
                reference.Add(x);
            }

            Assert.Equal(reference.Count(y => y == x), bag.CountOf(x));
            Assert.Equal(reference.Contains(x), bag.Contains(x));
            Assert.Equal(reference.Count, bag.Count);
        }

        Assert.Equal(reference.Order(), bag.Order());
        Assert.Equal(reference.All(x => x > 0), bag.All(x => x > 0));
        Assert.Equal(reference.Any(x => x == 0), bag.Exists(x => x == 0));
        var rebuilt = Bag<int>.Of(Samples.Shuffled(reference, seed));
        Assert.True(rebuilt == bag);
        Assert.Equal(rebuilt.GetHashCode(), bag.GetHashCode());
    }

    [Fact]
    public void Union_sums_multiplicities_in_both_orders()
    {
        Bag<int> left = [1, 1, 2];
        Bag<int> right = [1, 3, 4, 5];

        Assert.Equal([1, 1, 1, 2, 3, 4, 5], left.Union(right));
        Assert.Equal(left.Union(right), right.Union(left));
        Assert.Same(left, left.Union([]));
    }

    [Fact]
    public void Bags_differ_when_a_multiplicity_differs() => Assert.True(Bag<int>.Of(1, 1, 2) != Bag<int>.Of(1, 2, 2));

    [Fact]
    public void Remove_of_an_absent_element_returns_the_same_instance()
    {
        Bag<int> bag = [1];

        Assert.Same(bag, bag.Remove(2));
        Assert.Same(Bag<int>.Empty, bag.Remove(1));
    }

    [Fact]
    public void ToString_lists_elements_with_multiplicities()
    {
        Assert.Equal("{||}", Bag<int>.Empty.ToString());
        Assert.Equal("{| 0, 1 x3 |}", Bag<int>.Of(1, 0, 1, 1).ToString());
    }
}
