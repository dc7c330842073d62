using Igloo.AheadOfTime.Node.Model;
using Igloo.Trimming;
using Igloo.Values;

[assembly: ModelType(typeof(Shelf<Parcel>.State))]
[assembly: ModelType(typeof(Shelf<Parcel>.Event))]
[assembly: ModelType(typeof(Shelf<Parcel>.Event.Put))]
[assembly: ModelType(typeof(Set<Parcel>))]
