namespace Tftp.Model;

/// <summary>Files as sequences of blocks (RFC 1350, section 6), the longer the fewer (RFC 2348).</summary>
public interface IFiles : ITheory
{
    /// <summary>The largest number of a block: they have 16 bits.</summary>
    const int MostBlocks = 65_535;

    /// <summary>Whether there is a file that may be read.</summary>
    bool Exists(Content content);

    /// <summary>The length of the file in bytes.</summary>
    long LengthOf(Content content);

    /// <summary>The number of the last block; they are numbered from 1.</summary>
    int Last(Content content, int length);

    /// <summary>A block.</summary>
    Block BlockOf(Content content, int length, int number);

    /// <summary>There is at least one block, and all numbers have 16 bits.</summary>
    [Axiom]
    bool LastIsANumber(Content content, int length) =>
        Implies(Exists(content) && length >= Block.Full, Last(content, length) >= 1 && Last(content, length) <= MostBlocks);

    /// <summary>Exactly the last block, which may be empty, is not full.</summary>
    [Axiom]
    bool OnlyTheLastIsShort(Content content, int length, int number) =>
        Implies(
            Exists(content) && length >= Block.Full && number >= 1 && number <= Last(content, length),
            number == Last(content, length) ? BlockOf(content, length, number).Length < length : BlockOf(content, length, number).Length == length);
}
