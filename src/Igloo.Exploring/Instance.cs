using System.Collections.Immutable;

namespace Igloo.Exploring;

/// <summary>A model with its constructor parameters chosen, and the universe it lives in.</summary>
/// <param name="Model">The event system, refinement, equality or other model.</param>
/// <param name="Universe">The finite values.</param>
/// <param name="Size">The size asked for.</param>
/// <param name="Description">The parameters: <c>Ring(3)</c>, or <c>size 3</c> where there is no theory.</param>
public sealed record Instance(object Model, Universe Universe, int Size, string Description)
{
    /// <summary>The model and its parameters: <c>RingProtocol on Ring(3)</c>.</summary>
    public string Subject => $"{TypeText.Of(Model.GetType())} on {Description}";

    /// <summary>The theory instances that the model was given.</summary>
    public ImmutableArray<object> Theories => Universe.Theories;

    /// <summary>The instance of the event system whose runs are followed: of a refinement the concrete one, of an equality the left one.</summary>
    public Instance Concrete => Model switch
    {
        Models.Refinement refinement => this with { Model = refinement.ConcreteSystem },
        Models.Equality equality => this with { Model = equality.LeftSystem },
        _ => this,
    };

    /// <summary>The model as what a tool needs.</summary>
    /// <typeparam name="T">An untyped view such as <see cref="Models.EventSystem"/>.</typeparam>
    /// <exception cref="ArgumentException">The model is something else.</exception>
    public T As<T>()
        where T : class =>
        Model as T ?? throw new ArgumentException($"{TypeText.Of(Model.GetType())} is no {typeof(T).Name}.");

    /// <inheritdoc/>
    public override string ToString() => Subject;
}
