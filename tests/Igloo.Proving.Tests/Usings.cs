global using Igloo.Components;
global using Igloo.Environments;
global using Igloo.Models;
global using Igloo.Theories;
global using Igloo.Values;
global using static Igloo.Models.Logic;
