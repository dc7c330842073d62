using Igloo.Components;

namespace Igloo.IoSpecs.Printing;

/// <summary>What an event's operation is called in a specification: a ghost operation like its case, with a small letter.</summary>
internal static class OperationName
{
    public static string Of(EventSignature signature) =>
        signature.Operation?.Name ?? char.ToLowerInvariant(signature.CaseType.Name[0]) + signature.CaseType.Name[1..];
}
