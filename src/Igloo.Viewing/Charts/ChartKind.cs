namespace Igloo.Viewing.Charts;

/// <summary>How an event involves the participants.</summary>
public enum ChartKind
{
    /// <summary>One of them by itself.</summary>
    Alone,

    /// <summary>A component's output, which the environment takes.</summary>
    Send,

    /// <summary>A component's input, which the environment gives.</summary>
    Receive,

    /// <summary>Output and input in one operation.</summary>
    Exchange,
}
