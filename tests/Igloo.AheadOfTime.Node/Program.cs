using LeaderElection.CommandLine;

return await Application.RunAsync(args, Console.In, Console.Out, Console.Error, CancellationToken.None);
