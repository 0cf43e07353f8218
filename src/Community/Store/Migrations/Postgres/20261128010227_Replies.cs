using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Community.Store.Migrations.Postgres
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
                type: "character varying(26)",
                maxLength: 26,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "ReplyPart",
                table: "Outbox",
                type: "character varying(16)",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ReplyToPostId",
                table: "Outbox",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "CameBackAt",
                table: "MailWishes",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CameBackSays",
                table: "MailWishes",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true,
                collation: "C");

            migrationBuilder.CreateTable(
                name: "ReceivedMails",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    MessageKey = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Outcome = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    PersonId = table.Column<long>(type: "bigint", nullable: true),
                    MailId = table.Column<long>(type: "bigint", nullable: true),
                    PostId = table.Column<long>(type: "bigint", nullable: true),
                    Sender = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true, collation: "C"),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C")
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
