using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Community.Store.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Guests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "AccessUntil",
                table: "People",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Sponsorships",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PersonId = table.Column<long>(type: "bigint", nullable: false),
                    SponsorId = table.Column<long>(type: "bigint", nullable: false),
                    From = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AskedById = table.Column<long>(type: "bigint", nullable: false),
                    Why = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    RemindedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AloneAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EndedById = table.Column<long>(type: "bigint", nullable: true),
                    End = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    EndReason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sponsorships", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Sponsorships_People_AskedById",
                        column: x => x.AskedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Sponsorships_People_EndedById",
                        column: x => x.EndedById,
                        principalTable: "People",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Sponsorships_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Sponsorships_People_SponsorId",
                        column: x => x.SponsorId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_People_AccessUntil",
                table: "People",
                column: "AccessUntil");

            migrationBuilder.CreateIndex(
                name: "IX_Sponsorships_AskedById",
                table: "Sponsorships",
                column: "AskedById");

            migrationBuilder.CreateIndex(
                name: "IX_Sponsorships_EndedAt_Until",
                table: "Sponsorships",
                columns: new[] { "EndedAt", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_Sponsorships_EndedById",
                table: "Sponsorships",
                column: "EndedById");

            migrationBuilder.CreateIndex(
                name: "IX_Sponsorships_PersonId_EndedAt",
                table: "Sponsorships",
                columns: new[] { "PersonId", "EndedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Sponsorships_SponsorId_EndedAt",
                table: "Sponsorships",
                columns: new[] { "SponsorId", "EndedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Sponsorships");

            migrationBuilder.DropIndex(
                name: "IX_People_AccessUntil",
                table: "People");

            migrationBuilder.DropColumn(
                name: "AccessUntil",
                table: "People");
        }
    }
}
