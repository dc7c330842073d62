using System.Globalization;

namespace Igloo.Endurance.Fuzzing;

/// <summary>One input of one target, with the seed of the other choices.</summary>
internal sealed record FuzzCase(string Target, int Seed, byte[] Input)
{
    // Any fixed number: the choices must differ from those that made the input.
    private const int Apart = 0x5EED;

    /// <summary>The case that a target makes of a seed.</summary>
    public static FuzzCase Of(FuzzTarget target, int seed) => new(target.Name, seed, target.Input(new Random(seed)));

    /// <summary>Why the target fails on it, or null.</summary>
    public string? Failure(FuzzTarget target)
    {
        try
        {
            target.Run(Input, new Random(Seed ^ Apart));
            return null;
        }
        catch (FuzzFailureException failure)
        {
            return failure.Message;
        }
        catch (Exception crash)
        {
            return $"{crash.GetType().Name}: {crash.Message}\n{string.Join('\n', (crash.StackTrace ?? "").Split('\n').Take(4))}";
        }
    }

    public string Save(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{Target}-{Seed.ToString(CultureInfo.InvariantCulture)}.fuzz");
        File.WriteAllLines(path, [Target, Seed.ToString(CultureInfo.InvariantCulture), Convert.ToHexString(Input)]);
        return path;
    }

    /// <exception cref="FormatException">The file is none that <see cref="Save"/> writes.</exception>
    public static FuzzCase Load(string path) => File.ReadAllLines(path) is [var target, var seed, var input, ..]
        ? new(target, int.Parse(seed, CultureInfo.InvariantCulture), Convert.FromHexString(input))
        : throw new FormatException($"{path} is no saved input.");
}
