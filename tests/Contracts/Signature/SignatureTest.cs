using Clients.Signature;
using Contracts.BlockKit;

namespace Contracts.Signature;

/// <summary>A test of signature blocks.</summary>
public abstract class SignatureTest() : BlockTest("signature")
{
    /// <summary>Signature on the good path.</summary>
    protected SignatureClient Signature => new(Http, Cancel);

    /// <summary>Extracts from lines, each a paragraph, and checks that what comes is in them.</summary>
    protected async Task<SignatureFields> ExtractAsync(string text)
    {
        var paragraphs = text.ReplaceLineEndings("\n").Split('\n');
        var signature = await Signature.ExtractAsync(paragraphs);
        AssertSubstrings(signature.Strings(), paragraphs);
        return signature;
    }
}
