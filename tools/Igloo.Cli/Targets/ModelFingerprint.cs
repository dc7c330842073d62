using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Igloo.Terms;

namespace Igloo.Cli.Targets;

/// <summary>A short hash of what the models of an assembly say: the same on every machine for the same terms.</summary>
internal static class ModelFingerprint
{
    private const int Length = 7;

    /// <summary>The first digits of the SHA-256 over the assembly's term units.</summary>
    public static string Of(IEnumerable<Assembly> assemblies)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var unit in assemblies.SelectMany(a => a.GetCustomAttributes<TermUnitAttribute>()))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(unit.Text));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..Length];
    }
}
