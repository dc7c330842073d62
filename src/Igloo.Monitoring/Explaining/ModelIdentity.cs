using System.Runtime.CompilerServices;

namespace Igloo.Monitoring.Explaining;

/// <summary>Which model is enforced: its name, the version of its assembly and the first digits of the assembly's identity.</summary>
internal static class ModelIdentity
{
    private static readonly ConditionalWeakTable<Type, string> Known = [];

    public static string Of(Type component) => Known.GetValue(component, TextOf);

    private static string TextOf(Type component)
    {
        var assembly = component.Assembly.GetName();
        return $"{component.Name} v{assembly.Version?.ToString(2) ?? "0"} {component.Module.ModuleVersionId.ToString("N")[..7]}";
    }
}
