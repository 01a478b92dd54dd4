import { rfcMessageId } from "./ids.ts";
import { headerOf } from "./message.ts";
import { messageIds, readHeaders } from "./mime/headers.ts";
import { headerLine, mailDate, multipart, textPart } from "./mime/write.ts";

/** Why mail to an address does not arrive: for ever (5.x.x) or not yet (4.x.x). */
export interface Refusal {
  permanent: boolean;
  status: string;
  reason: string;
}

export const UNKNOWN_ADDRESS: Refusal = {
  permanent: true,
  status: "5.1.1",
  reason: "550 5.1.1 The email account that you tried to reach does not exist.",
};

interface Failed {
  mail: Buffer;
  to: string;
  failed: string;
  refusal: Refusal;
  now: number;
}

/** Gmail's own failure notice: multipart/report with a human part, the status part and the returned headers. */
export function failureNotice({ mail, to, failed, refusal, now }: Failed): Buffer {
  const id = messageIds(headerOf({ raw: mail }, "Message-ID"))[0] ?? "";
  const kind = refusal.permanent ? "Failure" : "Delay";
  const words = refusal.permanent
    ? `** Address not found **\n\nYour message wasn't delivered to ${failed} because the address couldn't be found, or is unable to receive mail.\n\nThe response from the remote server was:\n${refusal.reason}\n`
    : `** Delivery incomplete **\n\nThere was a temporary problem delivering your message to ${failed}. Gmail will retry for 46 more hours.\n\nThe response was:\n${refusal.reason}\n`;
  const status = [
    "Reporting-MTA: dns; googlemail.com",
    `Arrival-Date: ${mailDate(now)}`,
    `X-Original-Message-ID: ${id}`,
    "",
    `Final-Recipient: rfc822; ${failed}`,
    `Action: ${refusal.permanent ? "failed" : "delayed"}`,
    `Status: ${refusal.status}`,
    `Diagnostic-Code: smtp; ${refusal.reason}`,
    `Last-Attempt-Date: ${mailDate(now)}`,
    "",
  ];
  const { bodyStart } = readHeaders(mail);
  const headers = [
    headerLine("From", "Mail Delivery Subsystem <mailer-daemon@googlemail.com>"),
    headerLine("To", to),
    "Auto-Submitted: auto-replied",
    headerLine("Subject", `Delivery Status Notification (${kind})`),
    headerLine("References", id),
    headerLine("In-Reply-To", id),
    ...(refusal.permanent ? [headerLine("X-Failed-Recipients", failed)] : []),
    `Message-ID: ${rfcMessageId().replace("@mail.gmail.com", "@mx.google.com")}`,
    `Date: ${mailDate(now)}`,
    "MIME-Version: 1.0",
  ];
  const body = multipart(
    "report",
    [
      textPart("plain", words),
      `Content-Type: message/delivery-status\r\n\r\n${status.join("\r\n")}`,
      `Content-Type: text/rfc822-headers\r\n\r\n${mail.subarray(0, bodyStart).toString("latin1").trimEnd()}\r\n`,
    ],
    "; report-type=delivery-status",
  );
  return Buffer.from(`${headers.join("\r\n")}\r\n${body}`, "utf8");
}
