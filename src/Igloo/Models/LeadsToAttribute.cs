namespace Igloo.Models;

/// <summary>
/// Marks a response property P ↝ Q, □(P → ◇Q): in every fair run, whenever the premise holds, the conclusion holds then or later. The method
/// takes the state and returns a <see cref="Response"/>, built by <see cref="Logic.LeadsTo"/>.
/// </summary>
/// <example><code>
/// [LeadsTo]
/// public Response Answered(State s, Client c) => LeadsTo(s.Asked.Contains(c), s.Served.Contains(c));
/// </code></example>
/// <remarks>
/// Parameters beyond the state are universally quantified, over premise and conclusion together. Runs and fairness are those of
/// <see cref="EventuallyAttribute"/>. Decided on instances, by exploration; it is not proved for every size.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LeadsToAttribute : Attribute;
