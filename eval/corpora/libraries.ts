/**
 * What the well-kept libraries do on the same files, measured in November 2026 with Node 24 on two cores: postal-mime 4.0.0,
 * mailparser 3.9.31, html-to-text 10.0.1, email-reply-parser 2.3.9, planer 1.2.0, talonjs 1.0.28, eld 2.1.0, franc 6.2.0, tinyld
 * 1.3.4. They are no dependencies of ours, so their figures are kept rather than measured again.
 */
export const LIBRARIES = {
  mailsWithoutCrash: "postal-mime and mailparser: all",
  parseMs: "postal-mime 0.11 median, mailparser 0.21 (parsing alone)",
  github: "email-reply-parser 14, with talonjs 15 of 20",
  zapier: "email-reply-parser 3, with talonjs 4 of 4",
  crisp: "email-reply-parser 61 (its own tests), with talonjs 60 of 61",
  trimmer: "email-reply-parser 17, with talonjs 19 of 32",
  quotequail: "both 11 of 13",
  quotedAll: "none 18 %, planer 62 %, talonjs 64 %, email-reply-parser 82 %, talonjs then email-reply-parser 84 %",
  visibleExact: "none 11 %, talonjs 14 %, email-reply-parser 25 %, both 25 %",
  visibleF1: "none 0.851, talonjs 0.910, email-reply-parser 0.925, both 0.927",
  machine: "15 lines of header rules 0.79 (bulk 0.60, notification 0.50)",
  language: "eld large 239/239 (415 MB, 1.5 s), tinyld 235 (55 MB), franc 235 of 24 languages",
  languageShort: "eld large 45/57, eld extrasmall 44, tinyld 43, franc 34",
} as const;
