namespace Igloo.Z3;

/// <summary>Z3's error codes (<c>Z3_error_code</c>).</summary>
public enum SolverErrorCode
{
    /// <summary>No error.</summary>
    None,

    /// <summary>An ill-sorted term.</summary>
    SortError,

    /// <summary>An index out of bounds.</summary>
    IndexOutOfBounds,

    /// <summary>An invalid argument.</summary>
    InvalidArgument,

    /// <summary>A parser error.</summary>
    ParserError,

    /// <summary>There is no parser output.</summary>
    NoParser,

    /// <summary>An invalid pattern.</summary>
    InvalidPattern,

    /// <summary>Out of memory.</summary>
    OutOfMemory,

    /// <summary>A file could not be accessed.</summary>
    FileAccess,

    /// <summary>An internal fatal error.</summary>
    InternalFatal,

    /// <summary>A call that is invalid in the current state.</summary>
    InvalidUsage,

    /// <summary>An error in reference counting.</summary>
    ReferenceCount,

    /// <summary>An exception inside Z3.</summary>
    Exception,
}
