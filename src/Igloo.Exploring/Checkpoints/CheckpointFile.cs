using System.Collections.Immutable;
using System.Text;
using Igloo.Exploring.Searching;

namespace Igloo.Exploring.Checkpoints;

/// <summary>Reads and writes checkpoints.</summary>
internal static class CheckpointFile
{
    private const string Format = "igloo exploration checkpoint 1";

    /// <summary>Writes a checkpoint in place of the file, which stays as it is if that fails.</summary>
    public static void Write(string path, Checkpoint checkpoint)
    {
        var unfinished = path + ".part";
        using (var writer = new BinaryWriter(File.Create(unfinished), Encoding.UTF8))
        {
            writer.Write(Format);
            writer.Write(checkpoint.Model);
            writer.Write(checkpoint.States);
            writer.Write(checkpoint.Point.Index);
            writer.Write(checkpoint.Point.Generated);
            List(writer, checkpoint.Point.Tally, writer.Write7BitEncodedInt64);
            List(writer, checkpoint.Visits, visit =>
            {
                writer.Write7BitEncodedInt(visit.Parent + 1);
                writer.Write7BitEncodedInt(visit.Choice);
            });
            List(writer, checkpoint.Steps, run => List(writer, run, writer.Write7BitEncodedInt));
            List<ImmutableArray<int>>(writer, checkpoint.Deadlock is { } deadlock ? [deadlock] : [], run => List(writer, run, writer.Write7BitEncodedInt));
        }

        File.Move(unfinished, path, overwrite: true);
    }

    /// <summary>Reads a checkpoint.</summary>
    /// <exception cref="CheckpointException">The file is no checkpoint, or damaged.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    public static Checkpoint Read(string path)
    {
        using var reader = new BinaryReader(File.OpenRead(path), Encoding.UTF8);
        try
        {
            if (reader.ReadString() != Format) throw new CheckpointException(path, "it is no checkpoint of this version of Igloo");
            return new Checkpoint(
                reader.ReadString(),
                reader.ReadUInt64(),
                new ResumePoint(reader.ReadInt32(), reader.ReadInt64(), List(reader, reader.Read7BitEncodedInt64)),
                List(reader, () => (reader.Read7BitEncodedInt() - 1, reader.Read7BitEncodedInt())),
                List(reader, () => List(reader, reader.Read7BitEncodedInt)),
                List(reader, () => List(reader, reader.Read7BitEncodedInt)) is [var deadlock] ? deadlock : null);
        }
        catch (Exception exception) when (exception is EndOfStreamException or FormatException or DecoderFallbackException)
        {
            throw new CheckpointException(path, "it is no checkpoint, or damaged");
        }
    }

    private static void List<T>(BinaryWriter writer, ImmutableArray<T> items, Action<T> write)
    {
        writer.Write7BitEncodedInt(items.Length);
        foreach (var item in items) write(item);
    }

    private static ImmutableArray<T> List<T>(BinaryReader reader, Func<T> read)
    {
        var count = reader.Read7BitEncodedInt();
        if (count < 0 || count > reader.BaseStream.Length) throw new FormatException();
        return [.. Enumerable.Range(0, count).Select(_ => read())];
    }
}
