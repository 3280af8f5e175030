// More workers than processors, as tests wait for the database server: on two cores all took 57 s with two, 49 s with four.
[assembly: Microsoft.VisualStudio.TestTools.UnitTesting.Parallelize(
    Workers = 4,
    Scope = Microsoft.VisualStudio.TestTools.UnitTesting.ExecutionScope.MethodLevel
)]
