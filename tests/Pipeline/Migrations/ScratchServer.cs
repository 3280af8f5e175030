namespace Pipeline.Migrations;

/// <summary>The PostgreSQL server that tests of the tools make their databases on.</summary>
internal static class ScratchServer
{
    /// <summary>Names a server to use; without it these tests start one of their own.</summary>
    public const string Variable = "PIPELINE_POSTGRES";

    /// <summary>Its address as superuser, without a database.</summary>
    public static Task<string> UrlAsync() =>
        Task.FromResult(Environment.GetEnvironmentVariable(Variable) ?? throw new InvalidOperationException($"Set {Variable}."));
}
