// Twice as many as the two processors of CI: a test waits for the database server half of its time.
[assembly: Microsoft.VisualStudio.TestTools.UnitTesting.Parallelize(Workers = 4, Scope = Microsoft.VisualStudio.TestTools.UnitTesting.ExecutionScope.MethodLevel)]
