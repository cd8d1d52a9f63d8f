using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Running;

// In this process: the models and samples lie beside it, and nothing is built at run time.
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly)
    .Run([.. args, "--inProcess"], ManualConfig.Create(DefaultConfig.Instance).AddDiagnoser(MemoryDiagnoser.Default));
