using Community.Events;

namespace Community.Topics;

/// <summary>One piece of text in a topic: the opening, a reply, an answer, or a comment on a post.</summary>
public sealed partial class Post : Entity
{
    Post()
    {
    }

    internal Post(Topic topic, Part part, Post? parent, PostText text, long authorId, DateTime now)
    {
        Topic = topic;
        Part = part;
        Parent = parent;
        AuthorId = authorId;
        CreatedAt = now;
        Standing = Standing.Published;
        AddRevision(text, authorId, "", 0, now);
    }

    public long TopicId { get; private set; }

    public Topic Topic { get; private set; } = null!;

    public Part Part { get; private set; }

    /// <summary>What it stands under: of a comment always a post, of a reply the reply it answers to, else null.</summary>
    public long? ParentId { get; private set; }

    public Post? Parent { get; private set; }

    public long AuthorId { get; private set; }

    /// <summary>The name as it came with an import when its author is not a person of its own; else null.</summary>
    public string? AuthorName { get; private set; }

    /// <summary>When the author took the own name off a post that has to stay.</summary>
    public DateTime? UnnamedAt { get; private set; }

    public Standing Standing { get; private set; }

    public DateTime CreatedAt { get; private set; }

    /// <summary>When the newest revision after the first was saved.</summary>
    public DateTime? EditedAt { get; private set; }

    /// <summary>The newest revision.</summary>
    public int RevisionNumber { get; private set; }

    public int ImportedScore { get; private set; }

    /// <summary>Imported count plus the votes cast here.</summary>
    public int Score { get; private set; }

    public List<Revision> Revisions { get; } = [];

    public List<Vote> Votes { get; } = [];

    public List<Mention> Mentions { get; } = [];

    public List<Quotation> Quotations { get; } = [];

    /// <summary>Saves a new revision. Needs <see cref="Mentions"/> and <see cref="Quotations"/> loaded.</summary>
    /// <exception cref="RefusedException">The post is not in sight, or the topic is closed.</exception>
    public Revision Revise(PostText text, long editorId, string summary, int basedOn, DateTime now)
    {
        DemandInSight();

        EditedAt = now;
        var revision = AddRevision(text, editorId, summary, basedOn, now);
        Topic.TellOf(EventKind.Revised, this, now, editorId);
        return revision;
    }

    /// <exception cref="RefusedException">It was taken back or hidden: nobody edits it, and nobody is shown its newest text instead.</exception>
    public void DemandInSight()
    {
        if (Standing != Standing.Published) throw new RefusedException(Refusal.Conflict, "This post is out of sight. Bring it back before you edit it.");
    }

    /// <summary>Its author takes it back.</summary>
    public Withdrawal Withdraw(long actorId, DateTime now)
    {
        if (Standing != Standing.Published) throw new RefusedException(Refusal.Conflict, "This post is out of sight already.");

        Show(Standing.Withdrawn);
        Topic.TellOf(EventKind.Withdrawn, this, now, actorId);
        return new Withdrawal(this, actorId, now);
    }

    /// <summary>Its author brings it back.</summary>
    public void Restore(Withdrawal withdrawal, long actorId, DateTime now)
    {
        withdrawal.End(now);
        Show(Standing.Published);
        Topic.TellOf(EventKind.Restored, this, now, actorId);
    }

    /// <summary>Takes the author's name off; the text stays.</summary>
    public void Unname(DateTime now)
    {
        if (UnnamedAt is not null) return;

        UnnamedAt = now;
        Topic.TellOf(EventKind.Unnamed, this, now, null);
    }

    /// <summary>Erases a withdrawn text for good; the tombstone stays. Needs <see cref="Revisions"/> loaded.</summary>
    public void Erase(Withdrawal withdrawal, DateTime now)
    {
        foreach (var revision in Revisions) revision.Erase();
        if (Part == Part.Opening) Topic.EraseTitle();
        withdrawal.Erase(now);
        Topic.TellOf(EventKind.Erased, this, now, null);
    }

    /// <summary>Sets this person's one vote; 0 takes it back. Needs that person's vote loaded in <see cref="Votes"/>.</summary>
    public void CastVote(int value, long personId, DateTime now)
    {
        if (value is < -1 or > 1) throw new RefusedException(Refusal.Invalid, "A vote is 1, 0 or -1.");
        if (personId == AuthorId) throw new RefusedException(Refusal.Forbidden, "Nobody votes on their own post.");
        if (Standing != Standing.Published) throw new RefusedException(Refusal.Conflict, "This post is out of sight; it takes no votes.");

        var vote = Votes.Find(v => v.PersonId == personId);
        var change = value - (vote?.Value ?? 0);
        if (change == 0) return;

        if (vote is null) Votes.Add(new Vote(this, personId, value, now));
        else if (value == 0) Votes.Remove(vote);
        else vote.Change(value, now);
        Score += change;
        Topic.TellOf(EventKind.Voted, this, now, personId);
    }

    internal void FollowKind(Topic topic)
    {
        if (Part == Part.Opening) return;

        if (topic.Kind == TopicKind.Thread) Part = Part.Reply;
        else if (Part != Part.Comment) Part = ParentId is null ? Part.Answer : Part.Comment;
    }

    void Show(Standing standing)
    {
        Standing = standing;
        Topic.Follow(this, standing == Standing.Published);
    }

    Revision AddRevision(PostText text, long editorId, string summary, int basedOn, DateTime now)
    {
        var revision = new Revision(this, ++RevisionNumber, text, editorId, summary, basedOn, now);
        Revisions.Add(revision);
        Mentions.AddRange(text.MentionedIds.Where(id => Mentions.All(m => m.PersonId != id)).Select(id => new Mention(this, id)));
        Quotations.AddRange(text.QuotedPostIds.Where(id => Quotations.All(q => q.QuotedPostId != id)).Select(id => new Quotation(this, id)));
        return revision;
    }
}
