using IntegrationSuite.TestKit.Databases;
using IntegrationSuite.TestKit.Session;

[assembly: SessionPart(typeof(DatabasePart))]

namespace IntegrationSuite.TestKit.Databases;

/// <summary>The templates of test databases go with the session.</summary>
internal sealed class DatabasePart : ISessionPart
{
    public async Task WriteAsync(string results, string project) => await TestServer.ReleaseAsync();
}
