using Igloo.Components;
using Igloo.Exploring;
using Igloo.IoSpecs;
using Igloo.IoSpecs.Picturing;

namespace Igloo.Cli.Specifying;

/// <summary>The I/O specification of one instance of a component.</summary>
/// <param name="instance">The instance.</param>
internal sealed class ComponentSpecification<TState, TEvent>(Instance instance) : ComponentSpecification
    where TState : class
    where TEvent : class
{
    private const int StatesShown = 6;

    private readonly Component<TState, TEvent> component = instance.As<Component<TState, TEvent>>();

    /// <inheritdoc/>
    public override string Text => IoSpecification.Of(component).Print();

    /// <inheritdoc/>
    public override string Markdown => IoSpecification.Of(component).PrintMarkdown();

    /// <inheritdoc/>
    public override string Table
    {
        get
        {
            var specification = IoSpecification.Of(component);
            var states = FirstStates(out var obstacle);
            return string.Join(
                Environment.NewLine + Environment.NewLine,
                [.. states.Select(s => PermissionTable.Print(specification.Table(s), ModelText.State(s))), .. obstacle is null ? Array.Empty<string>() : [$"Further states are not shown: {obstacle}"]]);
        }
    }

    /// <inheritdoc/>
    public override PermissionPicture Picture(int depth) => IoSpecification.Of(component).Picture(depth);

    private List<TState> FirstStates(out string? obstacle)
    {
        // The search visits states breadth first; it is stopped when enough have been seen.
        var states = new List<TState>();
        obstacle = null;
        try
        {
            Explorer.FindState(component, instance.Universe, state =>
            {
                states.Add((TState)state);
                return states.Count == StatesShown;
            });
        }
        catch (NotEnumerableException exception)
        {
            obstacle = exception.Message;
        }

        return states;
    }
}
