"""A handler for aiosmtpd: puts each mail into the Maildir of its recipient, as a mail server of one domain does; name+anything goes to name. Who is called nobody is refused."""
import mailbox
import os
import pathlib


class Deliver:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)

    @classmethod
    def from_cli(cls, parser, *args):
        return cls(args[0])

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.split("@")[0].split("+")[0] == "nobody":
            return "550 5.1.1 There is no mailbox of that name"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        for address in envelope.rcpt_tos:
            name = address.split("@")[0].split("+")[0]
            head = f"Return-Path: <{envelope.mail_from}>\r\nDelivered-To: {address}\r\n".encode()
            os.makedirs(self.folder / name, exist_ok=True)
            mailbox.Maildir(self.folder / name / "Maildir", create=True).add(head + envelope.original_content)
        return "250 OK"
