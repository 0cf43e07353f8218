using Community.Topics;

namespace Community.Web.Api;

/// <summary>What was sent was taken and waits for somebody to look before others see it: the answer of 202.</summary>
/// <param name="SubmissionId">Of what waits; it is no post yet.</param>
/// <param name="Standing">Always held.</param>
/// <param name="Url">Where its author sees how it stands.</param>
public sealed record HeldAnswer(long SubmissionId, Standing Standing, string Url);
