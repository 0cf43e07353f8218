namespace Community.Evaluation;

/// <summary>What the ranking of people is compared with: who wrote most, and plain BM25 over one profile per person, all their texts in a row.</summary>
sealed class PlainPeople : IDisposable
{
    readonly PlainBm25 profiles;

    public PlainPeople(IReadOnlyList<JudgedDocument> documents)
    {
        var written = documents.SelectMany(document => document.Authors.Distinct().Select(author => (Author: author, Document: document))).GroupBy(one => one.Author, one => one.Document).ToList();
        MostActive = [.. written.OrderByDescending(own => own.Count()).Select(own => own.Key)];
        profiles = new PlainBm25([.. written.Select(own => new JudgedDocument(own.Key, "", string.Join(' ', own.Select(document => document.Title + " " + document.Text)), [own.Key], 0, false, false, null))]);
    }

    /// <summary>The same for every query.</summary>
    public IReadOnlyList<string> MostActive { get; }

    public IReadOnlyList<string> ByProfile(string text) => [.. profiles.Search(text, int.MaxValue).Select(hit => hit.Document.Id)];

    public void Dispose() => profiles.Dispose();
}
