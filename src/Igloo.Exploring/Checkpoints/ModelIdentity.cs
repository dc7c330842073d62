using System.Security.Cryptography;
using System.Text;
using Igloo.Models;
using Igloo.Values;

namespace Igloo.Exploring.Checkpoints;

/// <summary>What a checkpoint must agree on with the model that it is resumed with.</summary>
internal static class ModelIdentity
{
    /// <summary>A digest of the compiled model, of the code that orders events, and of the universe.</summary>
    public static string Of(EventSystem system, Universe universe)
    {
        Type[] code = [system.GetType(), typeof(ModelIdentity), typeof(EventSystem)];
        var text = string.Join('\n', code.Select(t => $"{t} {t.Module.ModuleVersionId}").Concat(universe.Describe()));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
