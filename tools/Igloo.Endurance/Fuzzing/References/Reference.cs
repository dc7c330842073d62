using Igloo.Monitoring.Codecs;

namespace Igloo.Endurance.Fuzzing.References;

/// <summary>What the first frame of some bytes is, said by a second implementation that knows no segments and no buffers.</summary>
internal delegate Decoding<TMessage> Reference<TMessage>(ReadOnlySpan<byte> bytes);
