/**
 * What one mail may cost. Every limit is far above what real mail needs, so that only broken or hostile mail meets it; what
 * is cut is named in `Email.defects`.
 */

/** Gmail lets 25 MB of attachments out; base64 and line ends make that about 34.2 MB on the wire. */
export const MAX_RAW_BYTES = 36 * 1024 * 1024;

/** Gmail refuses mail with more than 500 kB of header. */
export const MAX_HEADER_BYTES = 512 * 1024;

/** Multiparts in multiparts. Forward chains that clients really nest stay under 20. */
export const MAX_DEPTH = 64;

/** Parts that are looked at. A digest of a busy list has a few hundred. */
export const MAX_PARTS = 1_000;

/**
 * Lines that could be a boundary (`--…`). The parser keeps about 2 kB for each part, so 36 MB of boundaries alone would be
 * gigabytes; what follows the limit is cut off.
 */
export const MAX_BOUNDARY_LINES = 10_000;

/** Bytes of one text or HTML part that are decoded. The largest real newsletter in the corpora has 1.1 MB. */
export const MAX_TEXT_PART_BYTES = 2 * 1024 * 1024;

/** Characters of text kept for a mail, quoted history included: about 80 printed pages. */
export const MAX_TEXT_CHARS = 300_000;

/** Characters of HTML after which no further part is read: twice the largest newsletter, and a second of hostile tags. */
export const MAX_HTML_CHARS = 2_000_000;

/** Addresses kept of one header. */
export const MAX_ADDRESSES = 500;

/** Characters of a subject. Clients wrap and cut theirs long before. */
export const MAX_SUBJECT = 2_000;

/** Characters of one header value that are parsed: 500 recipients with long names. */
export const MAX_HEADER_VALUE = 64 * 1024;
