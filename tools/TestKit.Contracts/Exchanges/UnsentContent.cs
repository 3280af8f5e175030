using System.Net;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>A body that is announced, never sent: with <c>Expect: 100-continue</c> (RFC 9110, 10.1.1) a service refuses it by its length alone.</summary>
internal sealed class UnsentContent : HttpContent
{
    private readonly long _length;

    public UnsentContent(long length, string mediaType)
    {
        _length = length;
        Headers.TryAddWithoutValidation("Content-Type", mediaType);
    }

    /// <summary>Whether the service asked for it.</summary>
    public bool WasAskedFor { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        WasAskedFor = true;
        throw new IOException("The service asked for a body that it should refuse by its length.");
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }
}
