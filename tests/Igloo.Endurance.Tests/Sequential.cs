// What is measured of the process must be one test's doing.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
