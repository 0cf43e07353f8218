using Community.People;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Questions.Answering;

/// <summary>The sets of what others say of a question and its answers.</summary>
public static class AnsweringSets
{
    extension(CommunityContext db)
    {
        public DbSet<HelpfulMark> HelpfulMarks => db.Set<HelpfulMark>();

        public DbSet<SameQuestion> SameQuestions => db.Set<SameQuestion>();

        /// <summary>Those who have the question, too, the earliest first: they hear of it like followers.</summary>
        public Task<List<long>> WhoHas(long topicId, CancellationToken stop = default) => db.SameQuestions.Where(s => s.TopicId == topicId).OrderBy(s => s.Id).Select(s => s.PersonId).ToListAsync(stop);
    }
}

/// <summary>Which marks count.</summary>
public static class HelpfulMarks
{
    extension(IQueryable<HelpfulMark> marks)
    {
        /// <summary>Those of answers in sight: an answer that became a reply has none until it is an answer again.</summary>
        public IQueryable<HelpfulMark> Counted() => marks.Where(m => m.Post.Part == Part.Answer && m.Post.Standing == Standing.Published);
    }
}

sealed class AnsweringMapping : IEntityTypeConfiguration<HelpfulMark>, IEntityTypeConfiguration<SameQuestion>
{
    public void Configure(EntityTypeBuilder<HelpfulMark> builder)
    {
        builder.ToTable("HelpfulMarks");
        builder.HasIndex(m => new { m.PostId, m.PersonId }).IsUnique();
        builder.HasOne(m => m.Post).WithMany().HasForeignKey(m => m.PostId);
        builder.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId);
    }

    public void Configure(EntityTypeBuilder<SameQuestion> builder)
    {
        builder.ToTable("SameQuestions");
        builder.HasIndex(s => new { s.TopicId, s.PersonId }).IsUnique();
        builder.HasOne(s => s.Topic).WithMany().HasForeignKey(s => s.TopicId);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId);
    }
}
