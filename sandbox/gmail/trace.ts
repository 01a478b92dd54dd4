import { randomBytes } from "node:crypto";
import { mailDate } from "./mime/write.ts";

/** What Google found when it checked where a mail came from. */
export type AuthVerdict = "pass" | "fail" | "softfail" | "none";

interface Transit {
  recipient: string;
  /** Envelope sender; empty for a bounce. */
  sender: string;
  /** Domain of the From header, which DMARC speaks of. */
  fromDomain: string;
  at: number;
  /** Absent inside one Workspace domain: Google adds no verdict there. */
  verdict?: AuthVerdict | undefined;
}

/** Google's trace headers, topmost first, as they stand above what the sender wrote. */
export function traceHeaders({ recipient, sender, fromDomain, at, verdict }: Transit): [string, string][] {
  const host = `mail.${fromDomain || "unknown.invalid"}`;
  const ip = documentationAddress(fromDomain);
  const serial = randomBytes(9).toString("hex");
  const date = `${mailDate(at)} (UTC)`;
  const top: [string, string][] = [
    ["Delivered-To", recipient],
    ["Received", `by 2002:a05:6402:${serial.slice(0, 4)}:b0 with SMTP id ${serial};\r\n        ${date}`],
    [
      "X-Received",
      `by 2002:a17:906:${serial.slice(4, 8)} with SMTP id ${serial.slice(4)}-1.${Math.trunc(at)};\r\n        ${date}`,
    ],
    ["Return-Path", `<${sender}>`],
    [
      "Received",
      `from ${host} (${host}. [${ip}])\r\n        by mx.google.com with ESMTPS id ${serial}\r\n        for <${recipient}>\r\n        (version=TLS1_3 cipher=TLS_AES_256_GCM_SHA384 bits=256/256);\r\n        ${date}`,
    ],
  ];
  return verdict === undefined ? top : [...top, ...verdictHeaders(verdict, sender, fromDomain, ip, host)];
}

function verdictHeaders(
  verdict: AuthVerdict,
  sender: string,
  fromDomain: string,
  ip: string,
  host: string,
): [string, string][] {
  const mailfrom = sender || `postmaster@${host}`;
  const spf = {
    pass: `pass (google.com: domain of ${mailfrom} designates ${ip} as permitted sender)`,
    fail: `fail (google.com: domain of ${mailfrom} does not designate ${ip} as permitted sender)`,
    softfail: `softfail (google.com: domain of transitioning ${mailfrom} does not designate ${ip} as permitted sender)`,
    none: `none (google.com: ${mailfrom} does not designate permitted sender hosts)`,
  }[verdict];
  const dkim = {
    pass: `dkim=pass header.i=@${fromDomain} header.s=s1 header.b=${randomBytes(6).toString("base64").slice(0, 8)};\r\n       `,
    fail: `dkim=fail header.i=@${fromDomain} header.s=s1 header.b=${randomBytes(6).toString("base64").slice(0, 8)};\r\n       `,
    softfail: "",
    none: "",
  }[verdict];
  const dmarc = {
    pass: `;\r\n       dmarc=pass (p=REJECT sp=REJECT dis=NONE) header.from=${fromDomain}`,
    fail: `;\r\n       dmarc=fail (p=NONE sp=NONE dis=NONE) header.from=${fromDomain}`,
    softfail: `;\r\n       dmarc=fail (p=QUARANTINE sp=QUARANTINE dis=QUARANTINE) header.from=${fromDomain}`,
    none: "",
  }[verdict];
  return [
    ["Received-SPF", `${spf} client-ip=${ip};`],
    ["Authentication-Results", `mx.google.com;\r\n       ${dkim}spf=${spf} smtp.mailfrom=${mailfrom}${dmarc}`],
  ];
}

/** An address of the documentation ranges (RFC 5737), the same one for a domain each time. */
function documentationAddress(domain: string): string {
  let sum = 0;
  for (const char of domain) sum = (sum * 31 + char.charCodeAt(0)) % 253;
  return `203.0.113.${sum + 1}`;
}
