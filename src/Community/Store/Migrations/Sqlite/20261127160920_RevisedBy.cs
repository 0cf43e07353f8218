using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Community.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RevisedBy : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Revisions_EditorId",
                table: "Revisions");

            migrationBuilder.CreateIndex(
                name: "IX_Revisions_EditorId_Number",
                table: "Revisions",
                columns: new[] { "EditorId", "Number" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Revisions_EditorId_Number",
                table: "Revisions");

            migrationBuilder.CreateIndex(
                name: "IX_Revisions_EditorId",
                table: "Revisions",
                column: "EditorId");
        }
    }
}
