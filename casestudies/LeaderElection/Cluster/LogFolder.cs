using System.Globalization;
using LeaderElection.Configuration;
using LeaderElection.Model;

namespace LeaderElection.Cluster;

/// <summary>The names in a folder with the logs of a run.</summary>
internal static class LogFolder
{
    private const string ConfigurationName = "ring.json";

    public static string AuditFile(string folder, Node node) => Path.Combine(folder, $"n{node}.jsonl");

    public static void Write(string folder, RingConfiguration configuration) =>
        File.WriteAllText(Path.Combine(folder, ConfigurationName), RingConfigurationJson.Write(configuration));

    /// <exception cref="InvalidDataException">There is no configuration beside the log.</exception>
    public static RingConfiguration ConfigurationOf(string log)
    {
        var file = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(log))!, ConfigurationName);
        try
        {
            return RingConfigurationJson.Read(File.ReadAllText(file), file);
        }
        catch (ConfigurationException damage)
        {
            throw new InvalidDataException(damage.Message, damage);
        }
    }

    /// <exception cref="InvalidDataException">The name is that of no node's log.</exception>
    public static Node NodeOf(string log)
    {
        var name = Path.GetFileName(log).Split('.')[0];
        return name.StartsWith('n') && int.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new(id)
            : throw new InvalidDataException($"{log}: the log of node 3 is named n3.jsonl.");
    }
}
