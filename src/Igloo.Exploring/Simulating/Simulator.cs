using Igloo.Exploring.Searching;
using Igloo.Models;

namespace Igloo.Exploring.Simulating;

/// <summary>Random walks through instances that check every property on the way.</summary>
public static class Simulator
{
    // Walks are seeded apart, so that each can be repeated without those before it.
    private const int BetweenSeeds = 7_919;

    /// <summary>Walks through one instance of an event system, refinement or equality.</summary>
    /// <param name="instance">The instance.</param>
    /// <param name="options">How many walks; null for the defaults.</param>
    /// <exception cref="ArgumentException">The instance is none of these.</exception>
    /// <exception cref="NotEnumerableException">An event parameter has no finite range.</exception>
    public static Simulation Run(Instance instance, SimulationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(instance);
        return Run(_ => instance, options ?? new());
    }

    /// <summary>Walks through many instances, a random one for each walk: sizes, theory instances, other parameters.</summary>
    /// <param name="model">The class of the model.</param>
    /// <param name="from">The smallest size.</param>
    /// <param name="to">The largest size.</param>
    /// <param name="options">How many walks; null for the defaults.</param>
    /// <remarks>Swarm testing (Groce et al., ISSTA 2012): many different configurations find more than one with everything in it.</remarks>
    /// <exception cref="ArgumentException">The model has no instances.</exception>
    /// <exception cref="NotEnumerableException">A parameter has no finite range.</exception>
    public static Simulation Swarm(Type model, int from = 1, int to = 4, SimulationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfLessThan(from, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        return Run(random => Instances.Sample(model, random.Next(from, to + 1), random.Next()), options ?? new());
    }

    private static Simulation Run(Func<Random, Instance> choose, SimulationOptions options)
    {
        var known = new Dictionary<string, (Walker Walker, Stepper Stepper)>();
        var coverage = new CoverageRecorder();
        var (walks, steps) = (0, 0L);
        for (; walks < options.Walks && !options.Cancellation.IsCancellationRequested; walks++)
        {
            var random = new Random(unchecked(options.Seed + (walks * BetweenSeeds)));
            var instance = choose(random);
            if (!known.TryGetValue(instance.Subject, out var tools)) known[instance.Subject] = tools = (Walker.Of(instance), new Stepper(SystemOf(instance), instance.Universe));
            var walk = tools.Walker.Follow([.. Enumerable.Range(0, options.MaxSteps + 1).Select(_ => random.Next())]);
            steps += walk.Run.Length;
            coverage.Add(tools.Stepper, walk.Run, random);
            if (walk.Failed)
            {
                return new Simulation(walks + 1, steps, [.. known.Keys], Shrinking.Shrink(tools.Walker, walk), instance, walk.Run.Length, coverage.Coverage, false);
            }
        }

        return new Simulation(walks, steps, [.. known.Keys], null, null, 0, coverage.Coverage, walks < options.Walks);
    }

    private static EventSystem SystemOf(Instance instance) => instance.Model switch
    {
        Refinement refinement => refinement.ConcreteSystem,
        Equality equality => equality.LeftSystem,
        _ => instance.As<EventSystem>(),
    };
}
