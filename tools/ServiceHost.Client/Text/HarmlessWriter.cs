using System.Text;

namespace IntegrationSuite.ServiceHost.Client;

/// <summary>Shows text to a person or a CI system, made harmless on the way. (<see cref="HarmlessText"/>)</summary>
/// <param name="inner">Where it is shown.</param>
public sealed class HarmlessWriter(TextWriter inner) : TextWriter
{
    private readonly HarmlessText _text = new();

    /// <inheritdoc />
    public override Encoding Encoding => inner.Encoding;

    /// <summary>From now on, all that this process writes to its console goes through one of these.</summary>
    public static void GuardConsole()
    {
        Console.SetOut(new HarmlessWriter(Console.Out));
        Console.SetError(new HarmlessWriter(Console.Error));
    }

    /// <inheritdoc />
    public override void Write(char value) => Write([value]);

    /// <inheritdoc />
    public override void Write(string? value) => Write(value.AsSpan());

    /// <inheritdoc />
    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    /// <inheritdoc />
    public override void Write(ReadOnlySpan<char> buffer)
    {
        _text.Add(buffer);
        inner.Write(_text.Take());
    }

    /// <inheritdoc />
    public override void WriteLine(string? value) => Write(value + "\n");

    /// <inheritdoc />
    public override void Flush() => inner.Flush();
}
