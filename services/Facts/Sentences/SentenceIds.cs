namespace Facts.Sentences;

/// <summary>Gives sentences their ids: the best match among the known ones, each used once, else a new one.</summary>
internal static class SentenceIds
{
    /// <summary>From here on a sentence is the same one, edited.</summary>
    private const double SameSentence = 0.8;

    public static Guid[] Assign(IReadOnlyList<string> sentences, IReadOnlyList<KnownSentence> known, CancellationToken cancel)
    {
        var ids = new Guid?[sentences.Count];
        var taken = new HashSet<Guid>();
        foreach (var match in Matches(sentences, known, cancel).OrderByDescending(m => m.Similarity).ThenBy(m => m.Sentence).ThenBy(m => m.Known))
        {
            if (ids[match.Sentence] is null && taken.Add(known[match.Known].Id))
            {
                ids[match.Sentence] = known[match.Known].Id;
            }
        }

        return [.. ids.Select(id => id ?? Guid.CreateVersion7())];
    }

    private static IEnumerable<Match> Matches(IReadOnlyList<string> sentences, IReadOnlyList<KnownSentence> known, CancellationToken cancel)
    {
        for (var i = 0; i < sentences.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            for (var j = 0; j < known.Count; j++)
            {
                // Lengths rule most pairs out without a look at the texts.
                if (Similarity.AtMost(sentences[i].Length, known[j].Text.Length) >= SameSentence
                    && Similarity.Of(sentences[i], known[j].Text) is >= SameSentence and var similarity)
                {
                    yield return new Match(i, j, similarity);
                }
            }
        }
    }

    private readonly record struct Match(int Sentence, int Known, double Similarity);
}
