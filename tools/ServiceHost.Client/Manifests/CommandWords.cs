using System.Text;

namespace IntegrationSuite.ServiceHost.Client.Manifests;

/// <summary>Splits a command that is written as one text: at blanks, with single or double quotes to keep words together. No shell: who wants one writes <c>["sh", "-c", "…"]</c>.</summary>
internal static class CommandWords
{
    /// <summary>The words.</summary>
    /// <returns>Null when a quote is not closed.</returns>
    public static IReadOnlyList<string>? Split(string command)
    {
        var (words, word, quote) = (new List<string>(), (StringBuilder?)null, '\0');
        foreach (var character in command)
        {
            if (quote == '\0' && char.IsWhiteSpace(character))
            {
                Finish(words, ref word);
            }
            else if (quote == '\0' && character is '"' or '\'')
            {
                (quote, word) = (character, word ?? new StringBuilder());
            }
            else if (character == quote)
            {
                quote = '\0';
            }
            else
            {
                (word ??= new StringBuilder()).Append(character);
            }
        }
        Finish(words, ref word);
        return quote == '\0' ? words : null;
    }

    private static void Finish(List<string> words, ref StringBuilder? word)
    {
        if (word is not null)
        {
            words.Add(word.ToString());
            word = null;
        }
    }
}
