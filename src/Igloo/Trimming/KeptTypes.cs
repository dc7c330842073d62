using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Igloo.Trimming;

/// <summary>
/// Reflection on the types of models. That they are all there is said in this one place, and made true by <see cref="ModelTypeAttribute"/>;
/// what uses it is checked by the compiler.
/// </summary>
internal static class KeptTypes
{
    private const string NamedByModel = "The generator writes a ModelTypeAttribute for every type that a model mentions, which keeps it with all its members; I/O operations keep the constructors of what they pass.";

    /// <summary>A type of a model, with all its members.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2068:DynamicallyAccessedMembers", Justification = NamedByModel)]
    [return: DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)]
    public static Type Kept(this Type type) => type;

    /// <summary>A type of a model by its name, or null.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2057:UnrecognizedReflectionPattern", Justification = NamedByModel)]
    [return: DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)]
    public static Type? Named(string name, Func<AssemblyName, Assembly?> assembly) => Type.GetType(name, assembly, null, throwOnError: false);

    /// <summary>A generic type of a model at type arguments.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2055:UnrecognizedReflectionPattern", Justification = NamedByModel)]
    [UnconditionalSuppressMessage("Trimming", "IL2068:DynamicallyAccessedMembers", Justification = NamedByModel)]
    [UnconditionalSuppressMessage("AOT", "IL3050:RequiresDynamicCode", Justification = "The attributes name generic types with their arguments; at references all share their code.")]
    [return: DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)]
    public static Type At(this Type definition, params Type[] arguments) => definition.MakeGenericType(arguments);

    /// <summary>A generic method of a model at type arguments.</summary>
    /// <exception cref="NotSupportedException">The program was compiled ahead of time, without the method at these arguments.</exception>
    [UnconditionalSuppressMessage("Trimming", "IL2060:UnrecognizedReflectionPattern", Justification = NamedByModel)]
    [UnconditionalSuppressMessage("AOT", "IL3050:RequiresDynamicCode", Justification = "Where it is missing, the message of the monitor lists the state instead of the failed conjunct.")]
    public static MethodInfo At(this MethodInfo definition, params Type[] arguments) => definition.MakeGenericMethod(arguments);

    /// <summary>The types of an assembly, by which it is told whether a hierarchy is closed.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2026:RequiresUnreferencedCode", Justification = "Where types are missing there are no values of them either; proofs are not made in trimmed programs.")]
    public static Type[] Types(this Assembly assembly) => assembly.GetTypes();

    /// <summary>Members in the order of their declaration, which an ahead-of-time compiler keeps though it drops their tokens.</summary>
    public static IEnumerable<TMember> InDeclarationOrder<TMember>(this IEnumerable<TMember> members)
        where TMember : MemberInfo => members.OrderBy(m => m.HasMetadataToken() ? m.MetadataToken : 0);
}
