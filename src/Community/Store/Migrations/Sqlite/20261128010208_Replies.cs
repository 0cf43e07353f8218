using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Community.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Replies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ReplyKey",
                table: "Outbox",
                type: "TEXT",
                maxLength: 26,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReplyPart",
                table: "Outbox",
                type: "TEXT",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ReplyToPostId",
                table: "Outbox",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "CameBackAt",
                table: "MailWishes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CameBackSays",
                table: "MailWishes",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ReceivedMails",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MessageKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: true),
                    MailId = table.Column<long>(type: "INTEGER", nullable: true),
                    PostId = table.Column<long>(type: "INTEGER", nullable: true),
                    Sender = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReceivedMails", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_ReplyKey",
                table: "Outbox",
                column: "ReplyKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedMails_At",
                table: "ReceivedMails",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedMails_MessageKey",
                table: "ReceivedMails",
                column: "MessageKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedMails_PersonId_At",
                table: "ReceivedMails",
                columns: new[] { "PersonId", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ReceivedMails");

            migrationBuilder.DropIndex(
                name: "IX_Outbox_ReplyKey",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "ReplyKey",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "ReplyPart",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "ReplyToPostId",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "CameBackAt",
                table: "MailWishes");

            migrationBuilder.DropColumn(
                name: "CameBackSays",
                table: "MailWishes");
        }
    }
}
