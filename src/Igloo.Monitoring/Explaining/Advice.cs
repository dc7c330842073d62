using Igloo.Monitoring.Reports;

namespace Igloo.Monitoring.Explaining;

/// <summary>What to do about a violation.</summary>
internal static class Advice
{
    /// <summary>Where nothing near would permit the action.</summary>
    public static string On(ViolationKind kind) => kind switch
    {
        ViolationKind.NotPermitted => "no event near would permit it: correct the program; where it is right, the guard in the model is too strong",
        ViolationKind.Ghost => "report internal events when the program makes them, in that order; where it did, the guard in the model is too strong",
        ViolationKind.Inconclusive => "report the hidden events, or raise LargestClosure in the options",
        ViolationKind.DisablesInput => "end the wait first, by its cancellation; or let the model keep the input enabled",
        ViolationKind.ModelFault => "give the case a guard against this value: Next must not fail, whatever the event",
        ViolationKind.Stopped => "nothing is permitted any more: dispose of the monitor; resume from its log if the model has a recovery",
        ViolationKind.NoEvent => "send what the codec encodes, or teach the codec this message",
        ViolationKind.Abstraction => "change the program's state only inside the lock, together with the event that stands for the change",
        _ => "",
    };

    /// <summary>An event outside the monitor lock.</summary>
    public static string OutsideLock(string monitor) =>
        $"LOCK MISUSE: {monitor} has a monitor lock, and an event happened on a thread that does not hold it. Nothing happened. Make the event, and the program's change of state that it stands for, inside 'using (gate.Enter())'.";

    /// <summary>A receive that hands its message over outside the monitor lock.</summary>
    public static string WithoutAcceptance(string monitor) =>
        $"LOCK MISUSE: {monitor} has a monitor lock, and a receive does not say what to do inside it. Nothing was received. Receive with an action that takes the message over: ReceiveAsync<TCase>(accept).";

    /// <summary>A second monitor lock.</summary>
    public static string SecondLock(string monitor) => $"LOCK MISUSE: {monitor} has a monitor lock already. One lock owns the program's state; enter that one.";

    /// <summary>A model or a sink that calls its monitor.</summary>
    public const string Reentrance =
        "REENTRANCE: a model or an audit sink called the monitor that called it. Nothing happened. A model computes, and a sink records; what is to follow from an event is done after the monitor has returned, for instance by a subscriber of Events.";
}
