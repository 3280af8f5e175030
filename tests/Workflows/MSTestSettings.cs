// More workers than processors: a workflow mostly waits for services, some of them on purpose for as long as a timeout takes.
[assembly: Microsoft.VisualStudio.TestTools.UnitTesting.Parallelize(
    Workers = 16,
    Scope = Microsoft.VisualStudio.TestTools.UnitTesting.ExecutionScope.MethodLevel
)]
