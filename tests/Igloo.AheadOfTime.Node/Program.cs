using Igloo.AheadOfTime.Node;
using LeaderElection.CommandLine;

// One day of a depot, with the log in a file; a connection of a server; or a node of the ring of the case study.
return args is ["depot", var log] ? await DepotDay.RunAsync(log, Console.Out)
    : args is ["desk"] ? await DeskDay.RunAsync(Console.Out)
    : await Application.RunAsync(args, Console.In, Console.Out, Console.Error, CancellationToken.None);
