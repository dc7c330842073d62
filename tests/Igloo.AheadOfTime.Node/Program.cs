using Igloo.AheadOfTime.Node;
using LeaderElection.CommandLine;

// Either one day of a depot, with the log in a file, or a node of the ring of the case study.
return args is ["depot", var log]
    ? await DepotDay.RunAsync(log, Console.Out)
    : await Application.RunAsync(args, Console.In, Console.Out, Console.Error, CancellationToken.None);
