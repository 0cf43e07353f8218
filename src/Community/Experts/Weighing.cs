namespace Community.Experts;

/// <summary>
/// How much evidence weighs. The votes of a person's posts are summed (Macdonald and Ounis, "Voting for candidates", 2006; Balog, Azzopardi and de Rijke, "Formal models
/// for expert finding", 2006, model 2), sharpened, so that posts on the subject outweigh many that mention it. Tried on judged collections (<c>tests/Community.Evaluation</c>).
/// </summary>
static class Weighing
{
    /// <summary>How much of an opening's relevance what stands under it has too: an answer seldom repeats what was asked.</summary>
    public const double Context = 0.3;

    /// <summary>How long evidence takes to count half, where a space does not say otherwise.</summary>
    public const int DefaultHalfLifeMonths = 36;

    const double Sharpness = 1.9;
    const double Accepted = 0.2;
    const double Endorsed = 0.1;
    const double FullScore = 31;

    /// <summary>What reports add at most, or take; <see cref="HalfProof"/> fresh ones make half of it.</summary>
    const double Proven = 0.2;
    const double HalfProof = 2;
    const double LeastOfMany = 0.9;
    const double DaysAMonth = 365.25 / 12;

    /// <summary>Posts that make half of what activity can add.</summary>
    const double HalfActive = 15;

    /// <summary>A post's vote.</summary>
    /// <param name="relevance">0 to 1, where 1 is the most relevant post.</param>
    /// <param name="proof">What others' reports of it are worth.</param>
    public static double Vote(double relevance, EvidenceKind kind, int score, double proof = 0) => Math.Pow(relevance, Sharpness) * OfKind(kind) * OfScore(score) * OfProof(proof);

    /// <summary>What is left of it after a time. Without a half-life nothing decays.</summary>
    public static double Decay(TimeSpan age, int? halfLifeMonths) =>
        halfLifeMonths is { } months && age > TimeSpan.Zero ? Math.Pow(2, -age.TotalDays / (months * DaysAMonth)) : 1;

    /// <summary>Votes of one person, the strongest whole and each further one a little less, but never below a share.</summary>
    public static double Sum(IEnumerable<double> votes) => votes.OrderDescending().Select((vote, i) => vote * Math.Max(LeastOfMany, 1 / Math.Sqrt(i + 1))).Sum();

    /// <summary>Who writes much at all is likelier to answer: 1 to 2.</summary>
    public static double Activity(int posts) => 1 + posts / (posts + HalfActive);

    static double OfKind(EvidenceKind kind) => kind switch
    {
        EvidenceKind.AcceptedAnswer => 1 + Accepted,
        EvidenceKind.Answer or EvidenceKind.Note => 1,
        EvidenceKind.Revision or EvidenceKind.Refinement => 0.9,
        EvidenceKind.Thread or EvidenceKind.Reply => 0.6,
        // What was said may count by itself as well.
        EvidenceKind.Distilled => 0.5,
        EvidenceKind.Report => 0.4,
        // It spared others a question.
        EvidenceKind.Found => 0.4,
        // Somebody else says so, having been asked; and somebody says so against themselves.
        EvidenceKind.Named => 0.6,
        EvidenceKind.NotMe => -0.6,
        // A click says less than a report.
        EvidenceKind.Helped => 0.1,
        _ => 0.2,
    };

    static double OfProof(double proof) => 1 + Proven * proof / (Math.Abs(proof) + HalfProof);

    static double OfScore(int score) => score < 0 ? 0.5 : 1 + Endorsed * Math.Min(1, Math.Log(1 + score) / Math.Log(1 + FullScore));
}
