using Clients.CaseBlock;
using Contracts.BlockKit;

namespace Contracts.CaseBlock;

/// <summary>A test of captions.</summary>
public abstract class CaseBlockTest() : BlockTest("caseblock")
{
    /// <summary>CaseBlock on the good path.</summary>
    protected CaseBlockClient CaseBlock => new(Http, Cancel);

    /// <summary>Extracts from lines, each a paragraph, and checks that what comes is in them.</summary>
    protected async Task<ExtractedCaption> ExtractAsync(string text)
    {
        var paragraphs = text.ReplaceLineEndings("\n").Split('\n');
        var caption = await CaseBlock.ExtractAsync(paragraphs);
        AssertSubstrings(caption.Strings(), paragraphs);
        return caption;
    }
}
