using Microsoft.EntityFrameworkCore;

namespace Community.Store;

static class StorableRows
{
    extension(DbContext db)
    {
        /// <summary>The rows that are to be saved hold what will be read again.</summary>
        public void MakeStorable()
        {
            foreach (var entry in db.ChangeTracker.Entries())
            {
                if (entry.State is not (EntityState.Added or EntityState.Modified)) continue;

                foreach (var property in entry.Properties)
                    if (property.CurrentValue is string text && !Storable.IsStorable(text))
                        property.CurrentValue = Storable.Of(text);
            }
        }
    }
}
