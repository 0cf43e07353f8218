using System.Globalization;
using Community.Governance;
using Community.People;
using Community.Spaces;
using Community.Spaces.Voices;
using Community.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Topics.Holding;

/// <summary>What waits, and the gate for it: its author, and those who decide on it.</summary>
public static class HoldingSets
{
    extension(CommunityContext db)
    {
        public DbSet<Submission> Submissions => db.Set<Submission>();

        public DbSet<ApprovalRule> ApprovalRules => db.Set<ApprovalRule>();

        public DbSet<ReasonTemplate> ReasonTemplates => db.Set<ReasonTemplate>();

        /// <summary>What this viewer may decide on or somebody decided on; never the own.</summary>
        public IQueryable<Submission> SubmissionsToJudge(Viewer viewer, DateTime now)
        {
            var (me, isAdministrator, all) = (viewer.PersonId, viewer.IsAdministrator, viewer.IsSuspended ? [] : viewer.ReadableSpaceIds.ToList());
            var kept = all.FindAll(id => viewer.May(Act.Approve, id));
            var grants = db.VoiceGrants.Where(g => viewer.IsStaff && g.PersonId == me && g.EndedAt == null && g.Until > now);
            var posts = db.Posts.ListedFor(viewer);
            // What its author still can take back, or took back, nobody sees; what became a post goes out of sight with it.
            var shown = db.Submissions.Where(s => s.State == SubmissionState.Waiting
                || s.DecidedById != null && s.State != SubmissionState.Undone && (s.State != SubmissionState.Published || posts.Any(p => p.Id == s.PostId)));
            return shown.Where(s => s.PersonId != me && all.Contains(s.SpaceId) && (s.NeedsVoice
                ? isAdministrator || (kept.Contains(s.SpaceId) || !s.Reasons.Contains("Rule|") && !s.Reasons.Contains("Check|")) && grants.Any(g => g.Voice == s.Voice && g.UnitId == s.UnitId && (g.SpaceId == null || g.SpaceId == s.SpaceId))
                : kept.Contains(s.SpaceId)));
        }

        /// <summary>What this viewer may read of what waits: the own, and what they may decide on.</summary>
        public IQueryable<Submission> SubmissionsFor(Viewer viewer, DateTime now)
        {
            var me = viewer.PersonId;
            var judged = db.SubmissionsToJudge(viewer, now);
            return db.Submissions.Where(s => s.PersonId == me || judged.Any(j => j.Id == s.Id));
        }

        /// <summary>The words that waited and became a post or a revision of it, or would have: the post is erased, and they go with it. The caller saves.</summary>
        internal async Task ForgetSubmissionsOf(Post post, CancellationToken stop)
        {
            var edit = string.Create(CultureInfo.InvariantCulture, $"\"PostId\":{post.Id},");
            foreach (var submission in await db.Submissions.Where(s => s.PostId == post.Id || s.TopicId == post.TopicId && s.Request.Contains(edit)).ToListAsync(stop)) submission.Forget();
        }

        /// <exception cref="RefusedException">There is no such thing for this viewer to decide on.</exception>
        internal async Task<Submission> SubmissionToJudge(long personId, long id, DateTime now, CancellationToken stop)
        {
            await db.LockRow("Submissions", "Id", id, stop);
            var viewer = await db.Viewer(personId, stop);
            if (await db.Submissions.AnyAsync(s => s.Id == id && s.PersonId == personId, stop)) throw new RefusedException(Refusal.Forbidden, "Nobody decides on their own words.");

            return await db.SubmissionsToJudge(viewer, now).FirstOrDefaultAsync(s => s.Id == id, stop)
                ?? throw new RefusedException(Refusal.NotFound, "There is nothing at this address, or it is not for you.");
        }

        /// <exception cref="RefusedException">Nothing of this person's waits there.</exception>
        internal async Task<Submission> OwnSubmission(long personId, long id, CancellationToken stop)
        {
            await db.LockRow("Submissions", "Id", id, stop);
            return await db.Submissions.FirstOrDefaultAsync(s => s.Id == id && s.PersonId == personId, stop)
                ?? throw new RefusedException(Refusal.NotFound, "There is nothing at this address, or it is not for you.");
        }
    }
}

sealed class SubmissionMapping : IEntityTypeConfiguration<Submission>, IEntityTypeConfiguration<ApprovalRule>, IEntityTypeConfiguration<ReasonTemplate>
{
    public void Configure(EntityTypeBuilder<Submission> builder)
    {
        builder.ToTable("Submissions");
        builder.Property(s => s.Voice).HasConversion<string>().HasMaxLength(16);
        builder.Property(s => s.State).HasConversion<string>().HasMaxLength(16);
        builder.HasIndex(s => new { s.State, s.ReleaseAt });
        builder.HasIndex(s => s.PersonId);
        builder.HasIndex(s => s.TopicId);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.ClaimedById);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.DecidedById);
        builder.HasOne<Space>().WithMany().HasForeignKey(s => s.SpaceId);
        builder.HasOne<Topic>().WithMany().HasForeignKey(s => s.TopicId);
        builder.HasOne<Post>().WithMany().HasForeignKey(s => s.PostId);
    }

    public void Configure(EntityTypeBuilder<ApprovalRule> builder)
    {
        builder.ToTable("ApprovalRules");
        builder.Property(r => r.Name).HasMaxLength(ApprovalRule.MaxNameLength);
        builder.Property(r => r.Why).HasMaxLength(ApprovalRule.MaxWhyLength);
        builder.Property(r => r.Voice).HasConversion<string>().HasMaxLength(16);
        builder.Property(r => r.Tier).HasConversion<string>().HasMaxLength(16);
        builder.HasOne<Space>().WithMany().HasForeignKey(r => r.SpaceId);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.ById);
    }

    public void Configure(EntityTypeBuilder<ReasonTemplate> builder)
    {
        builder.ToTable("ReasonTemplates");
        builder.Property(t => t.Text).HasMaxLength(ReasonTemplate.MaxLength);
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.ById);
    }
}

/// <summary>Who else than keepers of a space decides.</summary>
public static class VoiceJudges
{
    extension(CommunityContext db)
    {
        /// <summary>Whether this viewer has a voice, and so releases what others say with it.</summary>
        public Task<bool> HasVoice(Viewer viewer, DateTime now, CancellationToken stop = default) =>
            viewer.IsStaff ? db.VoiceGrants.AnyAsync(g => g.PersonId == viewer.PersonId && g.EndedAt == null && g.Until > now, stop) : Task.FromResult(false);
    }
}
