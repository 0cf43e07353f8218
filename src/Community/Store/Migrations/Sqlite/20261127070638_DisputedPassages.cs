using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Community.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DisputedPassages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "BlockId",
                table: "NoteDisputes",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "FirstBlockId",
                table: "NoteDisputes",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_NoteDisputes_BlockId",
                table: "NoteDisputes",
                column: "BlockId");

            migrationBuilder.CreateIndex(
                name: "IX_NoteDisputes_FirstBlockId",
                table: "NoteDisputes",
                column: "FirstBlockId");

            migrationBuilder.AddForeignKey(
                name: "FK_NoteDisputes_NoteBlocks_BlockId",
                table: "NoteDisputes",
                column: "BlockId",
                principalTable: "NoteBlocks",
                principalColumn: "Id");

            migrationBuilder.AddForeignKey(
                name: "FK_NoteDisputes_NoteBlocks_FirstBlockId",
                table: "NoteDisputes",
                column: "FirstBlockId",
                principalTable: "NoteBlocks",
                principalColumn: "Id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_NoteDisputes_NoteBlocks_BlockId",
                table: "NoteDisputes");

            migrationBuilder.DropForeignKey(
                name: "FK_NoteDisputes_NoteBlocks_FirstBlockId",
                table: "NoteDisputes");

            migrationBuilder.DropIndex(
                name: "IX_NoteDisputes_BlockId",
                table: "NoteDisputes");

            migrationBuilder.DropIndex(
                name: "IX_NoteDisputes_FirstBlockId",
                table: "NoteDisputes");

            migrationBuilder.DropColumn(
                name: "BlockId",
                table: "NoteDisputes");

            migrationBuilder.DropColumn(
                name: "FirstBlockId",
                table: "NoteDisputes");
        }
    }
}
