using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Igloo.Generators.Diagnostics;

/// <summary>What can be wrong with a model. DIAGNOSTICS.md has an entry for each.</summary>
internal static class Descriptors
{
    private static readonly List<DiagnosticDescriptor> Known = [];

    public static readonly DiagnosticDescriptor InternalError = New("IGL1000", "The generator failed", "The generator failed on {0}: {1}. This is a defect of Igloo; please report it with the member.");
    public static readonly DiagnosticDescriptor Statement = New("IGL1001", "Statement outside the modelling subset", "{0} is not part of the modelling subset. {1}");
    public static readonly DiagnosticDescriptor Expression = New("IGL1002", "Expression outside the modelling subset", "{0} is not part of the modelling subset. {1}");
    public static readonly DiagnosticDescriptor Call = New("IGL1003", "Call of a function without terms", "'{0}' has no terms. {1}");
    public static readonly DiagnosticDescriptor Type = New("IGL1004", "Type outside the modelling subset", "The type '{0}' is not part of the modelling subset. {1}");
    public static readonly DiagnosticDescriptor Pattern = New("IGL1005", "Pattern outside the modelling subset", "{0} is not part of the modelling subset. {1}");
    public static readonly DiagnosticDescriptor Equality = New("IGL1006", "Equality that is not by value", "'{0}' has no equality by value. {1}");
    public static readonly DiagnosticDescriptor Lifted = New("IGL1007", "Arithmetic on optional numbers", "'{0}' computes with an optional number, which silently yields null. Test it with 'is {{ }} value' first and compute with the value.");
    public static readonly DiagnosticDescriptor Unchecked = New("IGL1008", "Unchecked arithmetic", "'{0}' may wrap around, integers in proofs do not. Set <CheckForOverflowUnderflow>true</CheckForOverflowUnderflow> in the project.");
    public static readonly DiagnosticDescriptor Recursion = New("IGL1009", "Recursive function", "'{0}' calls itself (by way of {1}). Use a quantifier, a bulk update (AddWhere, RemoveWhere, SetWhere) or a ghost field.");
    public static readonly DiagnosticDescriptor Exhaustive = New("IGL1010", "Switch without an arm for the rest", "This switch does not cover every value. Add an arm '_ => ...'.");
    public static readonly DiagnosticDescriptor Throw = New("IGL1011", "Exception in a model", "A model has no exceptions. Return null from Next where an event is not enabled; elsewhere return a value.");
    public static readonly DiagnosticDescriptor Function = New("IGL1012", "Function value in a model", "A function may only be an argument of an operation of a collection or a domain. Declare a method and call it.");
    public static readonly DiagnosticDescriptor Mutation = New("IGL1013", "Assignment in a model", "A model assigns nothing. Declare another local, or copy a record by 'with'.");
    public static readonly DiagnosticDescriptor Loop = New("IGL1014", "Loop in a model", "A model has no loops. Use a quantifier (All, Exists), Where, or a bulk update (AddWhere, RemoveWhere, SetWhere, ToMap).");
    public static readonly DiagnosticDescriptor Linq = New("IGL1015", "LINQ in a model", "'{0}' of LINQ has no terms. {1}");
    public static readonly DiagnosticDescriptor Counting = New("IGL1016", "Number of elements in a proof", "'{0}' is not first-order: what calls it runs, but nothing about it can be proved. {1}", DiagnosticSeverity.Warning);
    public static readonly DiagnosticDescriptor BaseFields = New("IGL1020", "Hierarchy with fields of its own", "The abstract record '{0}' has parameters. Repeat them in each case.");
    public static readonly DiagnosticDescriptor OpenCase = New("IGL1021", "Case that is not sealed", "The case '{0}' of '{1}' is not a sealed record nested in it, so the hierarchy is not closed. Nest it and write 'sealed'.");
    public static readonly DiagnosticDescriptor OpenRecord = New("IGL1022", "Record that is not sealed", "The record '{0}' may have derived records with other fields. Write 'sealed record', or 'abstract record' with sealed nested cases.");
    public static readonly DiagnosticDescriptor RecordMember = New("IGL1023", "Field outside the primary constructor", "'{0}' stores a value outside the primary constructor. Make it a parameter of the primary constructor.");
    public static readonly DiagnosticDescriptor Constructor = New("IGL1024", "Constructor of a model class", "'{0}' has a constructor that is not primary. Declare the parameters at the class: class {0}(...).");
    public static readonly DiagnosticDescriptor VirtualMember = New("IGL1025", "Virtual member of data", "'{0}' is virtual or abstract. Data has no dynamic dispatch in proofs; write one function with a switch over the cases.");
    public static readonly DiagnosticDescriptor MissingArm = New("IGL1101", "Event without an arm in Next", "No arm of Next is for the event '{0}', so it silently never happens. Add an arm; '{0} => null' if it is never enabled.");
    public static readonly DiagnosticDescriptor SortMember = New("IGL1102", "Look into a carrier", "'{0}' looks into the carrier [Sort] {1}, which is opaque in proofs. Add an operation to a theory.");
    public static readonly DiagnosticDescriptor GuardReadsInput = New("IGL1103", "Guard that reads an input", "The guard reads '{0}', an [Input] of '{1}', which exists only once the operation has been invoked. Accept every input, and branch in the new state.");
    public static readonly DiagnosticDescriptor IoSignature = New("IGL1104", "Event that does not fit its operation", "The event '{0}' passes {1}, its operation {2} takes {3}. The parameters without [Input] are the output, those with [Input] the input.");
    public static readonly DiagnosticDescriptor IoMark = New("IGL1105", "Event that is neither I/O nor internal", "The event '{0}' of a component has {1}. Mark it with exactly one of [Io<Operation>] and [Internal].");
    public static readonly DiagnosticDescriptor GhostRead = New("IGL1106", "Use of a ghost field", "'{0}' is [Ghost], it does not exist in programs: {1} may not depend on it.");
    public static readonly DiagnosticDescriptor LivenessForm = New("IGL1107", "Liveness property of another form", "'{0}' is marked {1}, so it takes the state (and no past) and returns {2}.");
    public static readonly DiagnosticDescriptor FairnessPer = New("IGL1108", "Fairness per an unknown parameter", "The event '{0}' is fair per '{1}', but has no parameter of this name.");

    /// <summary>All of them, in the order of their declaration.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All => [.. Known];

    private static DiagnosticDescriptor New(string id, string title, string message, DiagnosticSeverity severity = DiagnosticSeverity.Error)
    {
        var descriptor = new DiagnosticDescriptor(id, title, message, "Igloo.Modelling", severity, isEnabledByDefault: true);
        Known.Add(descriptor);
        return descriptor;
    }
}
