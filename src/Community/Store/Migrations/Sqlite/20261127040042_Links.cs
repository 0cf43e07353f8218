using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Community.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Links : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "TitleFolded",
                table: "Topics",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "NoteLinks",
                columns: table => new
                {
                    PostId = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    NoteId = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoteLinks", x => new { x.PostId, x.Name });
                    table.ForeignKey(
                        name: "FK_NoteLinks_Posts_PostId",
                        column: x => x.PostId,
                        principalTable: "Posts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_NoteLinks_Topics_NoteId",
                        column: x => x.NoteId,
                        principalTable: "Topics",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "NoteMerges",
                columns: table => new
                {
                    ClosureId = table.Column<long>(type: "INTEGER", nullable: false),
                    SourceId = table.Column<long>(type: "INTEGER", nullable: false),
                    TargetId = table.Column<long>(type: "INTEGER", nullable: false),
                    RevisionBefore = table.Column<int>(type: "INTEGER", nullable: false),
                    RevisionAfter = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoteMerges", x => x.ClosureId);
                    table.ForeignKey(
                        name: "FK_NoteMerges_Closures_ClosureId",
                        column: x => x.ClosureId,
                        principalTable: "Closures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_NoteMerges_Topics_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Topics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_NoteMerges_Topics_TargetId",
                        column: x => x.TargetId,
                        principalTable: "Topics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "NotePlacements",
                columns: table => new
                {
                    NoteId = table.Column<long>(type: "INTEGER", nullable: false),
                    SpaceId = table.Column<long>(type: "INTEGER", nullable: false),
                    ById = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NotePlacements", x => new { x.NoteId, x.SpaceId });
                    table.ForeignKey(
                        name: "FK_NotePlacements_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_NotePlacements_Spaces_SpaceId",
                        column: x => x.SpaceId,
                        principalTable: "Spaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_NotePlacements_Topics_NoteId",
                        column: x => x.NoteId,
                        principalTable: "Topics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "NoteVariants",
                columns: table => new
                {
                    NoteId = table.Column<long>(type: "INTEGER", nullable: false),
                    BaseId = table.Column<long>(type: "INTEGER", nullable: false),
                    UnitId = table.Column<long>(type: "INTEGER", nullable: true),
                    ForWhom = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoteVariants", x => x.NoteId);
                    table.ForeignKey(
                        name: "FK_NoteVariants_Topics_BaseId",
                        column: x => x.BaseId,
                        principalTable: "Topics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_NoteVariants_Topics_NoteId",
                        column: x => x.NoteId,
                        principalTable: "Topics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_NoteVariants_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateIndex(
                name: "IX_Topics_TitleFolded",
                table: "Topics",
                column: "TitleFolded");

            migrationBuilder.CreateIndex(
                name: "IX_NoteLinks_Name",
                table: "NoteLinks",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_NoteLinks_NoteId",
                table: "NoteLinks",
                column: "NoteId");

            migrationBuilder.CreateIndex(
                name: "IX_NoteMerges_SourceId",
                table: "NoteMerges",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_NoteMerges_TargetId",
                table: "NoteMerges",
                column: "TargetId");

            migrationBuilder.CreateIndex(
                name: "IX_NotePlacements_ById",
                table: "NotePlacements",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_NotePlacements_SpaceId",
                table: "NotePlacements",
                column: "SpaceId");

            migrationBuilder.CreateIndex(
                name: "IX_NoteVariants_BaseId",
                table: "NoteVariants",
                column: "BaseId");

            migrationBuilder.CreateIndex(
                name: "IX_NoteVariants_UnitId",
                table: "NoteVariants",
                column: "UnitId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "NoteLinks");

            migrationBuilder.DropTable(
                name: "NoteMerges");

            migrationBuilder.DropTable(
                name: "NotePlacements");

            migrationBuilder.DropTable(
                name: "NoteVariants");

            migrationBuilder.DropIndex(
                name: "IX_Topics_TitleFolded",
                table: "Topics");

            migrationBuilder.DropColumn(
                name: "TitleFolded",
                table: "Topics");
        }
    }
}
