namespace Ingestion.Archives;

/// <summary>Bytes that may still come out of an archive, over all of its parts.</summary>
internal sealed class ByteBudget(long bytes)
{
    private long _spent;

    /// <summary>Takes bytes off.</summary>
    public void Spend(int count)
    {
        _spent += count;
        if (_spent > bytes)
        {
            throw DocxArchive.TooLarge($"unpacks to more than {bytes / (1024 * 1024)} MB");
        }
    }
}

/// <summary>Counts what is really read, whatever the archive says of its sizes.</summary>
internal sealed class BudgetedStream(Stream inner, ByteBudget budget) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        budget.Spend(count);
        return count;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
