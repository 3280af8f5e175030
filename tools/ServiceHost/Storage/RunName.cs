using System.Security.Cryptography;
using System.Text;

namespace IntegrationSuite.ServiceHost.Storage;

/// <summary>A run's name where other users see it: in paths, command lines, containers, comments of databases. Its id stays secret: whoever knew it could mark a process of his own as the run's, and the run would end that and fail.</summary>
internal static class RunName
{
    private const int Bytes = 12;

    /// <summary>The name, which does not tell the id.</summary>
    public static string Of(string runId) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(runId)).AsSpan(0, Bytes));
}
