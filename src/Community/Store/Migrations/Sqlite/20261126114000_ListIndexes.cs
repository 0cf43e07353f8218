using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Community.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ListIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "IX_Posts_TopicId_Part_AuthorId", table: "Posts");

            migrationBuilder.CreateIndex(name: "IX_Topics_ReplyCount_CreatedAt", table: "Topics", columns: new[] { "ReplyCount", "CreatedAt" });

            migrationBuilder.CreateIndex(name: "IX_Posts_TopicId_Part_AuthorId_Standing_UnnamedAt", table: "Posts", columns: new[] { "TopicId", "Part", "AuthorId", "Standing", "UnnamedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "IX_Topics_ReplyCount_CreatedAt", table: "Topics");

            migrationBuilder.DropIndex(name: "IX_Posts_TopicId_Part_AuthorId_Standing_UnnamedAt", table: "Posts");

            migrationBuilder.CreateIndex(name: "IX_Posts_TopicId_Part_AuthorId", table: "Posts", columns: new[] { "TopicId", "Part", "AuthorId" });
        }
    }
}
