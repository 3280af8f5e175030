namespace IntegrationSuite.TestKit.Session;

/// <summary>What a library on top of TestKit does in every test session; <see cref="SessionPartAttribute"/> names it.</summary>
public interface ISessionPart
{
    /// <summary>Takes note of what a test's client sends to a service and is answered.</summary>
    /// <param name="service">The service's name in the manifest.</param>
    /// <param name="inner">Sends it.</param>
    HttpMessageHandler Observe(string service, HttpMessageHandler inner) => inner;

    /// <summary>Judges each exchange: a fault fails the test. Tests that judge for themselves do without (<see cref="ServiceTest.PlainClient"/>).</summary>
    /// <param name="service">The service's name in the manifest.</param>
    /// <param name="inner">Sends it, observed.</param>
    HttpMessageHandler Judge(string service, HttpMessageHandler inner) => inner;

    /// <summary>Writes what it found in this test process, after the last test, however that ended, and while the services run.</summary>
    /// <param name="results">The folder.</param>
    /// <param name="project">The test project's name.</param>
    Task WriteAsync(string results, string project) => Task.CompletedTask;
}
