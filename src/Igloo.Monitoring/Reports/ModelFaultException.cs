namespace Igloo.Monitoring.Reports;

/// <summary>An input that cannot be dropped was one on which the model fails. The component has stopped.</summary>
/// <param name="message">The input and what the model did.</param>
/// <param name="cause">The exception of the model, if there was one.</param>
public sealed class ModelFaultException(string message, Exception? cause = null) : Exception(message, cause);
