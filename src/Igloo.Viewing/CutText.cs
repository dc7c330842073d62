using Igloo.Exploring;

namespace Igloo.Viewing;

/// <summary>What cut a search short, in words.</summary>
internal static class CutText
{
    public static string Of(Completeness completeness) => completeness switch
    {
        Completeness.CutByStates => "the limit on states was met",
        Completeness.CutByDepth => "the limit on depth was met",
        Completeness.CutByMemory => "the limit on memory was met",
        Completeness.Cancelled => "the time was up",
        Completeness.StoppedByFault => "the compiled model failed",
        Completeness.CutByValues => "not all values of parameters were tried",
        var other => other.ToString(),
    };
}
