/** How mail clients mark quoted history and signatures in the HTML they write. Outlook and OWA prefix foreign classes with `x_`. */
export type Mark =
  /** This element is quoted history. */
  | "quote"
  /** From here to the end of the mail everything is history. */
  | "rest"
  | "signature";

/** Class or id, lower-cased, without `x_` prefixes. */
const MARKS = new Map<string, Mark>([
  ["gmail_attr", "quote"],
  ["gmail_signature", "signature"],
  ["gmail_signature_prefix", "signature"],
  ["moz-cite-prefix", "quote"],
  ["moz-signature", "signature"],
  // Outlook on the web and the new Outlook: a line, then From/Sent/To/Subject.
  ["divrplyfwdmsg", "rest"],
  ["appendonsend", "rest"],
  ["mail-editor-reference-message-container", "rest"],
  ["ms-outlook-mobile-reference-message", "rest"],
  ["outlookmessageheader", "rest"],
  ["stopspelling", "rest"],
  ["ms-outlook-mobile-signature", "signature"],
  ["mobilesignature", "signature"],
  ["protonmail_quote", "quote"],
  ["protonmail_signature_block", "signature"],
  ["yahoo_quoted", "quote"],
  ["ymail_signature", "signature"],
  ["tutanota_quote", "quote"],
  ["zmail_extra", "quote"],
  ["front-blockquote", "quote"],
  ["front-signature", "signature"],
  ["freshdesk_quote", "quote"],
  ["gorgias_quote", "quote"],
  ["superhuman_quote", "quote"],
  ["missive_quote", "quote"],
  ["hs_reply_quote", "quote"],
  ["airmail_ext_on", "quote"],
  ["bloop_original_html", "quote"],
  ["bloop_sign", "signature"],
  ["applemailsignature", "signature"],
  ["apple-mail-signature", "signature"],
  ["messagereplysection", "quote"],
  ["messagesignaturesection", "signature"],
  ["ntes-mailmaster-quote", "quote"],
  ["isreplycontent", "quote"],
  ["foxmail-quote", "quote"],
  ["qqmail_sign", "signature"],
  ["xm_mail_oringinal_describe", "quote"],
  ["acli_mail_quote", "quote"],
  ["js-inline-quote", "quote"],
  ["lotus-quote", "quote"],
  ["signature", "signature"],
  ["emailsignature", "signature"],
  ["email-signature", "signature"],
]);

export function clientMark(
  tag: string,
  attributes: Record<string, string>,
  classes: readonly string[],
): Mark | undefined {
  if (attributes["data-smartmail"] === "gmail_signature") return "signature";
  const names = [...classes, attributes.id ?? "", attributes.name ?? ""];
  for (const name of names) {
    const key = name.toLowerCase().replace(/^(?:x_)+/, "");
    const mark = MARKS.get(key) ?? MARKS.get(key.replace(/[_-]?\d{3,}$/, ""));
    if (mark) return mark;
  }
  // GMX and web.de write <div name="quote">.
  if (tag === "div" && attributes.name === "quote") return "quote";
  return undefined;
}

/** `sure` by a client's own marks, `maybe` for a bare blockquote, which people also use to indent. */
export function quoteKind(
  attributes: Record<string, string>,
  classes: readonly string[],
  borderLeft: boolean | undefined,
): "sure" | "maybe" | "none" {
  if (attributes.type?.toLowerCase() === "cite" || attributes.cite) return "sure";
  if (classes.some((name) => /quot|cite|iosymail/i.test(name))) return "sure";
  if (borderLeft || attributes.itemtype || /0\.8ex|\.8ex|0\.75ex/.test(attributes.style ?? "")) return "sure";
  // Gmail's and Outlook's indent buttons.
  if (/margin:\s?0(?:px)?\s0(?:px)?\s0(?:px)?\s40px|border:\s?none/i.test(attributes.style ?? "")) return "none";
  return "maybe";
}
