using Community.Governance;
using Community.People;
using Community.Spaces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Topics;

sealed class TopicMapping : IEntityTypeConfiguration<Topic>, IEntityTypeConfiguration<Post>, IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Topic> builder)
    {
        builder.ToTable("Topics");
        builder.Property(t => t.Kind).HasConversion<string>().HasMaxLength(16);
        builder.Property(t => t.Standing).HasConversion<string>().HasMaxLength(16);
        builder.Property(t => t.Title).HasMaxLength(Topic.MaxTitleLength);
        builder.HasIndex(t => t.TitleFolded);
        builder.Ignore(t => t.IsClosed);
        builder.Ignore(t => t.IsDuplicate);
        builder.Ignore(t => t.ReplyPart);
        builder.HasOne<Space>().WithMany().HasForeignKey(t => t.SpaceId);
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.AuthorId);
        builder.HasIndex(t => new { t.SpaceId, t.LastPostAt });
        builder.HasIndex(t => t.LastPostAt);
        // What nobody has answered, the newest first. Without the kind, which would draw SQLite here for every list of one kind.
        builder.HasIndex(t => new { t.ReplyCount, t.CreatedAt });
    }

    public void Configure(EntityTypeBuilder<Post> builder)
    {
        builder.ToTable("Posts");
        builder.Property(p => p.Part).HasConversion<string>().HasMaxLength(16);
        builder.Property(p => p.Standing).HasConversion<string>().HasMaxLength(16);
        builder.Property(p => p.Voice).HasConversion<string>().HasMaxLength(16).HasDefaultValue(Voice.Personal).HasSentinel((Voice)(-1));
        builder.Property(p => p.Interest).HasMaxLength(Post.MaxInterestLength);
        builder.HasOne(p => p.Topic).WithMany(t => t.Posts).HasForeignKey(p => p.TopicId);
        builder.HasOne(p => p.Parent).WithMany().HasForeignKey(p => p.ParentId);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.AuthorId);
        // Who wrote in a topic is read from the index alone, in a thread of thousands, too.
        builder.HasIndex(p => new { p.TopicId, p.Part, p.AuthorId, p.Standing, p.UnnamedAt });
        builder.HasIndex(p => new { p.AuthorId, p.CreatedAt });
    }

    public void Configure(EntityTypeBuilder<Revision> builder)
    {
        builder.ToTable("Revisions");
        builder.Property(r => r.Summary).HasMaxLength(Revision.MaxSummaryLength);
        builder.HasOne(r => r.Post).WithMany(p => p.Revisions).HasForeignKey(r => r.PostId);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.EditorId);
        builder.HasIndex(r => new { r.PostId, r.Number }).IsUnique();
        // Whose texts somebody revised, without all that one wrote first.
        builder.HasIndex(r => new { r.EditorId, r.Number });
    }
}

sealed class TagMapping : IEntityTypeConfiguration<Tag>, IEntityTypeConfiguration<TagSynonym>, IEntityTypeConfiguration<TopicTag>
{
    public void Configure(EntityTypeBuilder<Tag> builder)
    {
        builder.ToTable("Tags");
        builder.Property(t => t.Name).HasMaxLength(50);
        builder.HasIndex(t => t.Name).IsUnique();
        builder.HasMany(t => t.Synonyms).WithOne().HasForeignKey(s => s.TagId);
    }

    public void Configure(EntityTypeBuilder<TagSynonym> builder)
    {
        builder.ToTable("TagSynonyms");
        builder.HasKey(s => s.Name);
        builder.Property(s => s.Name).HasMaxLength(50);
    }

    public void Configure(EntityTypeBuilder<TopicTag> builder)
    {
        builder.ToTable("TopicTags");
        builder.HasKey(t => new { t.TopicId, t.TagId });
        builder.HasOne(t => t.Topic).WithMany(t => t.Tags).HasForeignKey(t => t.TopicId);
        builder.HasOne(t => t.Tag).WithMany().HasForeignKey(t => t.TagId);
        builder.HasIndex(t => t.TagId);
    }
}

sealed class StandingMapping : IEntityTypeConfiguration<Closure>, IEntityTypeConfiguration<Withdrawal>, IEntityTypeConfiguration<Removal>, IEntityTypeConfiguration<Pin>
{
    public void Configure(EntityTypeBuilder<Closure> builder)
    {
        builder.ToTable("Closures");
        builder.Property(c => c.Outcome).HasConversion<string>().HasMaxLength(16);
        builder.HasOne(c => c.Topic).WithMany(t => t.Closures).HasForeignKey(c => c.TopicId);
    }

    public void Configure(EntityTypeBuilder<Withdrawal> builder)
    {
        builder.ToTable("Withdrawals");
        builder.HasOne(w => w.Post).WithMany().HasForeignKey(w => w.PostId);
    }

