using Community.People;
using Community.Spaces;
using Community.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Community.Search.Saved;

/// <summary>Saved searches, and whose they are.</summary>
public static class SavedSets
{
    extension(CommunityContext db)
    {
        public DbSet<SavedSearch> SavedSearches => db.Set<SavedSearch>();

        public DbSet<SearchFind> SearchFinds => db.Set<SearchFind>();

        /// <summary>The gate for saved searches: a person's own. Without those that were deleted.</summary>
        public IQueryable<SavedSearch> SearchesOf(long? personId) => db.SavedSearches.Where(s => s.PersonId == personId && s.DeletedAt == null);

        /// <exception cref="RefusedException">This person has no such search.</exception>
        internal async Task<SavedSearch> SearchToChange(long personId, long searchId, CancellationToken stop)
        {
            await db.LockRow("SavedSearches", "Id", searchId, stop);
            return await db.SavedSearches.FirstOrDefaultAsync(s => s.Id == searchId && s.PersonId == personId, stop)
                ?? throw new RefusedException(Refusal.NotFound, "There is no such saved search.");
        }

        internal async Task DemandRoomForSearch(long personId, CancellationToken stop)
        {
            if (await db.SearchesOf(personId).CountAsync(stop) >= SavedSearch.MostPerPerson)
                throw new RefusedException(Refusal.TooMany, "You keep {0} searches already. Delete one of them first, under Saved searches.", SavedSearch.MostPerPerson);
        }
    }
}

sealed class SavedMapping : IEntityTypeConfiguration<SavedSearch>, IEntityTypeConfiguration<SearchFind>
{
    public void Configure(EntityTypeBuilder<SavedSearch> builder)
    {
        builder.ToTable("SavedSearches");
        builder.Property(s => s.Name).HasMaxLength(SavedSearch.MaxNameLength);
        builder.Property(s => s.Text).HasMaxLength(SavedSearch.MaxTextLength);
        builder.Property(s => s.Kind).HasConversion<string>().HasMaxLength(16);
        builder.Property(s => s.Tag).HasMaxLength(SavedSearch.MaxTextLength);
        builder.Ignore(s => s.Query);
        builder.Ignore(s => s.IsAlerting);
        builder.HasIndex(s => s.PersonId);
        builder.HasIndex(s => s.DeletedAt);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId);
        builder.HasOne<Space>().WithMany().HasForeignKey(s => s.SpaceId);
    }

    public void Configure(EntityTypeBuilder<SearchFind> builder)
    {
        builder.ToTable("SearchFinds");
        builder.HasKey(f => new { f.SearchId, f.TopicId });
        builder.HasIndex(f => f.EventId);
        builder.HasOne<SavedSearch>().WithMany().HasForeignKey(f => f.SearchId).OnDelete(DeleteBehavior.Cascade);
    }
}
