using System.Text;

namespace IntegrationSuite.ServiceHost.Client.Manifests;

/// <summary>A text of the manifest in which <c>${name}</c> stands for a value that is known once the services start; <c>$${</c> stands for <c>${</c> itself.</summary>
public static class ReferenceText
{
    private const string Begin = "${";

    /// <summary>The names of the references, in order.</summary>
    /// <exception cref="FormatException">One is not closed, or has no name. The message says so, for a person.</exception>
    public static IReadOnlyList<string> NamesIn(string text)
    {
        var names = new List<string>();
        Replace(
            text,
            name =>
            {
                names.Add(name);
                return "";
            }
        );
        return names;
    }

    /// <summary>The text with each reference's value in its place.</summary>
    /// <exception cref="FormatException">A reference is not closed, or has no name.</exception>
    public static string Replace(string text, Func<string, string> valueOf)
    {
        var (result, at) = (new StringBuilder(), 0);
        for (int begin; (begin = text.IndexOf(Begin, at, StringComparison.Ordinal)) >= 0; )
        {
            if (begin > at && text[begin - 1] == '$')
            {
                result.Append(text, at, begin - 1 - at).Append(Begin);
                at = begin + Begin.Length;
                continue;
            }
            var end = text.IndexOf('}', begin);
            var name = end < 0 ? "" : text[(begin + Begin.Length)..end];
            if (name.Length == 0)
            {
                throw new FormatException(
                    end < 0
                        ? $"has a '{Begin}' that no '}}' closes; for the two characters themselves write '${Begin}'"
                        : $"has a reference without a name, '{Begin}}}'"
                );
            }
            result.Append(text, at, begin - at).Append(valueOf(name));
            at = end + 1;
        }
        return result.Append(text, at, text.Length - at).ToString();
    }
}