    public void Configure(EntityTypeBuilder<Removal> builder)
    {
        builder.ToTable("Removals");
        builder.Property(r => r.Kind).HasConversion<string>().HasMaxLength(16).HasDefaultValue(RemovalKind.Removed).HasSentinel((RemovalKind)(-1));
        builder.Property(r => r.ReasonClass).HasConversion<string>().HasMaxLength(16).HasDefaultValue(ReasonClass.Order).HasSentinel((ReasonClass)(-1));
        builder.Property(r => r.RuleCited).HasMaxLength(Removal.MaxCitedLength);
        builder.HasOne<Rule>().WithMany().HasForeignKey(r => r.RuleId);
        builder.HasOne(r => r.Post).WithMany().HasForeignKey(r => r.PostId);
    }

    public void Configure(EntityTypeBuilder<Pin> builder)
    {
        builder.ToTable("Pins");
        builder.HasKey(p => p.TopicId);
        builder.HasOne<Topic>().WithOne().HasForeignKey<Pin>(p => p.TopicId);
    }
}

sealed class PersonalMapping : IEntityTypeConfiguration<Vote>, IEntityTypeConfiguration<Bookmark>, IEntityTypeConfiguration<ReadMark>,
    IEntityTypeConfiguration<Mention>, IEntityTypeConfiguration<Quotation>
{
    public void Configure(EntityTypeBuilder<Vote> builder)
    {
        builder.ToTable("Votes");
        builder.HasKey(v => new { v.PostId, v.PersonId });
        builder.HasOne(v => v.Post).WithMany(p => p.Votes).HasForeignKey(v => v.PostId);
        builder.HasOne<Person>().WithMany().HasForeignKey(v => v.PersonId);
    }

    public void Configure(EntityTypeBuilder<Bookmark> builder)
    {
        builder.ToTable("Bookmarks");
        builder.HasKey(b => new { b.PersonId, b.PostId });
        builder.HasOne<Post>().WithMany().HasForeignKey(b => b.PostId);
    }

    public void Configure(EntityTypeBuilder<ReadMark> builder)
    {
        builder.ToTable("ReadMarks");
        builder.HasKey(r => new { r.PersonId, r.TopicId });
        builder.HasOne<Topic>().WithMany().HasForeignKey(r => r.TopicId);
    }

    public void Configure(EntityTypeBuilder<Mention> builder)
    {
        builder.ToTable("Mentions");
        builder.HasKey(m => new { m.PostId, m.PersonId });
        builder.HasOne(m => m.Post).WithMany(p => p.Mentions).HasForeignKey(m => m.PostId);
        builder.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId);
    }

    public void Configure(EntityTypeBuilder<Quotation> builder)
    {
        builder.ToTable("Quotations");
        builder.HasKey(q => new { q.PostId, q.QuotedPostId });
        builder.HasOne(q => q.Post).WithMany(p => p.Quotations).HasForeignKey(q => q.PostId);
        builder.HasIndex(q => q.QuotedPostId);
    }
}

sealed class NoteLinkMapping : IEntityTypeConfiguration<NoteLink>
{
    public void Configure(EntityTypeBuilder<NoteLink> builder)
    {
        builder.ToTable("NoteLinks");
        builder.HasKey(l => new { l.PostId, l.Name });
        builder.Ignore(l => l.IsByNumber);
        builder.HasOne(l => l.Post).WithMany().HasForeignKey(l => l.PostId);
        builder.HasOne<Topic>().WithMany().HasForeignKey(l => l.NoteId);
        builder.HasIndex(l => l.Name);
        builder.HasIndex(l => l.NoteId);
    }
}

sealed class TieMapping : IEntityTypeConfiguration<TopicLink>, IEntityTypeConfiguration<TopicFollow>, IEntityTypeConfiguration<Attribution>
{
    public void Configure(EntityTypeBuilder<TopicLink> builder)
    {
        builder.ToTable("TopicLinks");
        builder.HasKey(l => new { l.FromTopicId, l.ToTopicId, l.Kind });
        builder.Property(l => l.Kind).HasConversion<string>().HasMaxLength(16);
        builder.HasOne<Topic>().WithMany().HasForeignKey(l => l.FromTopicId);
        builder.HasOne<Topic>().WithMany().HasForeignKey(l => l.ToTopicId);
        builder.HasIndex(l => l.ToTopicId);
    }

    public void Configure(EntityTypeBuilder<TopicFollow> builder)
    {
        builder.ToTable("TopicFollows");
        builder.HasKey(f => new { f.TopicId, f.PersonId, f.FromTopicId });
        builder.HasOne<Topic>().WithMany().HasForeignKey(f => f.TopicId);
        builder.HasOne<Topic>().WithMany().HasForeignKey(f => f.FromTopicId);
        builder.HasOne<Person>().WithMany().HasForeignKey(f => f.PersonId);
        builder.HasIndex(f => f.FromTopicId);
    }

    public void Configure(EntityTypeBuilder<Attribution> builder)
    {
        builder.ToTable("Attributions");
        builder.HasKey(a => a.PostId);
        builder.HasOne(a => a.Post).WithOne().HasForeignKey<Attribution>(a => a.PostId);
    }
}
