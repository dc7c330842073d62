using Igloo.Proving;
using Xunit;

namespace Igloo.Testing;

/// <summary>
/// Every test of a model in one line: <c>public sealed class RingTests : ModelTests&lt;RingProtocol&gt;;</c>. Its obligations are
/// proved, small instances explored, random runs tried.
/// </summary>
/// <typeparam name="TModel">An event system, refinement or equality.</typeparam>
public abstract class ModelTests<TModel> : InstanceTests<TModel>
    where TModel : class
{
    /// <summary>The obligations of the model are proved, for every size.</summary>
    /// <param name="obligation">One of them.</param>
    [Theory, ModelObligations]
    public void Holds(Obligation obligation) => obligation.Discharge();
}
