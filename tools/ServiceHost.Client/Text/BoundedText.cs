using System.Text;

namespace IntegrationSuite.ServiceHost.Client;

/// <summary>Reads text of any length and keeps only its first part. The rest is read too and dropped: a process whose pipe nobody empties stops.</summary>
public static class BoundedText
{
    /// <summary>How many characters are kept, unless the caller says otherwise.</summary>
    public const int Most = 1 << 20;

    private const string Cut = "…";

    /// <summary>Reads to the end.</summary>
    /// <param name="reader">Where from.</param>
    /// <param name="most">How many characters are kept; a text that was cut ends in an ellipsis.</param>
    /// <param name="cancel">Ends the reading.</param>
    public static async Task<string> ReadAllAsync(TextReader reader, int most = Most, CancellationToken cancel = default)
    {
        var (text, buffer, dropped) = (new StringBuilder(), new char[4096], false);
        while (await reader.ReadAsync(buffer, cancel) is > 0 and var read)
        {
            var kept = Math.Min(read, most - text.Length);
            text.Append(buffer, 0, kept);
            dropped |= kept < read;
        }
        return dropped ? text.Append(Cut).ToString() : text.ToString();
    }

    /// <summary>Reads lines of any length and keeps the first part of each.</summary>
    /// <param name="reader">Where from.</param>
    /// <param name="most">How many characters of a line are kept.</param>
    public static IEnumerable<string> Lines(TextReader reader, int most = Most)
    {
        var (line, buffer, begun) = (new StringBuilder(), new char[4096], false);
        while (reader.Read(buffer) is > 0 and var read)
        {
            for (var i = 0; i < read; i++)
            {
                begun = buffer[i] != '\n';
                if (!begun)
                {
                    yield return line.ToString().TrimEnd('\r');
                    line.Clear();
                }
                else if (line.Length < most)
                {
                    line.Append(buffer[i]);
                }
            }
        }
        if (begun)
        {
            yield return line.ToString();
        }
    }

    /// <summary>Reads a line, and nothing beyond it.</summary>
    /// <returns>Null at the end.</returns>
    public static async Task<string?> ReadLineAsync(TextReader reader, int most = Most, CancellationToken cancel = default)
    {
        var (line, one, any) = (new StringBuilder(), new char[1], false);
        while (await reader.ReadAsync(one, cancel) > 0)
        {
            any = true;
            if (one[0] == '\n')
            {
                break;
            }
            if (line.Length < most)
            {
                line.Append(one[0]);
            }
        }
        return any ? line.ToString().TrimEnd('\r') : null;
    }
}
