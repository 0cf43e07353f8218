using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Community.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Following : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsDropped",
                table: "Outbox",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsWeekly",
                table: "Outbox",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Letter",
                table: "Outbox",
                type: "TEXT",
                maxLength: 16,
                nullable: false,
                defaultValue: "Plain");

            migrationBuilder.AddColumn<long>(
                name: "PersonId",
                table: "Outbox",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SpaceId",
                table: "Outbox",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "TopicId",
                table: "Outbox",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsQuiet",
                table: "Notifications",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "LaterAt",
                table: "Notifications",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "MailedAt",
                table: "Notifications",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "FeedKeys",
                columns: table => new
                {
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    Secret = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FeedKeys", x => x.PersonId);
                    table.ForeignKey(
                        name: "FK_FeedKeys_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MailWishes",
                columns: table => new
                {
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    ToYou = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    Kept = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    Followed = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    Spaces = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    DigestMinute = table.Column<int>(type: "INTEGER", nullable: false),
                    DigestDay = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    OffSecret = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    NextDigestAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WeeklyAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailWishes", x => x.PersonId);
                    table.ForeignKey(
                        name: "FK_MailWishes_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReadFloors",
                columns: table => new
                {
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    PostId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    FormerPostId = table.Column<long>(type: "INTEGER", nullable: false),
                    FormerAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReadFloors", x => x.PersonId);
                    table.ForeignKey(
                        name: "FK_ReadFloors_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Watches",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    TopicId = table.Column<long>(type: "INTEGER", nullable: true),
                    TagId = table.Column<long>(type: "INTEGER", nullable: true),
                    SpaceId = table.Column<long>(type: "INTEGER", nullable: true),
                    WriterId = table.Column<long>(type: "INTEGER", nullable: true),
                    Level = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Watches", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Watches_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Watches_People_WriterId",
                        column: x => x.WriterId,
                        principalTable: "People",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Watches_Spaces_SpaceId",
                        column: x => x.SpaceId,
                        principalTable: "Spaces",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Watches_Tags_TagId",
                        column: x => x.TagId,
                        principalTable: "Tags",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Watches_Topics_TopicId",
                        column: x => x.TopicId,
                        principalTable: "Topics",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_PersonId_SentAt",
                table: "Outbox",
                columns: new[] { "PersonId", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_FeedKeys_Secret",
                table: "FeedKeys",
                column: "Secret",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MailWishes_NextDigestAt",
                table: "MailWishes",
                column: "NextDigestAt");

            migrationBuilder.CreateIndex(
                name: "IX_MailWishes_OffSecret",
                table: "MailWishes",
                column: "OffSecret",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Watches_PersonId",
                table: "Watches",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Watches_SpaceId_PersonId",
                table: "Watches",
                columns: new[] { "SpaceId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Watches_TagId_PersonId",
                table: "Watches",
                columns: new[] { "TagId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Watches_TopicId_PersonId",
                table: "Watches",
                columns: new[] { "TopicId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Watches_WriterId_PersonId",
                table: "Watches",
                columns: new[] { "WriterId", "PersonId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "FeedKeys");

            migrationBuilder.DropTable(
                name: "MailWishes");

            migrationBuilder.DropTable(
                name: "ReadFloors");

            migrationBuilder.DropTable(
                name: "Watches");

            migrationBuilder.DropIndex(
                name: "IX_Outbox_PersonId_SentAt",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "IsDropped",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "IsWeekly",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "Letter",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "PersonId",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "SpaceId",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "TopicId",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "IsQuiet",
                table: "Notifications");

            migrationBuilder.DropColumn(
                name: "LaterAt",
                table: "Notifications");

            migrationBuilder.DropColumn(
                name: "MailedAt",
                table: "Notifications");
        }
    }
}
