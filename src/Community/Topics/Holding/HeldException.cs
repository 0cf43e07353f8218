namespace Community.Topics.Holding;

/// <summary>What somebody wrote was taken and waits before others see it. It is no refusal: nothing was lost, and nothing is to be done again.</summary>
public sealed class HeldException(long submissionId) : Exception("The text waits before others see it.")
{
    public long SubmissionId { get; } = submissionId;

    /// <summary>Verbs give a submission's number with a minus, so that the same request sent again finds the same one.</summary>
    /// <exception cref="HeldException">It is one.</exception>
    internal static long Unless(long id) => id < 0 ? throw new HeldException(-id) : id;
}

/// <summary>Something in a text has to be decided on by its author before it is posted.</summary>
public sealed class CheckedException : RefusedException
{
    internal CheckedException(IReadOnlyList<Checks.Finding> found, bool mustBeSent, string sentence) : base(Refusal.Invalid, sentence)
    {
        (Found, MustBeSent) = (found, mustBeSent);
        Field = "Body";
    }

    public IReadOnlyList<Checks.Finding> Found { get; }

    /// <summary>A reason of the author's is not enough.</summary>
    public bool MustBeSent { get; }
}
