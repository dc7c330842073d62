namespace Igloo.Testing;

/// <summary>What a check of the codec law covered.</summary>
/// <param name="Frames">Messages that were encoded, decoded and compared.</param>
/// <param name="Unencodable">Messages that the codec refused to encode, as it may.</param>
/// <param name="Messages">Random or mutated inputs that decoded to a message.</param>
/// <param name="Junk">Those that decoded to junk.</param>
/// <param name="Incomplete">Those that were the beginning of a frame.</param>
public sealed record CodecLawReport(long Frames, long Unencodable, long Messages, long Junk, long Incomplete);
