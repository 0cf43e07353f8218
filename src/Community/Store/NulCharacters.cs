using Microsoft.EntityFrameworkCore;

namespace Community.Store;

static class NulCharacters
{
    extension(DbContext db)
    {
        /// <summary>U+0000 becomes U+FFFD: PostgreSQL cannot hold it, and both stores shall keep the same.</summary>
        public void ReplaceNulCharacters()
        {
            foreach (var entry in db.ChangeTracker.Entries())
            {
                if (entry.State is not (EntityState.Added or EntityState.Modified)) continue;

                foreach (var property in entry.Properties)
                    if (property.CurrentValue is string text && text.Contains('\0'))
                        property.CurrentValue = text.Replace('\0', '\uFFFD');
            }
        }
    }
}
